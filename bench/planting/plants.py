"""Prints claims to plant into copies of Python sources, one JSON object a line: plants.py FOLDER

Nothing of Factprobe is used here: functions are read with Python's own `ast`, docstrings with the expressions below. A
plant changes or adds one claim of one docstring, and it is false by what stands beside it as `proof`. A `rewrite` says
the truth in other words, a `trap` looks like a plant and is true; neither may be flagged.

Each line: {"file", "kind", "sort", "way", "how", "from", "to", "lines", "claim", "proof", "group"}: the lines from `from` up
to `to` (zero-based, the end not included) are replaced by `lines`, of which those that hold the claim are `claim`
(first and last, relative to `lines`). `way` tells apart what is said of a kind. `group` names the function: a copy holds one change of each group at most.
"""

import ast
import json
import os
import re
import sys

from library_plants import library_plants
from statement_plants import indentation, statement_plants

LITERAL = r"""(?:[-+]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])|True|False|'[^'\n\\]*'|"[^"\n\\]*")"""
STATED = re.compile(
    rf"(?:defaults?\s+to\s+|default(?:\s+value)?(?:\s+is|:|=|\s*=)\s*|\(default\s+)(?P<tick>`{{0,2}})(?P<value>{LITERAL})"
    rf"|(?P<value2>{LITERAL})\s+by\s+default",
    re.IGNORECASE,
)
PLAIN_DECORATORS = {"staticmethod", "classmethod"}
PURE_BUILTINS = {"len", "isinstance", "str", "repr", "bool", "id", "type", "print", "tuple", "list", "dict", "set"}


class Documented:
    """A function with a docstring that is written with three quotes and without escapes."""

    def __init__(self, node, source, path, owner):
        self.node, self.source, self.path, self.owner = node, source, path, owner
        doc = node.body[0]
        self.first, self.last = doc.lineno - 1, doc.end_lineno - 1
        self.lines = source[self.first : self.last + 1]
        self.indent = " " * doc.col_offset
        self.group = f"{path}:{node.lineno}"
        self.style = style_of(self.lines)
        arguments = node.args
        positional = arguments.posonlyargs + arguments.args
        self.parameters = {}
        for argument, default in zip(positional, [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults):
            self.parameters[argument.arg] = (argument, default)
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            self.parameters[argument.arg] = (argument, default)
        if owner is not None:
            for name in ("self", "cls"):
                self.parameters.pop(name, None)
        self.is_open = arguments.vararg is not None or arguments.kwarg is not None

    @property
    def is_plain(self):
        """Nothing wraps it, and its body is there to be compared with."""
        names = {getattr(one, "id", None) for one in self.node.decorator_list}
        return names <= PLAIN_DECORATORS and not is_stub(self.node) and self.node.name != "__init__"

    def entries(self):
        """The documented parameters: name, type, first line, last line (relative to the docstring), indentation."""
        return [one for one in entries_of(self.lines, self.style) if one["name"] in self.parameters]

    def documented_names(self):
        return [one["name"] for one in entries_of(self.lines, self.style)]


class Undocumented:
    """A function without a docstring."""

    def __init__(self, node):
        self.node = node
        arguments = node.args
        positional = arguments.posonlyargs + arguments.args
        defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
        pairs = [*zip(positional, defaults), *zip(arguments.kwonlyargs, arguments.kw_defaults)]
        self.parameters = {argument.arg: (argument, default) for argument, default in pairs}


def style_of(lines):
    text = "\n".join(lines)
    if re.search(r"^\s*Parameters\s*\n\s*-{4,}\s*$", text, re.M):
        return "numpy"
    if re.search(r"^\s*:param\s", text, re.M):
        return "sphinx"
    if re.search(r"^\s*(?:Args|Arguments):\s*$", text, re.M):
        return "google"
    if re.search(r"^\s*(?:Returns|Raises|Yields)\s*\n\s*-{4,}\s*$", text, re.M):
        return "numpy"
    return "none"


def entries_of(lines, style):
    found = []
    if style == "sphinx":
        for index, line in enumerate(lines):
            head = re.match(r"^(\s*):param\s+(?:([^:\n]+?)\s+)?\*{0,2}(\w+):\s", line)
            if head:
                last = index
                while last + 1 < len(lines) and lines[last + 1].strip() and indentation(lines[last + 1]) > len(head[1]) and '"""' not in lines[last + 1]:
                    last += 1
                found.append({"name": head[3], "type": head[2], "first": index, "last": last, "indent": len(head[1])})
        return found
    start = None
    for index, line in enumerate(lines):
        if style == "numpy" and line.strip() == "Parameters" and index + 1 < len(lines) and re.match(r"^\s*-{4,}\s*$", lines[index + 1]):
            start = index + 2
            base = indentation(line)
        if style == "google" and re.match(r"^\s*(?:Args|Arguments):\s*$", line):
            start = index + 1
            base = None
        if start is not None:
            break
    if start is None:
        return found
    index = start
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
            continue
        if '"""' in line:
            break
        if style == "google" and base is None:
            base = indentation(line)
        if indentation(line) != base:
            if indentation(line) < base:
                break
            index += 1
            continue
        pattern = r"^\s*(\w+)(?:\s*:\s*(.*))?$" if style == "numpy" else r"^\s*(\w+)(?:\s*\(([^)]*)\))?:\s?.*$"
        head = re.match(pattern, line)
        if style == "numpy" and index + 1 < len(lines) and re.match(r"^\s*-{3,}\s*$", lines[index + 1]):
            break
        if head is None:
            if style == "google":
                break
            index += 1
            continue
        last = index
        look = index + 1
        while look < len(lines) and '"""' not in lines[look] and (not lines[look].strip() or indentation(lines[look]) > base):
            if lines[look].strip():
                last = look
            look += 1
        found.append({"name": head[1], "type": head[2], "first": index, "last": last, "indent": base})
        index = look
    return found


def is_stub(node):
    rest = node.body[1:]
    if not rest:
        return True
    for statement in rest:
        if isinstance(statement, ast.Pass) or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
            continue
        if isinstance(statement, ast.Raise) or (isinstance(statement, ast.Return) and is_nothing(statement.value)):
            continue
        return False
    return True


def is_nothing(value):
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def own_nodes(node):
    """The nodes of a function, those of functions and classes inside it left out."""
    stack = list(node.body)
    while stack:
        one = stack.pop()
        yield one
        if not isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            stack.extend(ast.iter_child_nodes(one))


def literal_of(node):
    if node is None:
        return None, False
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError):
        return None, False
    return value, type(value) in (int, float, bool, str)


def other_value(value):
    if isinstance(value, bool):
        return repr(not value)
    if isinstance(value, int):
        return repr(value * 2 + 3)
    if isinstance(value, float):
        return repr(value * 2 + 0.5)
    return repr("strict" if value != "strict" else "lenient")


def same_value(value):
    """The same value in other words; none for what is written in one way only."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return hex(value) if value > 9 else f"{value}.0"
    if isinstance(value, float):
        return f"{value!r}0" if re.fullmatch(r"\d+\.\d+", repr(value)) else None
    return f'"{value}"' if repr(value).startswith("'") and '"' not in value else None


def change(function, kind, sort, how, first, last, lines, claim, proof):
    return {
        "file": function.path,
        "kind": kind,
        "sort": sort,
        "way": how,
        "how": how,
        "from": function.first + first,
        "to": function.first + last + 1,
        "lines": lines,
        "claim": claim,
        "proof": proof,
        "group": function.group,
    }


def defaults(function):
    for entry in function.entries():
        argument, default = function.parameters[entry["name"]]
        value, is_plain = literal_of(default)
        if not is_plain:
            continue
        proof = f"the signature says {entry['name']}={ast.unparse(default)}"
        text = function.lines[entry["first"] : entry["last"] + 1]
        joined = "\n".join(text)
        stated = list(STATED.finditer(joined))
        if len(stated) == 1 and "\\" not in joined:
            match = stated[0]
            name = "value" if match["value"] is not None else "value2"
            try:
                said = ast.literal_eval(match[name])
            except (ValueError, SyntaxError):
                continue
            if said != value or type(said) is not type(value):
                continue
            row = joined[: match.start(name)].count("\n")
            for sort, new in (("plant", other_value(value)), ("rewrite", same_value(value))):
                if new is not None:
                    changed = joined[: match.start(name)] + new + joined[match.end(name) :]
                    yield change(function, "default", sort, "changed", entry["first"], entry["last"], changed.split("\n"), [row, row], proof)
        elif not re.search(r"default|omitted|otherwise", joined, re.I) and '"""' not in joined and text[-1].rstrip().endswith("."):
            for sort, new in (("plant", other_value(value)), ("trap", repr(value))):
                added = f"{text[-1].rstrip()} Defaults to {new}."
                yield change(function, "default", sort, "added", entry["last"], entry["last"], [added], [0, 0], proof)


def slip(name):
    """The name with two letters in the wrong order; none for short ones."""
    for at in range(1, len(name) - 1):
        if name[at] != name[at + 1] and name[at] != "_" and name[at + 1] != "_":
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :] if len(name) >= 4 else None
    return None


def parameter_names(function):
    entries = function.entries()
    documented = function.documented_names()
    if not entries or any(name not in function.parameters for name in documented) or not function.is_plain:
        return
    entry = entries[len(entries) // 2]
    line = function.lines[entry["first"]]
    wrong = slip(entry["name"])
    proof = f"the parameters are {', '.join(function.parameters)}"
    uses = {one.id for one in ast.walk(function.node) if isinstance(one, ast.Name)}
    if not function.is_open and wrong is not None and wrong not in function.parameters and not uses & {"locals", "vars"}:
        changed = re.sub(rf"\b{re.escape(entry['name'])}\b", wrong, line, count=1)
        yield change(function, "parameter-name", "plant", "changed", entry["first"], entry["first"], [changed], [0, 0], proof)
    pad = " " * entry["indent"]
    far = {
        "numpy": [f"{pad}frobnicate : bool", f"{pad}    Whether to frobnicate first."],
        "google": [f"{pad}frobnicate (bool): Whether to frobnicate first."],
        "sphinx": [f"{pad}:param frobnicate: Whether to frobnicate first."],
    }[function.style]
    is_whole = set(documented) == set(function.parameters)
    if "frobnicate" not in function.parameters and (is_whole or function.is_open):
        last = entries[-1]["last"]
        keyword_rest = function.node.args.kwarg is not None
        if function.is_open and not keyword_rest:
            return
        sort = "trap" if keyword_rest else "plant"
        yield change(function, "parameter-name", sort, "added", last, last, [function.lines[last], *far], [1, len(far)], proof)


def section_for(function, numpy, google, sphinx):
    """The lines of a docstring with a section at its end, and where in them the section's own lines are."""
    lines = function.lines
    pad = function.indent
    body = {"numpy": numpy, "google": google, "sphinx": sphinx, "none": google}[function.style]
    added = [f"{pad}{line}" if line else "" for line in body]
    end = lines[-1]
    if not end.rstrip().endswith('"""') or (len(lines) == 1 and end.count('"""') != 2):
        return None
    head = end.rstrip()[:-3].rstrip()
    kept = [*lines[:-1], head] if head.strip() else list(lines[:-1])
    # A line that ends in a quote would close the docstring too early, one in a backslash would join it.
    if kept[-1].endswith(('"', "\\")) and not kept[-1].endswith('"""'):
        return None
    gap = [] if function.style == "sphinx" and re.match(r"^\s*:", kept[-1]) else [""]
    first = len(kept) + len(gap)
    return [*kept, *gap, *added, f'{pad}"""'], [first, first + len(added) - 1]


def with_section(function, kind, sort, proof, numpy, google, sphinx):
    made = section_for(function, numpy, google, sphinx)
    if made is None:
        return
    lines, claim = made
    yield change(function, kind, sort, "added", 0, len(function.lines) - 1, lines, claim, proof)


def says(function, *words):
    text = "\n".join(function.lines).lower()
    return any(word in text for word in words)


def returns(function):
    node = function.node
    if not function.is_plain or node.name.startswith("__") or says(function, "return", "rtype", "yield", "abstract", "override"):
        return
    nodes = list(own_nodes(node))
    if any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await)) for one in nodes) or isinstance(node, ast.AsyncFunctionDef):
        return
    given = [one.value for one in nodes if isinstance(one, ast.Return)]
    values = [one for one in given if one is not None and not (isinstance(one, ast.Constant) and one.value is None)]
    ends = isinstance(node.body[-1], (ast.Raise, ast.Return, ast.While, ast.Try, ast.With))
    section = (
        ["Returns", "-------", "int", "    The number of items."],
        ["Returns:", "    int: The number of items."],
        [":returns: The number of items.", ":rtype: int"],
    )
    if not values:
        if not ends or given:
            yield from with_section(function, "returns", "plant", "no return hands a value", *section)
        return
    plain = [one for one in values if isinstance(one, (ast.Constant, ast.List, ast.Dict, ast.Tuple, ast.JoinedStr, ast.Compare))]
    if len(plain) == len(given) and isinstance(node.body[-1], ast.Return):
        nothing = (["Returns", "-------", "None"], ["Returns:", "    None"], [":rtype: None"])
        yield from with_section(function, "returns", "plant", f"returns {ast.unparse(plain[0])[:60]}", *nothing)
    true = (["Returns", "-------", "object", "    What was found."], ["Returns:", "    What was found."], [":returns: What was found."])
    yield from with_section(function, "returns", "trap", "a return hands a value", *true)


def return_types(function):
    node = function.node
    if not function.is_plain or says(function, "return", "yield", "rtype") or isinstance(node, ast.AsyncFunctionDef):
        return
    nodes = list(own_nodes(node))
    if any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in nodes):
        return
    given = [one.value for one in nodes if isinstance(one, ast.Return)]
    kinds = {type(one.value) for one in given if isinstance(one, ast.Constant)}
    annotated = node.returns.id if isinstance(node.returns, ast.Name) and node.returns.id in ("int", "str", "bool") else None
    is_constant = given and all(isinstance(one, ast.Constant) for one in given) and len(kinds) == 1
    ends = isinstance(node.body[-1], (ast.Return, ast.Raise))
    real = annotated or (next(iter(kinds)).__name__ if is_constant and ends else None)
    if real not in ("int", "str", "bool"):
        return
    wrong = {"int": "str", "str": "int", "bool": "str"}[real]
    for sort, name in (("plant", wrong), ("trap", real)):
        yield from with_section(
            function,
            "return-type",
            sort,
            f"every return is {real}",
            ["Returns", "-------", name, "    The outcome."],
            ["Returns:", f"    {name}: The outcome."],
            [":returns: The outcome.", f":rtype: {name}"],
        )


def parameter_types(function):
    if says(function, "overload"):
        return
    for entry in function.entries():
        argument, default = function.parameters[entry["name"]]
        value, is_plain = literal_of(default)
        annotation = argument.annotation.id if isinstance(argument.annotation, ast.Name) else None
        real = annotation if annotation in ("int", "str", "bool", "float") else None
        if real is None and argument.annotation is None and is_plain:
            real = type(value).__name__
        if real is None:
            continue
        wrong = {"int": "str", "str": "int", "bool": "str", "float": "str"}[real]
        line = function.lines[entry["first"]]
        for sort, name in (("plant", wrong), ("trap", real)):
            if entry["type"] is not None and re.match(r"^(?:int|integer|str|string|bool|boolean|float)\b", entry["type"]):
                # Sphinx writes the type before the name, the others behind it.
                is_before = function.style == "sphinx"
                at = line.index(entry["type"], line.index(":param") + 6 if is_before else line.index(entry["name"]) + len(entry["name"]))
                word = re.match(r"^\w+", entry["type"])[0]
                if sort == "trap" or re.match(r"^\w+\s*(?:,\s*(?:optional|default\b[^|]*))?$", entry["type"]) is None:
                    continue
                changed = line[:at] + name + line[at + len(word) :]
            elif entry["type"] is None and function.style == "google":
                changed = line.replace(f"{entry['name']}:", f"{entry['name']} ({name}):", 1)
            elif entry["type"] is None and function.style == "sphinx":
                changed = line.replace(f" {entry['name']}:", f" {name} {entry['name']}:", 1)
            elif entry["type"] is None and function.style == "numpy":
                changed = f"{line.rstrip()} : {name}"
            else:
                continue
            if changed != line:
                proof = f"{entry['name']} is {real} ({'annotated' if annotation else f'default {value!r}'})"
                yield change(function, "parameter-type", sort, "changed", entry["first"], entry["first"], [changed], [0, 0], proof)


def raises(function, calm):
    if not function.is_plain or says(function, "raise", "error", "exception"):
        return
    section = lambda name: (
        ["Raises", "------", name, "    If it can't be done."],
        ["Raises:", f"    {name}: If it can't be done."],
        [f":raises {name}: If it can't be done."],
    )
    if calm(function.node, function.owner):
        proof = "nothing is raised here, and nothing is called that raises"
        yield from with_section(function, "raises", "plant", proof, *section("RuntimeError"))
    else:
        raised = [one for one in own_nodes(function.node) if isinstance(one, ast.Raise)]
        names = [getattr(getattr(one.exc, "func", one.exc), "id", None) for one in raised]
        if names and names[0] is not None and names[0][0].isupper():
            yield from with_section(function, "raises", "trap", f"raises {names[0]}", *section(names[0]))


def calm_functions(tree):
    """A predicate: whether a function certainly raises nothing of its own, by what stands in the same file."""
    known = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    allowed = (
        ast.Return, ast.Assign, ast.AnnAssign, ast.If, ast.Expr, ast.Constant, ast.Name, ast.Compare, ast.BoolOp, ast.IfExp,
        ast.Pass, ast.List, ast.Tuple, ast.Dict, ast.Load, ast.Store, ast.Is, ast.IsNot, ast.Eq, ast.NotEq, ast.And, ast.Or,
        ast.Not, ast.UnaryOp, ast.Call, ast.JoinedStr, ast.FormattedValue, ast.keyword, ast.arg,
    )

    def calm(node, owner, depth=0):
        if node.decorator_list or depth > 3:
            return False
        for one in own_nodes(node):
            if not isinstance(one, allowed):
                return False
            if isinstance(one, ast.Call):
                if not isinstance(one.func, ast.Name):
                    return False
                name = one.func.id
                if name in known:
                    if not calm(known[name], None, depth + 1):
                        return False
                elif name not in PURE_BUILTINS:
                    return False
        return True

    return calm


def allowed_values(function):
    """Lists of values: where the parameter is documented, behind what is said of it; where no parameter is, a list of its own."""
    entries = {one["name"]: one for one in function.entries()}
    documented = function.documented_names()
    for name, (_, default) in function.parameters.items():
        accepted = accepted_by(function, name)
        doc = "\n".join(function.lines)
        if accepted is None or any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)" if len(one) > 2 else rf"['\"`]{re.escape(one)}['\"`]", doc) for one in accepted):
            continue
        for sort, way, values in value_lists(accepted, literal_of(default)[0]):
            said = f"One of {', '.join(repr(one) for one in values)}."
            proof = f"accepted are {accepted}, and {ast.unparse(default)} by default" if default is not None else f"accepted are {accepted}"
            if name in entries:
                entry = entries[name]
                text = function.lines[entry["first"] : entry["last"] + 1]
                if '"""' in "\n".join(text) or re.search(r"one of|either|\{|must be", "\n".join(text), re.I):
                    continue
                last = text[-1].rstrip()
                added = f"{last}{'' if last.endswith('.') else '.'} {said}"
                yield {**change(function, "allowed-values", sort, "added", entry["last"], entry["last"], [added], [0, 0], proof), "way": way}
            elif not documented and function.style != "numpy":
                section = (["Parameters", "----------", name, f"    {said}"], ["Args:", f"    {name}: {said}"], [f":param {name}: {said}"])
                for one in with_section(function, "allowed-values", sort, proof, *section):
                    yield {**one, "way": way}


def allowed_values_alone(tree, source, path):
    """The same in functions without a docstring, which is added; their first statement stands on a line of its own."""
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or ast.get_docstring(node) is not None:
            continue
        first = node.body[0]
        at = first.lineno - 1
        is_apart = source[at - 1].rstrip().endswith(":") and indentation(source[at]) == first.col_offset
        if not is_apart or isinstance(first, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        function = Undocumented(node)
        pad = " " * first.col_offset
        for name, (_, default) in function.parameters.items():
            accepted = accepted_by(function, name)
            for sort, way, values in () if accepted is None else value_lists(accepted, literal_of(default)[0]):
                said = [f'{pad}"""Begins.', "", f"{pad}Args:", f"{pad}    {name}: One of {', '.join(repr(one) for one in values)}.", f'{pad}"""']
                yield {
                    "file": path, "kind": "allowed-values", "sort": sort, "way": way, "how": "added", "from": at, "to": at + 1,
                    "lines": [*said, source[at]], "claim": [3, 3], "proof": f"accepted are {accepted}", "group": f"{path}:{node.lineno}",
                }  # fmt: skip


# What may stand for “chosen elsewhere”, so that a list may leave it out.
CHOSEN_ELSEWHERE = re.compile(r"^(?:default|auto|automatic|inherit|unset|none|unspecified|unknown|null|)$", re.IGNORECASE)


def value_lists(accepted, default):
    """Lists to plant of what a parameter takes: sort, way, values."""
    yield "plant", "one more", [*accepted, "frobnicate"]
    yield "trap", "all", accepted
    wrong = slip(accepted[-1])
    if wrong is not None and wrong not in accepted:
        yield "plant", "misspelt", [*accepted[:-1], wrong]
    if len(accepted) > 2 and default in accepted and not CHOSEN_ELSEWHERE.match(default):
        yield "plant", "without the default", [one for one in accepted if one != default]


def yields(function):
    node = function.node
    if not function.is_plain or node.name.startswith("__") or says(function, "return", "rtype", "yield", "generat", "iterat", "abstract", "override"):
        return
    nodes = list(own_nodes(node))
    section = (["Yields", "------", "int", "    The next number."], ["Yields:", "    int: The next number."], [":yields: The next number."])
    if any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in nodes):
        yield from with_section(function, "yields", "trap", "it yields", *section)
        return
    given = [one.value for one in nodes if isinstance(one, ast.Return)]
    nothing = all(is_nothing(one) or isinstance(one, ast.Constant) and type(one.value) in (bool, int, float) for one in given)
    if nothing and (given or not isinstance(node.body[-1], (ast.Raise, ast.While, ast.Try, ast.With))):
        yield from with_section(function, "yields", "plant", "nothing is yielded, and nothing handed back can be iterated", *section)


def accepted_by(function, name):
    argument, _ = function.parameters[name]
    annotation = argument.annotation
    if isinstance(annotation, ast.Subscript) and getattr(annotation.value, "id", getattr(annotation.value, "attr", None)) == "Literal":
        return strings_of(annotation.slice)
    assigned = {t.id for one in own_nodes(function.node) if isinstance(one, ast.Assign) for t in one.targets if isinstance(t, ast.Name)}
    for one in function.node.body:
        if isinstance(one, ast.If) and isinstance(one.test, ast.Compare) and len(one.test.ops) == 1:
            left, right = one.test.left, one.test.comparators[0]
            is_test = isinstance(one.test.ops[0], ast.NotIn) and isinstance(left, ast.Name) and left.id == name
            if is_test and any(isinstance(inner, ast.Raise) for inner in one.body) and name not in assigned:
                return strings_of(right)
    return None


def strings_of(node):
    members = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node]
    values = [one.value for one in members if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return values if len(values) == len(members) and len(values) > 1 else None


def asynchrony(function):
    node = function.node
    if not function.is_plain or says(function, "return", "rtype", "async", "corout", "await") or isinstance(node, ast.AsyncFunctionDef):
        return
    nodes = list(own_nodes(node))
    given = [one.value for one in nodes if isinstance(one, ast.Return)]
    plain = (ast.Constant, ast.List, ast.Dict, ast.Tuple, ast.JoinedStr, ast.Compare)
    if any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in nodes) or not given:
        return
    if all(isinstance(one, plain) for one in given if one is not None):
        text = f"{function.indent}This function is a coroutine."
        made = section_for(function, [text.strip()], [text.strip()], [text.strip()])
        if made is not None and function.style == "none":
            yield change(function, "async", "plant", "added", 0, len(function.lines) - 1, made[0], made[1], "it is a plain def")


def references(function, words, defined):
    """Only a name that is defined here is changed: one that only comments know was false before."""
    for index, line in enumerate(function.lines):
        match = re.search(r":(?:func|meth|class):`~?\.?(\w{5,})`|(?<!`)`{1,2}(\w{5,})\(\)`{1,2}", line)
        name = match and (match[1] or match[2])
        if name and name in defined:
            wrong = slip(name)
            if wrong is not None and wrong not in words:
                changed = line.replace(name, wrong, 1) if line.count(name) == 1 else None
                if changed is not None:
                    yield change(function, "reference", "plant", "changed", index, index, [changed], [0, 0], f"{wrong} is nowhere in the package")
                    return


def functions_of(tree, source, path):
    def visit(node, owner):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                doc = ast.get_docstring(child, clean=False)
                if doc is not None:
                    yield Documented(child, source, path, owner)
                yield from visit(child, None)
            elif isinstance(child, ast.ClassDef):
                yield from visit(child, child)
            else:
                yield from visit(child, owner)

    for one in visit(tree, None):
        head = one.lines[0].lstrip()
        if re.match(r'^[rR]?"""', head) and (len(one.lines) > 1 or one.lines[0].count('"""') == 2) and "\t" not in "".join(one.lines):
            if "\\" not in "".join(one.lines) or head[0] in "rR":
                yield one


def sources(folder):
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in ("__pycache__", "node_modules", "venv") and not one.endswith(".dist-info"))
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(here, name)
                try:
                    with open(path, encoding="utf-8", newline="") as file:
                        text = file.read()
                    if "\r" in text or "\f" in text:
                        continue
                    yield os.path.relpath(path, folder), text, ast.parse(text)
                except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError):
                    continue


def main(folder):
    words, defined = set(), set()
    parsed = list(sources(folder))
    for _, text, tree in parsed:
        words.update(re.findall(r"[A-Za-z_]\w*", text))
        defined.update(one.name for one in ast.walk(tree) if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)))
    for path, text, tree in parsed:
        source = text.split("\n")
        calm = calm_functions(tree)
        plants = [*statement_plants(path, source, tree), *allowed_values_alone(tree, source, path), *library_plants(path, source, tree, folder)]
        for function in functions_of(tree, source, path):
            for maker in (defaults, parameter_names, returns, return_types, parameter_types, allowed_values, asynchrony, yields):
                plants.extend(maker(function))
            plants.extend(raises(function, calm))
            plants.extend(references(function, words, defined))
        for one in plants:
            print(json.dumps(one))


main(sys.argv[1])

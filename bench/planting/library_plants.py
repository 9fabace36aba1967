"""Claims about functions of Python's own library to plant above the statements that call them; see plants.py for what each line holds.

What is true is told by the interpreter itself: the modules are imported, and `inspect` reads their signatures.
"""

import ast
import importlib
import inspect
import os
import sys
import warnings

# Modules that do something when they are imported, or need a display.
UNSAFE = {"antigravity", "this", "idlelib", "tkinter", "turtle", "turtledemo", "test", "lib2to3", "ensurepip", "venv", "__main__", "__future__"}


def library_plants(path, source, tree, folder):
    names = imported(tree, folder)
    count = 0
    for statement, call in calls(tree):
        written = dotted(call.func)
        found = resolve(written, names) if written is not None else None
        if found is None:
            continue
        owner, function = found
        at = statement.lineno - 1
        above = source[at - 1].strip() if at > 0 else ""
        if above.startswith(("#", "@")) or above.endswith(("\\", ",", "(")):
            continue
        every = list(claims(written, owner, function))
        # One of each at a statement, in turn: what stands at the same one is planted in copies of its own.
        sorts = [[one for one in every if one[1] == sort] for sort in ("plant", "trap")]
        chosen = [of_sort[count % len(of_sort)] for of_sort in sorts if of_sort]
        count += 1
        for way, sort, words, proof in chosen:
            line = " " * statement.col_offset + "# " + words
            yield {
                "file": path, "kind": "external-api", "sort": sort, "way": way, "how": "added", "from": at, "to": at + 1,
                "lines": [line, source[at]], "claim": [0, 0], "proof": proof, "group": f"{path}:{at}",
            }  # fmt: skip


def imported(tree, folder):
    """Local names with what they stand for, where one import alone binds them and nothing else does."""
    bound = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                bound.setdefault(one.asname or one.name.split(".")[0], []).append((one.name if one.asname else one.name.split(".")[0], None))
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                bound.setdefault(one.asname or one.name, []).append((node.module or "", one.name) if node.level == 0 else ("", None))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.setdefault(node.id, []).append(("", None))
        elif isinstance(node, ast.arg):
            bound.setdefault(node.arg, []).append(("", None))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.setdefault(node.name, []).append(("", None))
    return {name: found[0] for name, found in bound.items() if len(set(found)) == 1 and is_library(found[0][0], folder)}


def is_library(module, folder):
    top = module.split(".")[0]
    own = any(os.path.exists(os.path.join(folder, f"{top}{ending}")) for ending in ("", ".py"))
    return top in sys.stdlib_module_names and top not in UNSAFE and not top.startswith("_") and not own


def calls(tree):
    for statement in ast.walk(tree):
        if isinstance(statement, (ast.Expr, ast.Assign, ast.Return)) and isinstance(statement.value, ast.Call):
            if statement.lineno == statement.end_lineno:
                yield statement, statement.value


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return None if inner is None else f"{inner}.{node.attr}"
    return None


def resolve(written, names):
    """What a dotted name stands for, with what holds it; none where it isn't a plain function of Python's library."""
    root, *rest = written.split(".")
    if root not in names:
        return None
    module, member = names[root]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            here = importlib.import_module(module)
            path = ([] if member is None else [member]) + rest
            if not path:
                return None
            for name in path[:-1]:
                here = getattr(here, name)
            function = getattr(here, path[-1])
    except Exception:
        return None
    return (here, function) if inspect.isfunction(function) and not hasattr(function, "__wrapped__") else None


def claims(written, owner, function):
    """Ways, sorts, sentences and proofs."""
    signature = inspect.signature(function)
    parameters = signature.parameters.values()
    shown = f"`{written}`"
    for one in parameters:
        if type(one.default) not in (bool, int, str) or one.default == "" or "\n" in str(one.default) or "`" in str(one.default):
            continue
        true, false = repr(one.default), repr(other(one.default))
        proof = f"inspect.signature: {one}"
        for sentence in (f"The default `{one.name}` of {shown} is {{}}.", f"{shown} has a default {one.name} of {{}}.", f"By default, `{one.name}` in {shown} is {{}}.", f"{shown} 的 `{one.name}` 参数默认值为 {{}}。"):
            yield "default", "plant", sentence.format(false), proof
            yield "default", "trap", sentence.format(true), proof
    names = [one.name for one in parameters]
    if names and not any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters):
        wrong = swapped(names[-1])
        proof = f"inspect.signature: {signature}"
        if wrong not in names:
            yield "parameter", "plant", f"{shown} takes a `{wrong}` parameter.", proof
        yield "parameter", "trap", f"{shown} takes a `{names[-1]}` parameter.", proof
        yield "parameter", "plant", f"{shown} accepts an `on_{names[-1]}` argument.", proof
        yield "parameter", "plant", f"{shown} has no `{names[-1]}` parameter.", proof
    head, _, last = written.rpartition(".")
    if inspect.ismodule(owner) and head and len(last) > 5:
        wrong = swapped(last)
        if not hasattr(owner, wrong) and wrong != last:
            yield "member", "plant", f"See `{head}.{wrong}`.", f"hasattr({owner.__name__}, {wrong!r}) is False"
        yield "member", "trap", f"See {shown}.", f"hasattr({owner.__name__}, {last!r}) is True"
    if not inspect.iscoroutinefunction(function) and not inspect.isgeneratorfunction(function):
        return
    if inspect.iscoroutinefunction(function):
        yield "async", "plant", f"{shown} is not async.", "inspect.iscoroutinefunction is True"
        yield "async", "trap", f"{shown} is async.", "inspect.iscoroutinefunction is True"


def other(value):
    if isinstance(value, bool):
        return not value
    return value + 7 if isinstance(value, int) else f"not {value}"


def swapped(name):
    """A slip in the middle of a name: two neighbours in the other order, or a letter twice."""
    for at in range(len(name) // 2, len(name) - 1):
        if name[at] != name[at + 1] and name[at].isalpha() and name[at + 1].isalpha():
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return f"{name}{name[-1]}"

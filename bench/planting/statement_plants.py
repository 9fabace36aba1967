"""Claims of line comments to plant above and beside statements of Python; see plants.py for what each line holds."""

import ast
import re

SECONDS = {"millisecond": 1e-3, "second": 1, "minute": 60, "hour": 3600, "day": 86400}
BYTES = {"byte": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}
# What a number may be counted in by habit: a claim is false only where it is false in all of them.
HABITS = {
    "time": [1e-9, 1e-6, 1e-3, 1, 60, 3600, 86400],
    "size": [0.125, 1, 2, 4, 8, 1000, 1024, 1e6, 1024**2, 1e9, 1024**3],
}
TIME = re.compile(r"(?:^|_)(?:timeout|delay|interval|duration|ttl|sleep|period|wait)(?:_(?P<unit>ms|msec|millis|s|sec|secs|seconds|minutes|hours))?$")
SIZE = re.compile(r"(?:^|_)(?:(?:buffer|buf|chunk|block|page|cache)_?size|bufsize|chunksize|blocksize|buffer_bytes|max_bytes)$")
TRIES = re.compile(r"(?:^|_)(?:retries|max_retries|attempts|max_attempts|tries|max_tries|retry_count)$")
NOUNS = re.compile(r"(?:^|_)(?:max|min|num|n|default)_(?P<noun>lines|items|rows|columns|entries|threads|workers|connections|requests|files|errors|levels|iterations|characters|pages|results)$")


def statement_plants(path, source, tree):
    yield from changed_amounts(path, source, tree)
    yield from added_amounts(path, source, tree)
    yield from comparisons(path, source, tree)


def indentation(line):
    return len(line) - len(line.lstrip(" "))


def number_of(node):
    """The value of a number, or of a product of numbers; none for all else."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Pow, ast.LShift)):
        left, right = number_of(node.left), number_of(node.right)
        if left is None or right is None or type(left) is not int or type(right) is not int or right > 64 and isinstance(node.op, (ast.Pow, ast.LShift)):
            return None
        return left * right if isinstance(node.op, ast.Mult) else left**right if isinstance(node.op, ast.Pow) else left << right
    return None


def assigned_numbers(tree):
    """Assignments of one number on a line of their own: the node, the name, the number."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and node.lineno == node.end_lineno:
            target = node.targets[0]
            name = target.id if isinstance(target, ast.Name) else target.attr if isinstance(target, ast.Attribute) else None
            value = number_of(node.value)
            if name is not None and value is not None and value >= 2:
                yield node, name.lower(), value


def plant(path, kind, sort, way, how, at, lines, claim, proof):
    return {
        "file": path, "kind": kind, "sort": sort, "way": way, "how": how, "from": at, "to": at + 1,
        "lines": lines, "claim": claim, "proof": proof, "group": f"{path}:{at}",
    }  # fmt: skip


def plain(value):
    return str(int(value)) if value == int(value) else str(value)


def is_false(value, said, factor, dimension):
    """Whether no unit that the number may be in makes the said amount true."""
    return all(abs(value * habit - said * factor) > 1e-6 * max(value * habit, said * factor) for habit in HABITS[dimension])


def changed_amounts(path, source, tree):
    """Comments that say the number of the assignment below or beside them with its unit; the number is changed."""
    units = {**{f"{word}s?": ("time", factor) for word, factor in SECONDS.items()}, "bytes?": ("size", 1), "(?:retries|attempts|times)": ("count", 1)}
    for node, name, value in assigned_numbers(tree):
        for at in (node.lineno - 2, node.lineno - 1):
            line = source[at] if at >= 0 else ""
            comment = re.match(r"^(?P<code>[^#'\"]*)#(?P<text>[^#]*)$", line)
            if comment is None or (at == node.lineno - 2 and comment["code"].strip()) or len(re.findall(r"\d+", comment["text"])) != 1:
                continue
            if at == node.lineno - 2 and at > 0 and source[at - 1].lstrip().startswith("#"):
                continue
            for unit, (dimension, factor) in units.items():
                said = re.search(rf"(?<![\w.\-/]){re.escape(plain(value))}\s+{unit}\b", comment["text"])
                wrong = value * 2 + 3
                if said is None or (dimension != "count" and not is_false(value, wrong, factor, dimension)):
                    continue
                text = comment["text"].replace(plain(value), plain(wrong), 1)
                proof = f"the code says {ast.unparse(node)[:60]}"
                yield plant(path, "constant", "plant", dimension, "changed", at, [f"{comment['code']}#{text}"], [0, 0], proof)


def added_amounts(path, source, tree):
    """A comment above or beside an assignment whose name tells what its number counts."""
    for node, name, value in assigned_numbers(tree):
        line, above = source[node.lineno - 1], source[node.lineno - 2] if node.lineno > 1 else ""
        if "#" in line or "#" in above or line.rstrip().endswith(("\\", ";")) or indentation(line) != node.col_offset:
            continue
        if above.rstrip().endswith(("\\", ",", "(", "[", "{")) or ";" in line:
            continue
        proof = f"the code says {ast.unparse(node)[:60]}"
        for sort, way, words in amounts(name, value):
            # A long comment stands above, a bare amount beside.
            is_beside = len(words.split()) == 2
            pad = " " * node.col_offset
            lines = [f"{line.rstrip()}  # {words}"] if is_beside else [f"{pad}# {words}.", line]
            yield plant(path, "constant", sort, way, "added", node.lineno - 1, lines, [0, 0], proof)


def amounts(name, value):
    """What to say of a number: sort, way, words."""
    wrong = plain(value * 2 + 3)
    time, size, tries, noun = TIME.search(name), SIZE.search(name), TRIES.search(name), NOUNS.search(name)
    if time is not None and is_false(value, value * 2 + 3, 1, "time"):
        yield "plant", "time", f"Waits {wrong} seconds"
        yield "plant", "time beside", f"{wrong} seconds"
        unit = time["unit"] or ""
        factor = 1e-3 if unit.startswith("m") and not unit.startswith("minute") else 60 if unit == "minutes" else 3600 if unit == "hours" else 1
        seconds = value * factor
        if seconds >= 1 and seconds == int(seconds):
            yield "trap", "time", f"Waits {plain(seconds)} seconds"
        for word, length in (("minute", 60), ("hour", 3600)):
            if seconds >= length and seconds % length == 0:
                count = plain(seconds / length)
                yield "rewrite", "time", f"Waits {'one' if count == '1' else count} {word}{'' if count == '1' else 's'}"
    if size is not None and type(value) is int and value >= 16 and is_false(value, value * 2 + 3, 1, "size"):
        yield "plant", "size", f"A size of {wrong} bytes"
        yield "plant", "size beside", f"{wrong} bytes"
        yield "trap", "size", f"A size of {value} bytes"
        for word, length in (("KiB", 1024), ("MiB", 1024**2)):
            if value >= length and value % length == 0:
                yield "rewrite", "size", f"A size of {value // length} {word}"
                if is_false(value, value // length * 2 + 3, length, "size"):
                    yield "plant", "size in another unit", f"A size of {value // length * 2 + 3} {word}"
    if tries is not None and type(value) is int:
        yield "plant", "count", f"Retries {wrong} times"
        yield "trap", "count", f"Retries {value} times"
    if noun is not None and type(value) is int:
        words = "At most" if "max" in name else "With"
        if words == "With":
            yield "plant", "count", f"{words} {wrong} {noun['noun']}"
            yield "trap", "count", f"{words} {value} {noun['noun']}"


# What is true, what is wrong at the edge alone, what says the other side, and what is exactly the opposite.
WORDS = {
    ast.Gt: ("greater than", "at least", "less than", "at most"),
    ast.GtE: ("at least", "greater than", "at most", "less than"),
    ast.Lt: ("less than", "at most", "greater than", "at least"),
    ast.LtE: ("at most", "less than", "at least", "greater than"),
}
JUMPS = (ast.Return, ast.Raise, ast.Continue, ast.Break, ast.Yield, ast.YieldFrom, ast.Assert, ast.Pass)
ENDS = re.compile(r"exit|abort|fail|error|warn|skip|stop|usage|quit|reject|assert|finish|cancel|die", re.IGNORECASE)


def comparisons(path, source, tree):
    """Comments above an `if` that compares a variable with a number."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.If) or not isinstance(node.test, ast.Compare) or len(node.test.ops) != 1:
            continue
        left, right, operator = node.test.left, node.test.comparators[0], type(node.test.ops[0])
        line = source[node.lineno - 1]
        if operator not in WORDS or not isinstance(left, ast.Name) or not isinstance(right, ast.Constant) or not line.lstrip().startswith("if "):
            continue
        if type(right.value) is not int or "#" in source[max(0, node.lineno - 2)] or "#" in line:
            continue
        pad = " " * indentation(line)
        true, edge, side, opposite = WORDS[operator]
        goes_on = goes_on_whatever(node)
        said = [("trap", "same", f"Only when {left.id} is {true} {right.value}."), ("plant", "edge", f"Only when {left.id} is {edge} {right.value}.")]
        if goes_on:
            said.append(("plant", "side", f"Only when {left.id} is {side} {right.value}."))
            said.append(("trap", "left out", f"If {left.id} is {opposite} {right.value}, there is nothing to do."))
        elif not node.orelse and isinstance(node.body[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break)):
            said.append(("trap", "gets past", f"Only when {left.id} is {opposite} {right.value}."))
        for sort, way, words in said:
            yield plant(path, "comparison", sort, way, "added", node.lineno - 1, [f"{pad}# {words}", line], [0, 0], f"the code says {ast.unparse(node.test)}")


def goes_on_whatever(node):
    """Whether what is behind an `if` is reached whether or not its condition holds, and it has no other branch."""
    if node.orelse:
        return False
    inside = [one for statement in node.body for one in ast.walk(statement)]
    names = [getattr(one.func, "attr", getattr(one.func, "id", "")) for one in inside if isinstance(one, ast.Call)]
    return not any(isinstance(one, JUMPS) for one in inside) and not any(ENDS.search(name) for name in names)

"""Prints what the interpreter itself knows about the public names of some modules, as JSON.

Usage: python python-truth.py MODULE... (each with the distribution that it belongs to: `flask=Flask`)
"""

import dis
import enum
import importlib
import importlib.metadata
import inspect
import json
import re
import sys
import types
import typing
import warnings

warnings.simplefilter("ignore")
PLAIN = (bool, int, float, str, type(None))


def public_names(module):
    listed = getattr(module, "__all__", None)
    names = list(listed) if listed else [name for name in dir(module) if not name.startswith("_")]
    return sorted(name for name in names if re.fullmatch(r"[A-Za-z]\w*", name))


def is_of(value, package):
    owner = getattr(value, "__module__", None) or ""
    return owner == package or owner.startswith(package + ".")


def signature_of(value):
    try:
        return inspect.signature(value)
    except (TypeError, ValueError):
        return None


def annotation_text(annotation):
    """The annotation as it is written; `None` where an alias may stand there, which is gone at run time."""
    if isinstance(annotation, str):
        return annotation
    text = inspect.formatannotation(annotation)
    return text if inspect.isclass(annotation) and "[" not in text else None


def parameters_of(signature, skip_first):
    found = list(signature.parameters.values())
    return found[1:] if skip_first else found


def call_facts(symbol, value, skip_first=False, is_class=False):
    signature = signature_of(value)
    if signature is None:
        return
    parameters = parameters_of(signature, skip_first)
    kinds = inspect.Parameter
    names = [one.name for one in parameters]
    if any(name.startswith("_") for name in names):
        return
    if names != ["args", "kwargs"]:
        yield {"aspect": "parameters", "symbol": symbol, "names": names}
    plain = [one for one in parameters if one.kind in (kinds.POSITIONAL_OR_KEYWORD, kinds.POSITIONAL_ONLY)]
    if names and len(plain) == len(parameters) > 1:
        index = len(names) // 2
        yield {"aspect": "nth", "symbol": symbol, "ordinal": index + 1, "count": len(names), "value": [names[index]]}
    for one in parameters:
        if one.kind in (kinds.VAR_KEYWORD, kinds.VAR_POSITIONAL):
            continue
        about = {"symbol": symbol, "parameter": one.name}
        if one.default is kinds.empty:
            yield {"aspect": "required", **about, "yes": True}
        else:
            if isinstance(one.default, PLAIN) and not isinstance(one.default, enum.Enum):
                yield {"aspect": "default", **about, "value": [repr(one.default)]}
            yield {"aspect": "required", **about, "yes": False}
        if one.annotation is not kinds.empty:
            text = annotation_text(one.annotation)
            if text is not None:
                yield {"aspect": "type", **about, "value": [text]}
            allowed = literal_values(one.annotation, value)
            if allowed:
                yield {"aspect": "allowed", **about, "names": allowed}
    if signature.return_annotation is not inspect.Signature.empty and not is_class:
        text = annotation_text(signature.return_annotation)
        if text is not None:
            yield {"aspect": "returns", "symbol": symbol, "value": [text]}


def literal_values(annotation, value):
    if isinstance(annotation, str):
        try:
            annotation = eval(annotation, getattr(inspect.unwrap(value), "__globals__", {}), {"t": typing})
        except Exception:
            return []
    arms = typing.get_args(annotation) if typing.get_origin(annotation) in (typing.Union, types.UnionType) else [annotation]
    arms = [arm for arm in arms if arm is not type(None)]
    if any(typing.get_origin(arm) is not typing.Literal for arm in arms):
        return []
    values = [repr(one) for arm in arms if typing.get_origin(arm) is typing.Literal for one in typing.get_args(arm)]
    return values if 1 < len(values) <= 8 else []


def raised_by(function):
    """The classes that the compiled code hands to `raise`, nested functions left out."""
    code = getattr(function, "__code__", None)
    if code is None:
        return set()
    found, name = set(), None
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            value = function.__globals__.get(instruction.argval, getattr(__import__("builtins"), instruction.argval, None))
            if inspect.isclass(value) and issubclass(value, BaseException):
                name = instruction.argval
        elif instruction.opname == "CHECK_EXC_MATCH":
            name = None
        elif instruction.opname == "RAISE_VARARGS":
            if name is not None:
                found.add(name)
            name = None
    return found


def documented_raises(value):
    doc = inspect.getdoc(value) or ""
    return set(re.findall(r":(?:raises?|exc(?:eption)?)\s+[~!]?(?:\w+\.)*(\w+)", doc)) | {
        name
        for block in re.findall(r"(?ms)^Raises:?\s*\n(?:-+\n)?(.*?)(?:\n\s*\n(?=\S)|\Z)", doc)
        for name in re.findall(r"(?m)^\s*(?:[\w.]*\.)?([A-Z]\w*(?:Error|Exception|Warning|Exit|Abort)\w*)", block)
    }


def function_facts(symbol, value):
    unwrapped = inspect.unwrap(value)
    if not inspect.isfunction(unwrapped):
        return
    source = source_of(unwrapped)
    raised = raised_by(unwrapped) | documented_raises(value)
    if raised and unwrapped is value:
        words = set(re.findall(r"[A-Z]\w*(?:Error|Exception|Warning|Exit|Abort)\w*", source + (inspect.getdoc(value) or "")))
        yield {"aspect": "raises", "symbol": symbol, "some": sorted(raised), "besides": sorted(words)}
    is_async = inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value)
    yield {"aspect": "async", "symbol": symbol, "yes": is_async}
    is_generator = inspect.isgeneratorfunction(value) or inspect.isasyncgenfunction(value)
    yield {"aspect": "generator", "symbol": symbol, "yes": is_generator}


def source_of(value):
    try:
        return inspect.getsource(value)
    except (OSError, TypeError):
        return ""


def marks_of(symbol, value):
    doc = inspect.getdoc(value) or ""
    source = source_of(value)
    # A note that speaks of a parameter, or marks a name, is not about the whole.
    added = re.findall(r"(?m)^\.\. versionadded::\s*(\S+)((?:\n[ \t]+\S.*)*)", doc)
    since = [version for version, note in added if not re.search(r"[*`]|parameter|argument", note)]
    if len(added) != len(since):
        since = []
    if len(since) == 1:
        yield {"aspect": "since", "symbol": symbol, "value": since}
    mark = getattr(value, "__deprecated__", None)
    # One that begins with a marked name is about a parameter or a value of it.
    note = re.findall(r"(?ms)^\.\. deprecated::\s*(\S++)[ \t]*+\n?+(?!\s*[*`])(.*?)(?:\n\n|\Z)", doc)
    if mark is not None or len(note) == 1:
        yield {"aspect": "deprecated", "symbol": symbol, "yes": True}
        text = mark if mark is not None else note[0][1]
        if mark is None:
            yield {"aspect": "deprecated-since", "symbol": symbol, "value": [note[0][0].rstrip(".,")]}
        named = re.findall(r"[Uu]se (?::\w+:)?`*~?([A-Za-z_][\w.]*)", text or "")
        if len(named) == 1:
            yield {"aspect": "replacement", "symbol": symbol, "value": [named[0].rsplit(".")[-1]]}
    elif source and not re.search("deprecat|obsolete", source + doc, re.I):
        yield {"aspect": "deprecated", "symbol": symbol, "yes": False}


def facts_of(package, module, name):
    value = getattr(module, name)
    symbol = f"{module.__name__}.{name}"
    if isinstance(value, PLAIN) and not isinstance(value, enum.Enum) and value is not None:
        if not re.search(r"version", name, re.I) and len(repr(value)) < 60:
            yield {"aspect": "constant", "symbol": symbol, "value": [repr(value)]}
    elif inspect.isfunction(value) and is_of(value, package):
        yield from call_facts(symbol, value)
        yield from function_facts(symbol, value)
        yield from marks_of(symbol, value)
    elif inspect.isclass(value) and is_of(value, package):
        if issubclass(value, enum.Enum):
            members = list(value.__members__)
            if 1 < len(members) <= 8:
                yield {"aspect": "allowed", "symbol": symbol, "names": members}
            return
        if type(value) in (type, __import__("abc").ABCMeta) and not issubclass(value, (BaseException, tuple)):
            yield from call_facts(symbol, value, is_class=True)
        yield from marks_of(symbol, value)
        for member, inner in sorted(vars(value).items()):
            if member.startswith("_") or not inspect.isfunction(inner):
                continue
            yield from call_facts(f"{symbol}.{member}", inner, skip_first=True)
            yield from function_facts(f"{symbol}.{member}", inner)
            yield from marks_of(f"{symbol}.{member}", inner)


def main():
    facts, names = [], {}
    for argument in sys.argv[1:]:
        dotted, _, distribution = argument.partition("=")
        package = dotted.split(".")[0]
        module = importlib.import_module(dotted)
        names[dotted] = sorted(set(dir(module)))
        for name in public_names(module):
            try:
                found = list(facts_of(package, module, name))
            except AttributeError:
                continue
            facts.extend({"package": distribution or "python", "module": dotted, **one} for one in found)
        if distribution:
            version = importlib.metadata.version(distribution)
            facts.append({"aspect": "version", "package": distribution, "module": dotted, "symbol": distribution, "value": [version]})
    version = ".".join(map(str, sys.version_info[:2]))
    facts.append({"aspect": "version", "package": "python", "module": "sys", "symbol": "python", "value": [version]})
    json.dump({"facts": facts, "names": names}, sys.stdout)


main()

"""Prints what clang's parser and gcc's compiler know of the headers of some libraries, as JSON.

Each argument is NAME=FLAG…=HEADER,…: the library, flags of the compiler joined by a blank, its headers, and folders
with a slash at the end that hold what those include.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from clang.cindex import AvailabilityKind, CursorKind, Index, TranslationUnit, TypeKind

facts = []
names = set()
# A symbol that several libraries declare is no symbol of either.
owners = {}


def add(aspect, library, symbol, **more):
    facts.append({"aspect": aspect, "package": library, "symbol": symbol, **more})


def ways(written):
    """A type as it is spelled, and without what a declaration may leave out."""
    plain = re.sub(r"\s*\*\s*", " *", written).replace("* *", "**").replace("* *", "**")
    tight = plain.replace(" *", "*")
    short = re.sub(r"\b(?:struct|enum|union) ", "", plain)
    return sorted({written, plain, tight, short, short.replace(" *", "*")})


def function(library, cursor):
    arguments = list(cursor.get_arguments())
    own = [one.spelling for one in arguments]
    symbol = cursor.spelling
    add("deprecated", library, symbol, yes=cursor.availability == AvailabilityKind.DEPRECATED)
    result = cursor.result_type.spelling
    add("returns", library, symbol, value=["nothing", "void"] if result == "void" else ways(result))
    if any(name == "" or name.startswith("_") for name in own) or cursor.type.kind == TypeKind.FUNCTIONNOPROTO:
        return
    if not cursor.type.is_function_variadic():
        add("parameters", library, symbol, names=own)
    if len(own) > 1 and not cursor.type.is_function_variadic():
        place = len(own) // 2 + 1
        add("nth", library, symbol, ordinal=place, count=len(own), value=[own[place - 1]])
    for one in arguments:
        written = one.type.spelling
        # Functions and arrays are written around their name.
        if not re.search(r"[(\[]", written) and "(" not in one.type.get_canonical().spelling:
            add("type", library, symbol, parameter=one.spelling, value=ways(written))


def enumeration(library, cursor, typedef):
    members = [one for one in cursor.get_children() if one.kind == CursorKind.ENUM_CONSTANT_DECL]
    for one in members:
        number = one.enum_value
        characters = [f"'{chr(number)}'"] if 32 <= number < 127 else []
        add("constant", library, one.spelling, value=[str(number), *characters])
        names.add(one.spelling)
    own = [one.spelling for one in members]
    label = typedef or cursor.spelling
    if label and "(" not in label and 1 < len(own) < 30:
        add("allowed", library, label, names=own)


def macros(library, headers, flags, candidates):
    """The values of macros that are numbers or texts, by a program that gcc compiles and the machine runs."""
    includes = "".join(f"#include <{one}>\n" for one in headers)
    prefix = (
        "#include <stdio.h>\n" + includes + "static void I(const char *n, long long v) { printf(\"%s %lld\\n\", n, v); }\n"
        "static void U(const char *n, unsigned long long v) { printf(\"%s %llu\\n\", n, v); }\n"
        "static void S(const char *n, const char *v) { printf(\"%s \\\"%s\\\"\\n\", n, v); }\n"
        "static void N(const char *n, ...) { }\n"
        "#define P(n, v) _Generic((v), char *: S, const char *: S, char: I, signed char: I, short: I, int: I, long: I,"
        " long long: I, unsigned char: U, unsigned short: U, unsigned: U, unsigned long: U,"
        " unsigned long long: U, default: N)(n, v)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "values.c")
        for _ in range(8):
            ahead = prefix + "int main(void) {\n"
            lines = [f'P("{name}", ({name}));\n' for name in candidates]
            source.write_text(ahead + "".join(lines) + "return 0; }\n")
            first = ahead.count("\n") + 1
            program = str(Path(folder, "values"))
            done = subprocess.run(
                ["gcc", "-g", "-w", "-fmax-errors=0", *flags, str(source), "-o", program], capture_output=True, text=True
            )
            if done.returncode == 0:
                break
            # What doesn't compile, and what calls a function of the library.
            wrong = r"values\.c:(\d+):(?:\d+: error| undefined reference|\d+: note: in expansion of macro .P.$)"
            bad = {int(line) - first for line in re.findall(wrong, done.stderr, re.MULTILINE)}
            kept = [one for i, one in enumerate(candidates) if i not in bad]
            if len(kept) == len(candidates):
                return
            candidates = kept
        else:
            return
        printed = subprocess.run([program], capture_output=True, text=True, errors="replace").stdout
    for line in printed.splitlines():
        name, _, value = line.partition(" ")
        if value and len(value) < 40 and name in candidates:
            add("constant", library, name, value=[value])


def read(argument):
    library, flags, headers = argument.split("=")
    flags = flags.split()
    parts = headers.split(",")
    headers = [one for one in parts if not one.endswith("/")]
    text = "".join(f"#include <{one}>\n" for one in headers)
    # Headers that ask for a newer compiler hide their marks of deprecation from an older one.
    unit = Index.create().parse(
        "main.c",
        args=["-fgnuc-version=12.2", *flags],
        unsaved_files=[("main.c", text)],
        options=TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD,
    )
    wanted = tuple({f"/{one.split('/')[0]}/" if "/" in one else f"/{one}" for one in parts})
    candidates = []
    seen = set()
    before = len(facts)
    for cursor in unit.cursor.get_children():
        place = cursor.location.file
        if place is None or not any(part in str(place) for part in wanted):
            continue
        symbol = cursor.spelling
        names.add(symbol)
        # A name that macros paste together stands in no header, so nobody can read what it is.
        if symbol in seen or symbol.startswith("_") or not is_written(str(place), symbol):
            continue
        if cursor.kind == CursorKind.FUNCTION_DECL:
            seen.add(symbol)
            function(library, cursor)
        elif cursor.kind == CursorKind.ENUM_DECL and not cursor.spelling.startswith("_"):
            enumeration(library, cursor, "")
        elif cursor.kind == CursorKind.TYPEDEF_DECL:
            inner = cursor.underlying_typedef_type.get_declaration()
            if inner.kind == CursorKind.ENUM_DECL and f"enum {symbol}" != cursor.underlying_typedef_type.spelling:
                enumeration(library, inner, symbol)
        elif cursor.kind == CursorKind.MACRO_DEFINITION:
            tokens = [one.spelling for one in cursor.get_tokens()]
            if len(tokens) > 1 and not (len(tokens) > 2 and tokens[1] == "(" and is_called(cursor)):
                candidates.append(symbol)
    macros(library, headers, flags, sorted(set(candidates)))
    for one in facts[before:]:
        owners.setdefault(one["symbol"], set()).add(library)


texts = {}


def is_written(path, symbol):
    if path not in texts:
        texts[path] = set(re.findall(r"\w+", Path(path).read_text(errors="replace")))
    return symbol in texts[path]


def is_called(cursor):
    first, second = list(cursor.get_tokens())[:2]
    return first.extent.end.offset == second.extent.start.offset


for one in sys.argv[1:]:
    read(one)
known = set()
kept = []
for fact in facts:
    key = json.dumps(fact, sort_keys=True)
    if len(owners[fact["symbol"]]) == 1 and key not in known:
        known.add(key)
        kept.append(fact)
print(json.dumps({"facts": kept, "names": {"": sorted(names)}}))

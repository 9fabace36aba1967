"""Runs the doctests of one module and tells of each line what came of it.

Reads {"file", "root", "module", "seconds", "examples": [{"id", "name", "literal"}]} from standard input, and writes one JSON object a
line to file descriptor 3, as soon as it is known: nothing is lost when a later example never ends.
"""

import ast
import builtins
import collections
import doctest
import faulthandler
import importlib
import importlib.util
import json
import os
import re
import sys
import traceback

LIMIT = 2000
# How often what differs is tried again: what changes by itself proves nothing.
REPETITIONS = 3
VOLATILE = re.compile(
    r"\b(?:random|seed|shuffle|time|date|datetime|now|today|uuid\w*|id|hash|getpid|environ|platform|version\w*|"
    r"memory|\w*sizeof|perf_counter|locale|tempfile|getcwd|cwd|home|expanduser|gmtime|localtime|strftime)\b"
)
CHECKER = doctest.OutputChecker()
DIFFERENT = ("different", "raised")
LENIENT = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
# What goes wrong for want of something, rather than because a comment is wrong.
CIRCUMSTANCES = (NameError, ImportError, MemoryError, RecursionError, OSError, SystemExit, SyntaxError)


class Blocked(PermissionError):
    """Raised where an example would leave its folder."""


class Guard:
    """Keeps examples from the network, from other programs and from files outside of their folder."""

    names = re.compile(r"^(?:socket\.(?:connect|bind|getaddrinfo|gethostby\w+|sendto)|subprocess\.|os\.(?:system|exec|"
                       r"posix_spawn|spawn|fork|forkpty|startfile|kill|killpg)|pty\.|ftplib\.|smtplib\.|urllib\.)")
    changes = re.compile(r"^(?:os\.(?:remove|rename|rmdir|mkdir|truncate|chmod|chown|link|symlink|utime)|shutil\.)")

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        self.was_hit = False

    def __call__(self, event, arguments):
        if self.names.match(event):
            self.block(event)
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            if writes and not self.is_inside(path):
                self.block(event)
        if self.changes.match(event) and not all(
            self.is_inside(one) for one in arguments if isinstance(one, (str, bytes, os.PathLike))
        ):
            self.block(event)

    def is_inside(self, path):
        if isinstance(path, int):
            return True
        real = os.path.realpath(os.fsdecode(path))
        return real == os.devnull or real.startswith(self.folder + os.sep)

    def block(self, event):
        self.was_hit = True
        raise Blocked(f"examples may not: {event}")


GUARD = Guard(os.getcwd())


def limit_resources():
    try:
        import resource
    except ImportError:
        return
    for name, size in (("RLIMIT_AS", 2 << 30), ("RLIMIT_FSIZE", 64 << 20), ("RLIMIT_CORE", 0)):
        try:
            hard = resource.getrlimit(getattr(resource, name))[1]
            bound = size if hard == resource.RLIM_INFINITY else min(size, hard)
            resource.setrlimit(getattr(resource, name), (bound, hard))
        except (AttributeError, ValueError, OSError):
            continue


def load(request):
    """The module of the file, imported as its package does it, else by its place."""
    if request["root"] not in sys.path:
        sys.path.insert(0, request["root"])
    file = os.path.realpath(request["file"])
    name = request["module"]
    if all(part.isidentifier() for part in name.split(".")):
        module = importlib.import_module(name)
        if os.path.realpath(getattr(module, "__file__", None) or "") == file:
            return module
        if "." in name:
            raise ImportError(f"another {name} is imported than this one")
    spec = importlib.util.spec_from_file_location("factprobe_example", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def shortened(text):
    text = text.strip()
    return text if len(text) <= LIMIT else text[:LIMIT]


def literals(text):
    """The values of a text, one for the whole or one a line; None where they aren't all literals."""
    try:
        return [ast.literal_eval(text.strip())]
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        pass
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if len(lines) < 2:
        return None
    try:
        return [ast.literal_eval(line.strip()) for line in lines]
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def is_number(value):
    return isinstance(value, (int, float, complex)) and not isinstance(value, bool)


def is_near(a, b):
    """Whether two values are the same but for the last digits of numbers, or for rounding."""
    if is_number(a) and is_number(b):
        if isinstance(a, int) and isinstance(b, int):
            return a == b
        return a == b or a != a and b != b or abs(a - b) <= 0.01 * max(abs(a), abs(b), 1e-9)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(is_near, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(is_near(a[key], b[key]) for key in a)
    return a == b


def unordered(value):
    """A value in which the order of sequences doesn't matter."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return ("many", frozenset(collections.Counter(unordered(one) for one in value).items()))
    if isinstance(value, dict):
        return ("dict", frozenset((unordered(key), unordered(one)) for key, one in value.items()))
    return value


def exception_name(text):
    """The class of the last line of a traceback, without its module."""
    lines = [line for line in text.strip().splitlines() if line and not line[0].isspace()]
    for line in reversed(lines):
        match = re.match(r"([\w.]+)(?::|$)", line)
        if match:
            return match[1].rsplit(".", 1)[-1]
    return None


def judge(example, got):
    """What it means that a line gave something else than its docstring says."""
    want = example.want
    if CHECKER.check_output(want, got, LENIENT):
        return {"outcome": "same"}
    if "".join(want.split()) == "".join(got.split()):
        return {"outcome": "same"}
    wanted, given = literals(want), literals(got)
    if wanted is None or given is None or len(wanted) != len(given):
        return {"outcome": "doubtful"}
    if wanted == given:
        return {"outcome": "same"}
    if VOLATILE.search(example.source) or is_near(wanted, given) or unordered(wanted) == unordered(given):
        return {"outcome": "doubtful"}
    return {"outcome": "different", "actual": shortened(got), "isShort": len(got) <= LIMIT}


def judge_exception(example, got):
    """What it means that a line that should raise did something else; `got` is a traceback where it raised."""
    wanted, raised = exception_name(example.exc_msg), None
    if got.startswith("Traceback"):
        raised = exception_name(got)
        if raised is None or wanted is None or is_related(wanted, raised):
            return {"outcome": "doubtful"}
        return {"outcome": "raised", "actual": raised}
    if literals(got) is None and got.strip():
        return {"outcome": "doubtful"}
    return {"outcome": "different", "actual": shortened(got) or "None", "isShort": False}


def is_related(a, b):
    if a == b:
        return True
    first, second = getattr(builtins, a, None), getattr(builtins, b, None)
    if not isinstance(first, type) or not isinstance(second, type):
        return True
    return issubclass(first, second) or issubclass(second, first) or issubclass(second, CIRCUMSTANCES)


class Runner(doctest.DocTestRunner):
    """Keeps what came of each line instead of printing it."""

    def __init__(self, started=lambda line: None, known=lambda example, verdict: None):
        super().__init__(checker=CHECKER, verbose=False)
        self.found = {}
        self.is_poisoned = False
        self.started = started
        self.known = known

    def report_start(self, out, test, example):
        GUARD.was_hit = False
        self.started(example.lineno)

    def keep(self, example, verdict):
        if GUARD.was_hit:
            verdict = {"outcome": "blocked"}
        elif self.is_poisoned and verdict["outcome"] != "same":
            verdict = {"outcome": "failed", "error": "an earlier line of it"}
        if verdict["outcome"] in ("blocked", "failed"):
            self.is_poisoned = True
        self.found[example.lineno] = verdict
        self.known(example, verdict)

    def report_success(self, out, test, example, got):
        self.keep(example, {"outcome": "same"})

    def report_failure(self, out, test, example, got):
        self.keep(example, judge(example, got) if example.exc_msg is None else judge_exception(example, got))

    def report_unexpected_exception(self, out, test, example, exc_info):
        error = traceback.format_exception_only(*exc_info[:2])[-1].strip()
        self.keep(example, {"outcome": "failed", "error": error[:200]})


def doctest_of(example, module):
    """The doctest of a literal; its lines count from the literal's first, where they can be told."""
    text = ast.literal_eval(example["literal"])
    if text.count("\n") != example["literal"].count("\n"):
        raise ValueError("its lines can't be told")
    globs = dict(module.__dict__)
    globs["__name__"] = "__main__"
    return doctest.DocTestParser().get_doctest(text, globs, example["name"], module.__file__, 0)


def run_example(example, module, say):
    """Runs one docstring, and again where something differs."""
    silent = lambda text: None
    test = doctest_of(example, module)
    tell = lambda one, verdict: say({"type": "claim", "example": example["id"], "claim": one.lineno, **verdict})
    told = lambda one, verdict: one.want and tell(one, verdict)
    runner = Runner(lambda line: say({"type": "line", "example": example["id"], "claim": line}), told)
    runner.run(test, out=silent, clear_globs=False)
    for _ in range(REPETITIONS):
        if not any(one["outcome"] in DIFFERENT for one in runner.found.values()):
            break
        again = Runner()
        again.run(doctest_of(example, module), out=silent, clear_globs=False)
        for line, verdict in runner.found.items():
            if verdict["outcome"] in DIFFERENT and again.found.get(line) != verdict:
                runner.found[line] = {"outcome": "unstable"}
    for one in test.examples:
        if one.options.get(doctest.SKIP):
            tell(one, {"outcome": "skipped"})
        elif one.lineno in runner.found:
            told(one, runner.found[one.lineno])


def main():
    results = os.fdopen(3, "w", encoding="utf-8")

    def say(told):
        results.write(json.dumps(told) + "\n")
        results.flush()

    request = json.loads(sys.stdin.buffer.read())
    # Should nobody be left who would end it.
    faulthandler.dump_traceback_later(request["seconds"], exit=True)
    limit_resources()
    sys.dont_write_bytecode = True
    sys.addaudithook(GUARD)
    try:
        module = load(request)
    except BaseException as error:
        reason = traceback.format_exception_only(type(error), error)[-1].strip()
        say({"type": "import-failed", "error": reason[:300]})
        return
    for example in request["examples"]:
        say({"type": "begin", "example": example["id"]})
        try:
            run_example(example, module, say)
        except Exception as error:
            say({"type": "broken", "example": example["id"], "error": str(error)[:200]})
        say({"type": "end", "example": example["id"]})


if __name__ == "__main__":
    main()

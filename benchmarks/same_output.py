"""Whether two installed versions of anju say the same, byte for byte: every sample, case and data file.

    python benchmarks/same_output.py OLD_PYTHON NEW_PYTHON [--folder FILES] [--only WORDS] [--every N]

Each version runs every command line below in a process of its own, forked from one that has loaded it: into a pipe and
at a terminal 80 and 120 columns wide, in both languages, with the paths in two orders, on one processor and on two.
Standard output, standard error and the exit code must be equal; what differs is shown, and the exit code is 1.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).parent.parent

#: More differences than these are only counted.
MOST_SHOWN = 40

#: Runs inside a version: reads command lines as JSON, prints a JSON line for each.
DRIVER = r"""
import io, json, os, pty, sys, fcntl, termios, struct
lang = os.environ["ANJU_LANG"]
sys.argv = ["anju", "--lang", lang]
try:
    from anju_cli.__main__ import main
except ImportError:
    from anju_cli.cli import main
import anju_cli.cli, anju_cli.commands.check, anju_cli.commands.export, anju_cli.commands.trend
import anju_cli.commands.targets, anju_cli.commands.explain


def read_all(descriptor):
    pieces = []
    try:
        while piece := os.read(descriptor, 1 << 20):
            pieces.append(piece)
    except OSError:
        pass
    os.close(descriptor)
    return b"".join(pieces).decode("utf-8", "backslashreplace")


def run(case):
    errors = os.memfd_create("stderr")
    if case["columns"]:
        reading, writing = pty.openpty()
        fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 50, case["columns"], 0, 0))
    else:
        reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(writing, 1)
        os.dup2(errors, 2)
        if case["processors"] == 1:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
        sys.argv = ["anju", *case["arguments"]]
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        finally:
            try:
                sys.stdout.flush(); sys.stderr.flush()
            finally:
                os._exit(code)
    os.close(writing)
    out = read_all(reading)
    _, status = os.waitpid(child, 0)
    os.lseek(errors, 0, 0)
    return {"code": os.waitstatus_to_exitcode(status), "out": out, "err": read_all(errors)}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
"""


def inputs(folder: Path) -> list[list[str]]:
    """Groups of paths, relative to `folder`: each sample and case, the data, what else lies there."""
    groups = [["data/reports"], ["data/examples"]]
    for kind in ("samples", "cases", "more"):
        groups += [[str(path.relative_to(folder))] for path in sorted((folder / kind).glob("*")) if path.exists()]
    groups += [["samples"], ["cases"]]
    return groups


def command_lines(group: list[str]) -> list[dict[str, object]]:
    """What is asked of one group of paths."""
    asked: list[tuple[list[str], int, int]] = []
    for extra in ([], ["--all-years"]):
        asked += [(["check", *group, *extra, "--format", name], 0, 1) for name in ("text", "json", "markdown")]
    asked += [
        (["check", *group, "--verbose", "--all-years"], 0, 1),
        (["check", *group], 80, 1),
        (["check", *group, "--all-years", "--fail-on", "query", "--fail-on", "missed"], 120, 2),
        (["export", *group, "--department", "区民政局"], 0, 1),
        (["trend", *group], 0, 1),
        (["trend", *group, "--format", "json"], 0, 2),
        (["trend", *group, "--format", "csv", "--compare", "open-sdg"], 0, 1),
        (["trend", *group, "--format", "markdown"], 0, 1),
        (["explain", "elderly_beds_per_1000", "--on", *group, "--all-years"], 0, 1),
        (["check", *group, "--all-years", "--what-if", "rural_sanitary_toilets=70", "--format", "json"], 0, 1),
    ]
    return [{"arguments": line, "columns": columns, "processors": count} for line, columns, count in asked]


def general(folder: Path) -> list[dict[str, object]]:
    """What is asked of no report: help, the catalogue, each code and indicator, usage faults."""
    codes = sorted(path.name for path in (folder / "samples").glob("ANJ*"))
    lines = [[], ["--help"], ["--version"], ["targets"], ["targets", "养老"], ["explain", "numbers"], ["check"]]
    lines += [[name, "--help"] for name in ("targets", "explain")]
    lines += [["explain", code] for code in codes]
    lines += [["explain", "rural_sanitary_toilets"], ["explain", "infant_mortality"], ["explain", "没有"]]
    lines += [
        ["check", "nowhere.yaml"],
        ["check", "data/reports", "--area", "nothing"],
        ["check", "--fail-on", "x", "."],
    ]
    lines += [["check", "samples/ANJ408", "--targets", f"samples/{code}/bad.yaml"] for code in codes if "ANJ7" in code]
    return [{"arguments": line, "columns": columns, "processors": 1} for line in lines for columns in (0, 80)]


def answers(python: str, cases: list[dict[str, object]], folder: Path, lang: str) -> subprocess.Popen[str]:
    """A version at work on the cases."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("ANJU", "FORCE_", "NO_"))}
    environment |= {"ANJU_LANG": lang, "PYTHONUTF8": "1", "TERM": "xterm-256color", "PYTHONSAFEPATH": "1"}
    path = folder / f".driver-{abs(hash(python))}.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
    with path.open(encoding="utf-8") as stream:
        return subprocess.Popen(
            [python, "-c", DRIVER], stdin=stream, stdout=subprocess.PIPE, cwd=folder, env=environment, text=True
        )


def first_difference(left: str, right: str) -> str:
    """The first line that is not the same."""
    for number, (old, new) in enumerate(zip_longest(left.splitlines(), right.splitlines()), 1):
        if old != new:
            return f"    line {number}\n      old {old!r:.300}\n      new {new!r:.300}"
    return "    only line ends differ"


def corpus(folder: Path) -> None:
    """The samples, cases and data of this checkout."""
    for name, source in (("cases", "tests/cases"), ("data", "data")):
        shutil.copytree(ROOT / source, folder / name)
    codes = ROOT / "anju_cli" / "codes"
    for path in codes.rglob("*.yaml"):
        sample = path.relative_to(codes)
        if sample.parts[1].startswith(("bad", "good")):
            (folder / "samples" / sample).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / "samples" / sample)


def main() -> int:
    """Run both and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--every", type=int, default=1, help="only each n-th command line")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        if not options.folder:
            corpus(folder)
        groups = inputs(folder)
        cases = general(folder) + [case for group in groups for case in command_lines(group)]
        cases = [case for case in cases if options.only in json.dumps(case, ensure_ascii=False)]
        cases = cases[:: options.every]
        different = 0
        for lang in ("zh", "en"):
            old, new = (answers(python, cases, folder, lang) for python in (options.old, options.new))
            if old.stdout is None or new.stdout is None:
                return 2
            for case, *texts in zip_longest(cases, old.stdout, new.stdout):
                left, right = (json.loads(text) if text else {} for text in texts)
                if left != right:
                    different += 1
                    if different <= MOST_SHOWN:
                        print(lang, case)
                    for key in ("code", "out", "err"):
                        if left.get(key) != right.get(key) and different <= MOST_SHOWN:
                            print(f"  {key}\n{first_difference(str(left.get(key)), str(right.get(key)))}", flush=True)
    print(f"{2 * len(cases)} command lines, {different} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

"""How long a whole `anju check` of one report takes, against check-jsonschema and a bare Typer program.

Whole processes, start to exit, in turn (A B C A B C …), so that a busy machine is equally busy for each.
"""

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Program:
    """A command to be timed, at a pseudo terminal or into a pipe."""

    name: str
    command: tuple[str, ...]
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds from start to exit, seconds of the processor, the largest memory in KiB."""

    seconds: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs of one program; times in milliseconds, memory in MiB."""

    runs: list[Run] = field(default_factory=list)

    @property
    def times(self) -> list[float]:
        """From start to exit."""
        return [1000 * run.seconds for run in self.runs]

    @property
    def median(self) -> float:
        """From start to exit."""
        return statistics.median(self.times)

    @property
    def processor(self) -> float:
        """The median of the processor's time: steadier where other programs are at work."""
        return 1000 * statistics.median(run.processor for run in self.runs)

    @property
    def memory(self) -> float:
        """The largest of any run."""
        return max(run.memory for run in self.runs) / 1024


#: Which is held against which, and the most that the ratio of the processor's time may be.
LIMITS: tuple[tuple[str, str, float], ...] = (
    ("anju, pipe", "check-jsonschema, pipe", 0.55),
    ("anju, own catalogue, pipe", "check-jsonschema, pipe", 0.85),
    ("anju, terminal", "check-jsonschema, terminal", 0.65),
)


def programs(folder: Path) -> tuple[Program, ...]:
    """The programs, in the order in which they take turns."""
    report = str(folder / "report.yaml")
    anju = (str(BIN / "anju"), "check", report)
    schema_check = (str(BIN / "check-jsonschema"), "--schemafile", str(folder / "schema.json"), report)
    return (
        Program("anju, pipe", anju),
        Program("anju, own catalogue, pipe", (*anju, "--targets", str(folder / "targets.yaml"))),
        Program("check-jsonschema, pipe", schema_check),
        Program("Typer hello, pipe", (sys.executable, str(folder / "hello.py"), "world")),
        Program("anju, terminal", anju, terminal=True),
        Program("check-jsonschema, terminal", schema_check, terminal=True),
    )


def environment() -> dict[str, str]:
    """Ours, with byte code kept as it is after an installation, and colours left to the programs."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR", "ANJU_TARGETS"}
    inherited = {key: value for key, value in os.environ.items() if key not in dropped}
    return inherited | {"TERM": "xterm-256color", "PYTHONUTF8": "1"}


def run(program: Program) -> Run:
    """Run it once; anything but exit 0 ends the benchmark."""
    if program.terminal:
        reading, writing = pty.openpty()
    else:
        reading, writing = os.pipe()
    start = time.perf_counter()
    process = subprocess.Popen(
        program.command, stdin=subprocess.DEVNULL, stdout=writing, stderr=writing, env=environment()
    )
    os.close(writing)
    output = _read(reading)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{program.name} ended with {process.returncode}:\n{output.decode('utf-8', 'replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def _read(reading: int) -> bytes:
    """Everything until the other end is closed; a terminal says that with an error."""
    output = b""
    try:
        while piece := os.read(reading, 65536):
            output += piece
    except OSError:
        pass
    finally:
        os.close(reading)
    return output


def measure(selection: tuple[Program, ...], rounds: int) -> dict[str, Runs]:
    """Each program once without counting, then `rounds` times in turn."""
    runs = {program.name: Runs() for program in selection}
    for program in selection:
        run(program)
    for _ in range(rounds):
        for program in selection:
            runs[program.name].runs.append(run(program))
    return runs


def show(runs: dict[str, Runs]) -> None:
    """Medians, spread and memory, then the ratios with what they may be."""
    print(f"{'ms, MiB':28}{'median':>9}{'fastest':>9}{'slowest':>9}{'processor':>11}{'memory':>9}")
    for name, run in runs.items():
        low, high = min(run.times), max(run.times)
        print(f"{name:28}{run.median:9.0f}{low:9.0f}{high:9.0f}{run.processor:11.0f}{run.memory:9.1f}")
    print(f"\n{'ratio of medians':44}{'time':>9}{'processor':>11}{'at most':>9}")
    for ours, theirs, limit in LIMITS:
        time_ratio = runs[ours].median / runs[theirs].median
        processor = runs[ours].processor / runs[theirs].processor
        print(f"{f'{ours} / {theirs}':44}{time_ratio:9.2f}{processor:11.2f}{limit:9.2f}")


def main() -> None:
    """Write the inputs, measure, show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each program is run (15)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(HERE / "inputs.py"), folder], check=True)
        show(measure(programs(Path(folder)), rounds))


if __name__ == "__main__":
    main()

"""Thousands of yearly reports of 45 figures with their parts, judged and written as JSON, against a bare parser.

    python benchmarks/many.py [--rounds 3] [--files 1500] [--varied]

Bare: PyYAML's C parser composes the same files on one core, and every node is walked. anju reads, checks and judges
every figure of every year and writes every message, with one processor and with two. Each in turn; medians; what
checking one file takes is subtracted from anju's time. Memory is looked at twenty times a second: what the largest
process holds (RSS), and what all of them hold between them (PSS).
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent

#: Time as a multiple of the bare walk: processor time on one processor, time on the clock on two.
SHOULD_REACH = {1: 8.5, 2: 5.5}

#: MiB that the largest process may hold, by the number of files.
MEMORY = {1_500: 150, 15_000: 200}

BARE = """\
import sys, time, glob, yaml
began = time.perf_counter(), time.process_time()
for path in sorted(glob.glob(sys.argv[1] + "/*.yaml")):
    nodes = [yaml.compose(open(path, encoding="utf-8").read(), Loader=yaml.CSafeLoader)]
    while nodes:
        value = nodes.pop().value
        if isinstance(value, list):
            nodes += [node for pair in value for node in (pair if isinstance(pair, tuple) else (pair,))]
print(time.perf_counter() - began[0], time.process_time() - began[1])
"""


class Cost(NamedTuple):
    """What a run took: seconds on the clock and of processors; MiB of the largest process and of all."""

    wall: float
    processor: float
    largest: float
    together: float


def bare(folder: str) -> Cost:
    """What composing and walking takes, without starting Python; its memory is not looked at."""
    done = subprocess.run([sys.executable, "-c", BARE, folder], capture_output=True, check=True, text=True)
    wall, processor = map(float, done.stdout.split())
    return Cost(wall, processor, 0, 0)


def anju(path: str, processors: int) -> Cost:
    """What a check takes that writes JSON."""
    available = sorted(os.sched_getaffinity(0))[:processors]
    with tempfile.NamedTemporaryFile(suffix=".json") as output:
        command = [sys.executable, "-m", "anju_cli", "check", path, "--all-years", "-f", "json", "-o", output.name]
        before, began = processor_time(), time.perf_counter()
        with subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # its byte code is there, as after an installation
            preexec_fn=lambda: os.sched_setaffinity(0, available),  # noqa: PLW1509 - this program has no threads
        ) as running:
            largest, together = watched(running)
        return Cost(time.perf_counter() - began, processor_time() - before, largest, together)


def processor_time() -> float:
    """Seconds of processors that processes took which this one has started, and those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def watched(running: subprocess.Popen[bytes]) -> tuple[float, float]:
    """MiB of the largest process and of all together, at their highest."""
    largest = together = 0.0
    while running.poll() is None:
        held = [memory(process) for process in family(running.pid)]
        largest = max([largest, *(resident for resident, _ in held)])
        together = max(together, sum(share for _, share in held))
        time.sleep(0.05)
    return largest, together


def family(process: int) -> list[int]:
    """A process and all that it has started."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return []
    return [process, *(member for child in children for member in family(int(child)))]


def memory(process: int) -> tuple[float, float]:
    """MiB that a process holds, and its share of what it holds with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    except OSError:
        return 0.0, 0.0
    sizes = {line.split()[0]: int(line.split()[1]) / 1024 for line in lines}
    return sizes["Rss:"], sizes["Pss:"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=int, default=1500)
    parser.add_argument("--varied", action="store_true", help="values that do not repeat, three in a hundred faulty")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kind = ["--varied"] if asked.varied else []
        subprocess.run([sys.executable, HERE / "inputs.py", folder, "--many", str(asked.files), *kind], check=True)
        walks, starts = [], []
        costs: dict[int, list[Cost]] = {1: [], 2: []}
        for _ in range(asked.rounds):
            walks.append(bare(folder))
            starts.append(anju(str(min(Path(folder).iterdir())), 1))
            for processors, rounds in costs.items():
                rounds.append(anju(folder, processors))
    report(asked.files, middle(walks), middle(starts), {count: middle(rounds) for count, rounds in costs.items()})


def middle(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))


def report(files: int, walk: Cost, start: Cost, costs: dict[int, Cost]) -> None:
    """Print what was measured beside what should be reached."""
    print(f"bare compose and walk   {walk.wall:6.2f} s, {walk.processor:.2f} s of processors")
    print(
        f"check of one file       {start.wall:6.2f} s, {start.processor:.2f} s of processors, {start.largest:.0f} MiB"
    )
    for processors, cost in costs.items():
        wall, processor = (cost.wall - start.wall) / walk.wall, (cost.processor - start.processor) / walk.processor
        print(f"anju, {processors} processor(s)    {cost.wall:6.2f} s = {wall:.1f} bare walks, "
              f"{cost.processor:.2f} s of processors = {processor:.1f} bare walks "
              f"(should: {'processor' if processors == 1 else 'clock'} <= {SHOULD_REACH[processors]}); "
              f"largest process {cost.largest:.0f} MiB, all together {cost.together:.0f} MiB "
              f"(should: largest <= {MEMORY.get(files, '-')})")  # fmt: skip


if __name__ == "__main__":
    main()

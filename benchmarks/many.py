"""1,500 yearly reports of 45 figures with their parts, judged and written as JSON, against a bare parser.

    python benchmarks/many.py [--rounds 3]

Bare: PyYAML's C parser composes the same files on one core, and every node is walked. anju reads, checks and judges
every figure of every year and writes every message, with one processor and with two. Each in turn; medians; what
checking one file takes is subtracted from anju's.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent

#: ratio of bare parsing to anju: what it should reach.
WANTED = {1: 0.5, 2: 1.0}

BARE = """\
import sys, time, glob, yaml
began = time.perf_counter()
for path in sorted(glob.glob(sys.argv[1] + "/*.yaml")):
    nodes = [yaml.compose(open(path, encoding="utf-8").read(), Loader=yaml.CSafeLoader)]
    while nodes:
        value = nodes.pop().value
        if isinstance(value, list):
            nodes += [one for pair in value for one in (pair if isinstance(pair, tuple) else (pair,))]
print(time.perf_counter() - began)
"""


def bare(folder: str) -> float:
    """Seconds that composing and walking takes, without starting Python."""
    done = subprocess.run([sys.executable, "-c", BARE, folder], capture_output=True, check=True, text=True)
    return float(done.stdout)


def anju(paths: list[str], processors: int) -> float:
    """Seconds from start to exit of a check that writes JSON."""
    available = sorted(os.sched_getaffinity(0))[:processors]
    command = [sys.executable, "-m", "anju_cli", "check", *paths, "--all-years", "--format", "json", "-o"]
    command.append(str(Path(tempfile.gettempdir()) / f"anju-many-{os.getpid()}.json"))
    began = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, preexec_fn=lambda: os.sched_setaffinity(0, available))
    took = time.perf_counter() - began
    Path(command[-1]).unlink()
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(HERE / "inputs.py"), folder, "--many"], check=True)
        one = str(Path(folder) / "000-2018.yaml")
        times: dict[str, list[float]] = {"bare": [], "start": [], "1": [], "2": []}
        for _ in range(rounds):
            times["bare"].append(bare(folder))
            times["start"].append(anju([one], 1))
            times["1"].append(anju([folder], 1))
            times["2"].append(anju([folder], 2))
    middle = {key: median(found) for key, found in times.items()}
    print(f"bare compose and walk   {middle['bare']:6.2f} s")
    print(f"check of one file       {middle['start']:6.2f} s")
    for processors, wanted in WANTED.items():
        took = middle[str(processors)] - middle["start"]
        ratio = middle["bare"] / took
        print(f"anju, {processors} processor(s)    {took:6.2f} s   bare / anju = {ratio:.2f}, wanted {wanted}")


if __name__ == "__main__":
    main()

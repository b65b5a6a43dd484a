"""The bad and the good sample of each code: what `anju explain` shows is what the tests run.

Reports are judged with the shipped catalogue; those of the 7xx codes are catalogues themselves.
A new sample is a file dropped in: `ANJ204/bad.yaml` (or `.csv`, `.xlsx` …), or `ANJ408/bad/*` where it takes several.
"""

from pathlib import Path

#: Codes that no file of ours can show, or of which there is no bad sample, and why.
WITHOUT_SAMPLE: dict[str, str] = {
    "ANJ001": "needs a file that may not be read",
    "ANJ002": "needs a pipe or a device",
    "ANJ003": "needs a file of five megabytes",
    "ANJ013": "needs the catalogue in use on the way",
    "ANJ014": "needs one file named twice",
    "ANJ503": "no indicator of the shipped catalogue is counted up over the period (kind: total)",
    "ANJ508": "the shipped catalogue gives no baseline",
    "ANJ506": "says what was revised: there is nothing to put right",
}


def sample(code: str, which: str) -> tuple[Path, ...]:
    """The files of a code's `bad` or `good` sample, in order; none where it has no sample."""
    folder = Path(__file__).parent / code
    return tuple(sorted(folder.glob(f"{which}.*")) or sorted((folder / which).glob("*.*")))

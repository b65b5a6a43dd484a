"""Golden files: what a format gave when somebody last looked at it."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def golden(name: str, now: str) -> str:
    """The text kept under `name`; with ANJU_WRITE_GOLDEN set, `now` is kept first."""
    path = FOLDER / name
    if os.environ.get("ANJU_WRITE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(now.encode("utf-8"))
    return path.read_bytes().decode("utf-8")

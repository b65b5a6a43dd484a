"""The manual's pages: README.md with docs/zh, README.en.md with docs/en; their fences, headings, links and examples.

A `yaml` fence that begins with `# data/…` shows a shipped file. A `text` fence that begins with `$ COMMAND` shows what
that command prints at the head of the checkout; a line `…` stands for lines left out. The rows of the table in
`codes.md` are written from the words of the codes.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from anju_cli.codes import CODES
from anju_cli.codes.words import code_words
from anju_cli.texts import texts

ROOT = Path(__file__).parent.parent
LEFT_OUT = "…"
PAGES = {
    "zh": [ROOT / "README.md", *sorted((ROOT / "docs" / "zh").glob("*.md"))],
    "en": [ROOT / "README.en.md", *sorted((ROOT / "docs" / "en").glob("*.md"))],
}
EVERY = [page for pages in PAGES.values() for page in pages]

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
_CODES = re.compile(r"(?<=^\| --- \| --- \| --- \|\n)((?:\| ANJ.*\n)*)", re.MULTILINE)


class Fence(NamedTuple):
    """One fenced block: its page, its language and its lines."""

    page: Path
    language: str
    lines: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command whose output a block shows; nothing for any other block."""
        first = self.lines[0] if self.lines else ""
        return first.removeprefix("$ ") if self.language == "text" and first.startswith("$ ") else ""

    @property
    def shipped(self) -> str:
        """The shipped file that a block shows; nothing for any other block."""
        first = self.lines[0] if self.lines else ""
        return first.removeprefix("# ") if first.startswith("# data/") else ""

    def rewrite(self, lines: list[str]) -> None:
        """Put other lines in the block's place on its page."""
        old, new = (f"```{self.language}\n{chr(10).join(block)}\n```" for block in (self.lines, lines))
        self.page.write_text(self.page.read_text("utf-8").replace(old, new), "utf-8")


def page_id(page: Path) -> str:
    """How a test calls a page."""
    return page.relative_to(ROOT).as_posix()


def fences(page: Path) -> list[Fence]:
    """The fenced blocks of a page."""
    blocks = _FENCE.finditer(page.read_text("utf-8"))
    return [Fence(page, block[1], tuple(block[2].splitlines())) for block in blocks]


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text("utf-8"))


def headings(page: Path) -> list[str]:
    """The headings of a page, with their marks."""
    return re.findall(r"^#+ .+$", prose(page), re.MULTILINE)


def anchor(heading: str) -> str:
    """How a link points at a heading, as the web shows it."""
    return "#" + re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """What a link may point at within a page: its headings, and anchors set by hand."""
    return {*map(anchor, headings(page)), *(f"#{name}" for name in re.findall(r'<a id="([^"]+)">', prose(page)))}


def links(page: Path) -> list[tuple[Path, str]]:
    """The links of a page within the checkout: the file, and the anchor or nothing."""
    targets = _LINK.findall(prose(page))
    return [((page.parent / path).resolve() if path else page, anchor) for path, anchor in targets]


def lay_out(folder: Path) -> None:
    """A folder like the head of the checkout, as far as the examples read it."""
    shutil.copytree(ROOT / "data", folder / "data")


def printed(command: str, folder: Path) -> list[str]:
    """What a shell prints for a command line that begins with `anju`; nothing of this session's settings is passed."""
    passed = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    environment = {
        "PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "80", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    script = f'anju() {{ "$PYTHON" -m anju_cli "$@"; }}\n{command}'
    run = subprocess.run(
        ["bash", "-c", script],  # noqa: S607 - the reader's own shell
        cwd=folder,
        env=passed | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return [line.rstrip() for line in run.stdout.splitlines()]


def pieces(lines: list[str]) -> list[list[str]]:
    """The runs of lines between those that stand for lines left out."""
    runs: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if run]


def starts(piece: list[str], actual: list[str]) -> list[int]:
    """Where a piece stands in what was printed: all of it, else its first line, else its last."""
    for part, ahead in ((piece, 0), (piece[:1], 0), (piece[-1:], len(piece) - 1)):
        stands = [at for at in range(len(actual)) if actual[at : at + len(part)] == part]
        if stands:
            return [max(0, at - ahead) for at in stands]
    return []


def shown_of(fence: Fence, actual: list[str]) -> list[str]:
    """What was printed, with the pieces left out that the page leaves out."""
    lines = list(fence.lines[1:])
    if LEFT_OUT not in lines:
        return actual
    shown: list[str] = [LEFT_OUT] * (lines[0] == LEFT_OUT)
    for piece in pieces(lines):
        stands = starts(piece, actual)
        assert stands, f"{page_id(fence.page)}: nothing printed begins or ends like this, choose it anew: {piece}"
        shown += [*actual[stands[0] : stands[0] + len(piece)], LEFT_OUT]
    return shown if lines[-1] == LEFT_OUT else shown[:-1]


def codes_table(lang: str) -> str:
    """Every code with its level and what it says; `…` stands for what a finding fills in."""
    say = texts(lang)
    return "".join(f"| {code} | {say(f'level_{level}')} | {_said(code, lang)} |\n" for code, level in CODES.items())


def _said(code: str, lang: str) -> str:
    return re.sub(r"\{[^}]*\}", LEFT_OUT, code_words(code, lang).general.message).replace("|", r"\|")


def codes_shown(page: Path) -> str:
    """The rows of codes that a page shows."""
    block = _CODES.search(page.read_text("utf-8"))
    assert block
    return block[1]


def rewrite_codes(page: Path, rows: str) -> None:
    """Put other rows of codes in the place of those that a page shows."""
    page.write_text(_CODES.sub(lambda _: rows, page.read_text("utf-8")), "utf-8")

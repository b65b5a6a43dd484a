"""The manual's examples are real, its files shipped, its links lead somewhere, and both languages say the same.

With ANJU_WRITE_GOLDEN set, what the commands print now, the shipped files and the codes are written into every page, in
one run of one process.
"""

import json
import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from anju_cli.cli import COMMANDS
from anju_cli.comparators import GOALS
from anju_cli.outcome import Status
from anju_cli.run import FAIL_ON
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS
from tests.pages import (
    EVERY,
    LEFT_OUT,
    PAGES,
    ROOT,
    Fence,
    anchor,
    anchors,
    codes_shown,
    codes_table,
    fences,
    headings,
    lay_out,
    links,
    page_id,
    printed,
    prose,
    rewrite_codes,
    shown_of,
)

WRITE = bool(os.environ.get("ANJU_WRITE_GOLDEN"))
FENCES = [fence for page in EVERY for fence in fences(page)]
EXAMPLES = [fence for fence in FENCES if fence.command]
SHIPPED = [fence for fence in FENCES if fence.shipped]
README = ROOT / "README.md"
SETUP = [fence.lines for fence in fences(README) if fence.language == "sh"]

each_page = pytest.mark.parametrize("page", EVERY, ids=page_id)
each_language = pytest.mark.parametrize("lang", PAGES)


def fence_id(fence: Fence) -> str:
    """How a test calls a fenced block."""
    return f"{page_id(fence.page)}: {fence.lines[0]}"


def text_of(lang: str, name: str) -> str:
    """The text of one page under `docs`."""
    return (ROOT / "docs" / lang / name).read_text("utf-8")


def test_the_examples_are_there() -> None:
    """Both languages show what anju prints, more than left-out lines, and files to try it on."""
    assert set(PAGES) == {lang for lang, pages in PAGES.items() if {one.page for one in EXAMPLES} & set(pages)}
    assert [] == [fence_id(fence) for fence in EXAMPLES if not WRITE and set(fence.lines[1:]) <= {LEFT_OUT}]
    assert SHIPPED


@pytest.mark.parametrize("fence", EXAMPLES, ids=fence_id)
def test_an_example_prints_what_the_page_shows(fence: Fence, tmp_path: Path) -> None:
    """The command, typed at the head of the checkout, prints these very lines; it writes into the test's folder."""
    lay_out(tmp_path)
    actual = printed(fence.command, tmp_path)
    assert [] == [line for line in actual if "内部错误" in line or "Traceback" in line]
    expected = [fence.lines[0], *shown_of(fence, actual)]
    if WRITE:
        fence.rewrite(expected)
    else:
        assert expected == list(fence.lines)


@pytest.mark.parametrize("fence", SHIPPED, ids=fence_id)
def test_a_file_on_a_page_is_the_shipped_one(fence: Fence) -> None:
    """A page shows the files that its commands read, line for line."""
    expected = (ROOT / fence.shipped).read_text("utf-8").splitlines()
    if WRITE:
        fence.rewrite(expected)
    else:
        assert expected == list(fence.lines)


@each_page
def test_every_file_that_a_page_names_is_shipped(page: Path) -> None:
    """Each command can be typed as it stands: what lies under data, benchmarks or .ci on a page is in the checkout."""
    paths = set(re.findall(r"(?<![\w/.])(?:data|benchmarks|\.ci)/[\w./-]*\w", page.read_text("utf-8")))
    assert [] == [path for path in sorted(paths) if not (ROOT / path).exists()]


@each_page
def test_the_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the checkout finds it, and the heading or place that it names."""
    assert [] == [
        f"{path}{place}" for path, place in links(page) if not path.exists() or (place and place not in anchors(path))
    ]


@each_language
def test_every_page_is_linked_from_the_readme(lang: str) -> None:
    """Whoever opens the README finds each page of its language, and its own parts, in the table of contents."""
    readme, *pages = PAGES[lang]
    contents, *parts = [anchor(heading) for heading in headings(readme) if heading.startswith("## ")]
    expected = {(page, "") for page in pages} | {(readme, part) for part in parts}
    assert set() == expected - set(links(readme))
    assert {contents} == {place for page in pages for path, place in links(page) if path == readme}


@each_language
def test_the_readme_is_short(lang: str) -> None:
    """What most people do stands in under 250 lines."""
    assert len(PAGES[lang][0].read_text("utf-8").splitlines()) < 250


def test_both_languages_have_the_same_pages() -> None:
    """Chinese and English are equals: the same pages, and each links to its twin."""
    chinese, english = PAGES["zh"], PAGES["en"]
    assert [page.name for page in chinese[1:]] == [page.name for page in english[1:]]
    pairs = [*zip(chinese, english, strict=True), *zip(english, chinese, strict=True)]
    assert [] == [page_id(page) for page, twin in pairs if twin not in {path for path, _ in links(page)}]


def outline(page: Path) -> tuple[list[int], list[str]]:
    """The levels of a page's headings, and its blocks: commands without the language, files, else what they are."""
    levels = [len(heading.split()[0]) for heading in headings(page)]
    blocks = [fence.command.replace(" --lang en", "") or fence.shipped or fence.language for fence in fences(page)]
    return levels, blocks


@pytest.mark.parametrize(("chinese", "english"), list(zip(*PAGES.values(), strict=True)), ids=page_id)
def test_both_languages_say_the_same(chinese: Path, english: Path) -> None:
    """A page and its twin have as many headings of each level, and the same examples in the same order."""
    assert outline(chinese) == outline(english)


@each_page
def test_the_columns_of_a_table_are_its_heads(page: Path) -> None:
    """Each row of a table has as many cells as the row above it."""
    cells = [len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0 for line in prose(page).splitlines()]
    assert [] == [at for at, (above, below) in enumerate(pairwise(cells)) if above and below and above != below]


@each_language
def test_every_code_is_listed(lang: str) -> None:
    """The page of codes says of each its level and what it means, in the words of a finding."""
    page, expected = ROOT / "docs" / lang / "codes.md", codes_table(lang)
    if WRITE:
        rewrite_codes(page, expected)
    else:
        assert expected == codes_shown(page)


@each_language
def test_every_option_is_told(lang: str) -> None:
    """No option of a command is left out of the manual."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "anju_cli" / "commands").glob("*.py"))
    manual = "".join(page.read_text("utf-8") for page in PAGES[lang])
    options = {f"--{name}" for name in re.findall(r'"--([a-z-]+)"', source)}
    assert {"--fail-on", "--on"} <= options
    assert [] == sorted(option for option in options if not re.search(rf"{option}(?![\w-])", manual))
    assert [] == [name for name in COMMANDS if f"anju {name}" not in manual]


@each_language
def test_every_key_and_word_is_told(lang: str) -> None:
    """The keys of a report, the comparators of a catalogue, statuses and what --fail-on takes have their place."""
    keys = {
        f"`{key}`" for table in (REPORT_KEYS, FIGURE_KEYS, EXPLANATION_KEYS, REVISION_KEYS) for key in table
    }  # fmt: skip
    reporting = text_of(lang, "reporting.md")
    chinese = {name for table in (REPORT_KEYS, FIGURE_KEYS) for names in table.values() for name in names}
    assert [] == sorted(word for word in keys | chinese if word not in reporting)
    assert [] == [key for key in GOALS if f"`{key}" not in text_of(lang, "catalogue.md")]
    assert [] == [choice for choice in FAIL_ON if f"`{choice}`" not in text_of(lang, "ci.md")]
    assert [] == [status for status in Status if f"`{status.value}`" not in text_of(lang, "json.md")]


@each_language
def test_every_key_of_the_json_is_told(lang: str) -> None:
    """The page of the JSON names each key of an outcome, of a judgement and of a finding."""
    schema = json.loads((ROOT / "anju_cli" / "schemas" / "outcome.schema.json").read_text("utf-8"))
    shapes = [schema, *(schema["$defs"][name] for name in ("judgement", "diagnostic", "report", "region"))]
    page = text_of(lang, "json.md")
    assert [] == [key for shape in shapes for key in shape["properties"] if f"`{key}" not in page]


def test_the_first_blocks_set_up_and_run() -> None:
    """The first sh block runs the main job on data/reports, the second the tests; one or two lines each."""
    main, tests = SETUP[0], SETUP[1]
    assert main[-1].startswith(".venv/bin/anju check data/reports")
    assert tests[-1].startswith(".venv/bin/python -m pytest")
    assert {True} == {len(block) <= 2 for block in (main, tests)}


@pytest.mark.parametrize("number", [1, 2])
def test_ci_runs_the_very_blocks(number: int) -> None:
    """.ci/run takes its commands out of the README, and takes the whole block."""
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert f"block {number} > " in ci
    function = ci[ci.index("block() {") : ci.index("\n}\n", ci.index("block() {")) + 3]
    script = f"{function}block {number}"
    run = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607 - the reader's own shell
    assert "\n".join(SETUP[number - 1]) + "\n" == run.stdout


def test_the_english_readme_sets_up_alike() -> None:
    """Both READMEs show the same blocks to set up, run and test."""
    blocks = [fence.lines for fence in fences(ROOT / "README.en.md") if fence.language == "sh"]
    assert SETUP[:2] == blocks[:2]

"""The command line speaks one language: every help, every wrong usage, every message that it can come to."""

import io
import re
import sys
from pathlib import Path

import pytest

from anju_cli.catalogue.keys import KEYS
from anju_cli.characters import columns
from anju_cli.cli import COMMANDS
from anju_cli.codes import CODES
from anju_cli.comparators import GOALS
from anju_cli.formats import FORMATS
from anju_cli.loading.catalogue import load_shipped
from anju_cli.other_methods import COMPARISONS
from anju_cli.outcome import Status
from anju_cli.run import FAIL_ON
from anju_cli.schemas import SCHEMAS
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS
from anju_cli.texts import LANGUAGES
from anju_cli.texts.glossary import filled_report, glossary
from tests.command_line import ROOT, CommandLine, process

PAGES = [[], *([command] for command in COMMANDS)]

#: Command lines that come to nothing, each in a way of its own.
WRONG: dict[str, list[str]] = {
    "no command": ["--lang", "LANG"],
    "an unknown command": ["chekc"],
    "an unknown option": ["check", "data/examples", "--frmat", "json"],
    "an unknown option before the command": ["--frmat"],
    "an unknown short option": ["check", "data/examples", "-x"],
    "an option without its value": ["check", "data/examples", "--format"],
    "a flag with a value": ["targets", "--where=yes"],
    "a missing argument": ["check", "--verbose"],
    "a missing subject": ["explain", "--debug"],
    "no choice": ["check", "data/examples", "--format", "jsn"],
    "no colour": ["check", "data/examples", "--color", "pink"],
    "no kind of target": ["check", "data/examples", "--basis", "9"],
    "nothing to fail on": ["check", "data/examples", "--fail-on", "mised"],
    "no method": ["trend", "data/examples", "--compare", "sdg"],
    "no year": ["check", "data/examples", "--year", "19"],
    "two ways to say the year": ["check", "data/examples", "--year", "2019", "--all-years"],
    "no department": ["check", "data/examples", "--department", "9"],
    "no area": ["check", "data/examples", "--area", "9"],
    "no indicator": ["explain", "9", "--on", "data/examples"],
    "nothing to explain": ["explain", "9"],
    "years without a report": ["explain", "nursing_bed_share", "--year", "2019"],
    "no assumption": ["check", "data/examples", "--what-if", "9"],
    "an assumption of nothing known": ["check", "data/examples", "--what-if", "9=3"],
    "an assumption that is no number": ["check", "data/examples", "--what-if", "nursing_bed_share=many"],
    "two assumptions": ["check", "data/examples", *["--what-if", "nursing_bed_share=3"] * 2],
    "a suffix that is none": ["check", "data/examples", "--output", "9.doc"],
    "an output that can't be": ["check", "data/examples", "--output", "9/9.md"],
    "an earlier outcome that is none": ["check", "data/examples", "--against", "9.json"],
    "an earlier outcome that is a report": ["check", "data/examples", "--against", "data/examples/2019.yaml"],
    "a word that is no path": ["trend", "data/examples", "9"],
    "indicators without a path": ["trend", "nursing_bed_share"],
    "targets that are none": ["targets", "9999"],
    "a schema of nothing": ["schema", "9"],
    "a schema that is no JSON": ["schema", "report", "--output", "9.yaml"],
    "a form without a year": ["new", "--department", "区民政局"],
    "a form of a year that is none": ["new", "--year", "1999"],
    "a form for nobody": ["new", "--year", "2019", "--department", "9"],
    "a form for who leads nothing": ["new", "--year", "2019", "--department", "区城管分局"],
    "forms for all and for one": ["new", "--year", "2019", "--all-departments", "9", "--department", "区民政局"],
    "a workbook on the screen": ["new", "--year", "2019", "--format", "xlsx"],
    "a form that can't be": ["new", "--year", "2019", "--output", "9.doc"],
    "a folder that can't be": ["new", "--year", "2019", "--all-departments", "README.md/9"],
    "last year's reports that are not there": ["new", "--year", "2019", "--history", "9.yaml"],
}
AREAS = ("overall", "education", "employment", "insurance", "health", "social", "housing", "culture", "disability")
#: What a catalogue or a language is called, and what nobody translates.
NAMES = {
    *("anju", "auto", "always", "never", "zh", "en", "numbers", "report", "reports", "return", "returns"),
    *("Markdown", "JSON", "YAML", "Schema", "xlsx", "yml"), *("CSV", "Open", "SDG", "open", "sdg"),
    *("true", "false", "null", "within", "bash", "zsh"),
    *("fish", "powershell", "pwsh", "level", "total", "yearly", "none", "ANJU", "LANG", "TARGETS", "txt", "json", "md"),
    *("csv", "jsn", "doc", "yaml", "mised", "chekc", "pink", "many", "frmat", "data", "examples", "all", "pending"),
    *COMMANDS, *FORMATS, *FAIL_ON, *CODES, *GOALS, *COMPARISONS, *Status, *REPORT_KEYS, *FIGURE_KEYS, *SCHEMAS,
    *EXPLANATION_KEYS, *REVISION_KEYS, *(key for table in KEYS.values() for key in table),
    *("number", "universal", "relative", "direction", "ANJ"), *AREAS,
}  # fmt: skip


def english(text: str) -> list[str]:
    """The English words of a text that are no option, path, id or name of ours."""
    bare = re.sub(r"--?[a-z][a-z-]*|[\w.-]*/[\w./-]*|\w+\.(?:md|json|yaml|csv|doc)\b", " ", text)
    return [word for word in re.findall(r"[A-Za-z][A-Za-z_]*", bare) if word not in NAMES and "_" not in word]


def chinese(text: str) -> list[str]:
    """The Chinese of a text that is no name of the catalogue and no file of an example."""
    catalogue = load_shipped().catalogue
    assert catalogue is not None
    names = sorted((*catalogue.indicator_names.certain, *catalogue.department_names.certain), key=len, reverse=True)
    for name in names:
        text = text.replace(name, "")
    return re.findall(r"[\u4e00-\u9fff]+", text)


def said(lang: str, *arguments: str) -> str:
    """All that a process says in one language, at eighty columns."""
    words = [lang if word == "LANG" else word for word in arguments]
    done = process(*words, ANJU_LANG=lang, COLUMNS="80")
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: " ".join(page) or "anju")
def test_help_in_chinese(page: list[str]) -> None:
    """A help page has no English but names of ours, is no wider than the screen, and cuts nothing off."""
    text = said("zh", *page, "--help")
    assert (True, [], False) == (text.startswith("用法: anju "), english(text), "…" in text)
    assert 80 >= max(map(columns, text.splitlines()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: " ".join(page) or "anju")
def test_help_in_english(page: list[str]) -> None:
    """The same page has no Chinese under --lang en."""
    text = said("en", *page, "--help")
    assert (True, [], False) == (text.startswith("Usage: anju "), chinese(text), "…" in text)
    assert 80 >= max(map(columns, text.splitlines()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_usage(name: str, lang: str) -> None:
    """What is wrong with a command line is said in its language, without a traceback."""
    text = said(lang, *WRONG[name])
    assert text
    assert [] == (english(text) if lang == "zh" else chinese(text))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--lang", "zh"], "缺少命令; 可用 check export trend new targets explain schema"),
        (["check", "--verbose"], "缺少参数“路径...”"),
        (["check", "--format"], "选项“--format”后面缺少值(格式)"),
        (["targets", "--where=x"], "选项“--where”后面不带值"),
        (["chekc"], "没有命令“chekc”(可用 check export trend new targets explain schema)。您是不是要写 check?"),
        (["check", ".", "--frmat"], "没有选项“--frmat”。您是不是要写 --format?"),
        (["check", ".", "-x"], "没有选项“-x”"),
        (["schema", "reprot"], "种类: “reprot”不在可选之列: report catalogue outcome trend。您是不是要写 report?"),
    ],
)
def test_what_was_wrong(anju: CommandLine, arguments: list[str], problem: str) -> None:
    """A wrong usage is told in three lines: how the command is used, where help is, what was wrong."""
    ran = anju(*arguments)
    usage, help_line, told = ran.err.splitlines()
    assert (2, "", f"用法有误: {problem}") == (ran.code, ran.out, told)
    assert (True, True) == (usage.startswith("用法: anju "), help_line.startswith("查看帮助: anju "))


def test_hidden_characters_are_shown(anju: CommandLine) -> None:
    """An option, a command, a value that hides characters is shown by their code points."""
    for arguments in (["check", ".", "--\u202ex"], ["\u202ex"], ["check", ".", "--format", "\u202ex"], ["-\x1b"]):
        ran = anju(*arguments)
        assert (2, "", True) == (ran.code, ran.out, "<U+" in ran.err)
        assert {"\u202e", "\x1b"}.isdisjoint(ran.err)


def test_a_wrong_usage_at_a_terminal(anju: CommandLine) -> None:
    """At a terminal a long sentence is folded between words; into a pipe it stays on its line."""
    arguments = ("check", "data/examples", "--department", "9", "--lang", "en")
    assert 3 == len(anju(*arguments).err.splitlines())
    anju.monkeypatch.setattr(sys, "stderr", Terminal(sys.stderr.buffer, "utf-8"))
    shown = anju(*arguments).err.splitlines()
    assert 3 < len(shown)
    assert 80 > max(map(columns, shown))


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line in the checkout."""
    monkeypatch.chdir(ROOT)
    return CommandLine(monkeypatch, capsys)


SUBJECTS = ["上年数", "说明", "previous", "完成值", "aspirational", "牵头部门", "at_least", "左右", "落后", "behind"]
SUBJECTS += ["提前实现", "由达标转为未达标", "met late", "numbers", "period", "met", "not reported"]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_word_explained(anju: CommandLine, subject: str) -> None:
    """A key, a comparator, a status is explained by every name, in either language."""
    ran = anju("explain", subject)
    assert (0, "", True) == (ran.code, ran.err, bool(ran.out))


def test_a_word_with_several_meanings(anju: CommandLine) -> None:
    """Each meaning is told, and that there are several; an indicator of that name is one of them."""
    ran = anju("explain", "年度")
    assert ["“年度”有 2 种含义:", "", "year / 年度   填报表的栏目"] == ran.out.splitlines()[:3]
    assert "year / 年度   填报表“修订”中的栏目" in ran.out


@pytest.mark.parametrize(("lang", "subject"), [("zh", "填报表"), ("en", "report")])
def test_a_report_explained(anju: CommandLine, lang: str, subject: str, tmp_path: Path) -> None:
    """What is shown for a report has every key with its words, and passes a check as it is."""
    ran = anju("explain", subject)
    assert (0, filled_report("zh")) == (ran.code, ran.out)
    text = filled_report(lang)
    path = tmp_path / "report.yaml"
    path.write_text(text, "utf-8")
    assert 0 == anju("check", path).code
    tables = (REPORT_KEYS, FIGURE_KEYS, EXPLANATION_KEYS, REVISION_KEYS)
    keys = {key if lang == "en" else chinese[0] for table in tables for key, chinese in table.items()}
    assert set() == {key for key in keys if not re.search(rf"^[ -]*{key}:", text, re.MULTILINE)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_is_explained(lang: str) -> None:
    """Each key of a report and of a catalogue, each comparator, each status has an entry, found by all its names."""
    entries = glossary(lang).entries
    told = {(entry.level, entry.names[0]) for entry in entries}
    tables = {"report": REPORT_KEYS, "figure": FIGURE_KEYS, "explanation": EXPLANATION_KEYS, "revision": REVISION_KEYS}
    keys = {(level, key) for level, table in {**tables, **KEYS}.items() for key in table if level != "words"}
    assert keys | {("comparator", key) for key in GOALS} <= told
    assert {("status", status.value) for status in Status} <= told
    assert [] == [name for entry in entries for name in entry.names if entry not in glossary(lang).find(name)]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--area", "基本公共教育服务"], "领域 基本公共教育服务"),
        (["--area", "basic public EDUCATION services"], "领域 基本公共教育服务"),
        (["--basis", "升降"], "类别 升降"),
        (["--department", "district civil-affairs bureau"], "牵头部门 区民政局"),
    ],
)
def test_names_are_taken_folded(anju: CommandLine, arguments: list[str], shown: str) -> None:
    """Areas, kinds and departments are taken under each of their names, folded."""
    ran = anju("check", "data/examples", *arguments)
    assert (0, True) == (ran.code, f"本次只核对: {shown};" in ran.out)


def test_completion_is_installed(anju: CommandLine, tmp_path: Path) -> None:
    """The shell's script is written where it looks, and that is said in one language; an unknown shell is told."""
    anju.monkeypatch.setenv("HOME", str(tmp_path))
    shells = "anju_cli.commands.shell_completion.completion._get_shell_name"
    anju.monkeypatch.setattr(shells, lambda: "fish")
    ran = anju("--install-completion")
    script = tmp_path / ".config" / "fish" / "completions" / "anju.fish"
    assert (0, f"fish 的补全已装入 {script}; 重新打开终端后生效\n", "") == ran
    assert script.read_text("utf-8") == anju("--show-completion").out
    anju.monkeypatch.setattr(shells, lambda: None)
    ran = anju("--show-completion")
    assert (2, "", []) == (ran.code, ran.out, english(ran.err))


def test_bash_gets_its_spaces_escaped() -> None:
    """A completion stands in bash as it is offered: a space in a name would begin another word."""
    done = process(COMP_WORDS="anju check --area Basic", COMP_CWORD="3", _ANJU_COMPLETE="complete_bash")
    offered = done.stdout.decode().splitlines()
    assert "Basic\\ social\\ services" in offered

"""`--against`: what changed on an earlier outcome, and an earlier file that is none."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import anju_cli
from anju_cli.errors import AnjuError
from anju_cli.formats import View
from anju_cli.loading import earlier
from anju_cli.loading.earlier import load_earlier
from anju_cli.outcome import FindingSummary, Status
from anju_cli.outcome.changes import Changes, FigureChange, LostJudgement, StatusChange
from anju_cli.units import Unit
from tests.command_line import CommandLine
from tests.golden import golden
from tests.outcomes import BEDS, HOSTILE, OUTCOME, changed, words
from tests.rendering import document
from tests.samples_of_code import explanation, indicator, plan, report, target

PLAN = plan(
    share=indicator(
        target("at_least: 80"), target("at_most: 95", lead="民政局"), more="range: [0, 100], max_change: 15"
    ),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
    level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
)
SCHEMA = json.loads((Path(anju_cli.__file__).parent / "schemas" / "outcome.schema.json").read_text("utf-8"))

#: One change of each kind, with text as nobody should write it.
CHANGES = Changes(
    path="last|<b>.json",
    same_catalogue=False,
    missed=(StatusChange(changed(BEDS, status=Status.MISSED), Status.MET, 2018), StatusChange(BEDS, None, None)),
    met=(StatusChange(changed(BEDS, status=Status.MET), Status.MISSED, 2019),),
    other=(StatusChange(changed(BEDS, region="对照市|甲"), Status.ON_TRACK, 2019),),
    gone=(
        LostJudgement("x/at_least", HOSTILE, "对照市|甲", 2019, Status.MET),
        LostJudgement("x/at_least", HOSTILE, "对照市|甲", 2018, Status.MET),
        LostJudgement("y/at_least", HOSTILE, "对照市|甲", 2018, Status.MISSED),
        LostJudgement("z/at_least", HOSTILE, "对照市|甲", 2018, Status.MISSED),
    ),
    figures=(FigureChange("x", words("护理型床位比例", "Nursing beds"), BEDS.region, 2019, Unit("%"), None, "27.5"),),
    new=OUTCOME.findings[:1] + tuple(finding for finding in OUTCOME.findings if finding.span is None),
    settled=(FindingSummary("ANJ502", OUTCOME.findings[0].level, HOSTILE, "a|b.yaml", 3),),
    years=frozenset((section.region, section.year) for section in OUTCOME.sections),
)
SHOWN = OUTCOME._replace(since=CHANGES)
NOTHING = OUTCOME._replace(since=Changes("last.json", same_catalogue=True))


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder with a small catalogue in use."""
    found = CommandLine(monkeypatch, capsys)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", str(tmp_path / "plan" / "plan.yaml"))
    monkeypatch.chdir(tmp_path)
    return found


def check(anju: CommandLine, text: str, *more: str, name: str = "report.yaml") -> Any:
    """A report's outcome as JSON."""
    Path(name).write_text(text, "utf-8")
    return json.loads(anju("check", name, "--format", "json", *more).out)


def compared(anju: CommandLine, before: str, now: str, *more: str, name: str = "report.yaml") -> Any:
    """What changed from one report to the next."""
    Path("last.json").write_text(json.dumps(check(anju, before)), "utf-8")
    return check(anju, now, "--against", "last.json", *more, name=name)["since"]


def moved(found: Any) -> dict[str, tuple[Any, ...]]:
    """Every promise that moved: kind, status, status before and its year."""
    return {
        one["target"]: (kind, one["status"], one["before"], one["year_before"])
        for kind in ("newly_missed", "newly_met", "otherwise")
        for one in found[kind]
    }


def test_the_same_year_again(anju: CommandLine) -> None:
    """A corrected return: which promises moved, which figures read otherwise, told once an indicator."""
    before, now = report(2020, share="85", beds="30", level="甲等"), report(2020, share="79.9", beds="37", level="乙等")
    changes = compared(anju, before, now)
    assert {
        "share/at_least": ("newly_missed", "missed", "met", 2020),
        "beds/at_least": ("newly_met", "met", "missed", 2020),
        "level/grade_at_least": ("newly_missed", "missed", "met", 2020),
    } == moved(changes)  # fmt: skip
    assert [("share", "85", "79.9"), ("beds", "30", "37"), ("level", "甲等", "乙等")] == [
        (figure["indicator"], figure["before"], figure["now"]) for figure in changes["figures"]
    ]
    assert ([], [], []) == (changes["gone"], changes["new_findings"], changes["settled_findings"])
    assert changes["same_catalogue"]


def test_the_next_year(anju: CommandLine) -> None:
    """A later year is held against the newest year before it; its figures are no changed ones."""
    changes = compared(anju, report(2018, share="85", beds="30"), report(2019, share="70", beds="34"), name="b.yaml")
    assert ("otherwise", "undetermined", "met", 2018) == moved(changes)["share/at_least"]
    assert [] == changes["figures"]


def test_nothing_changed(anju: CommandLine) -> None:
    """The same report again changes nothing, though its lines have moved."""
    text = report(2020, share="约85", beds="３０")
    changes = compared(anju, text, f"# 核对过\n\n{text}")
    assert [] == [key for key, value in changes.items() if isinstance(value, list) and value]
    ran = anju("check", "report.yaml", "--against", "last.json")
    assert "与 last.json 相比: 所核范围内没有变化" in ran.out


def test_findings_come_and_go(anju: CommandLine) -> None:
    """An error put right is settled, another is new; the same text in two places counts twice."""
    before = report(2020, share="约85", beds="约30")
    changes = compared(anju, before, report(2020, share="85", beds="{value: 约30, previous: 约30}"))
    assert [("ANJ201", "report.yaml")] == [
        (finding["code"], finding["path"]) for finding in changes["settled_findings"]
    ]
    assert [("ANJ201", "report.yaml", 4)] == [
        (finding["code"], finding["path"], finding["line"]) for finding in changes["new_findings"]
    ]


@pytest.mark.parametrize("now", ["./returns", "moved", "{here}/returns"])
def test_a_path_spelt_otherwise(anju: CommandLine, now: str, tmp_path: Path) -> None:
    """A finding is known by what it is about: another spelling of the path, or another folder, makes none new."""
    for folder in ("returns", "moved"):
        Path(folder).mkdir()
        Path(folder, "a.yaml").write_text(report(2020, head="departmant: 教育局", share="约85"), "utf-8")
    anju("check", "returns", "-o", "last.json")
    found = json.loads(anju("check", now.format(here=tmp_path), "--against", "last.json", "-f", "json").out)["since"]
    assert ([], []) == (found["new_findings"], found["settled_findings"])


def test_what_is_about_no_figure_is_known_by_its_line(anju: CommandLine) -> None:
    """Of two slips of one kind the one put right is settled, wherever the other has moved."""
    before, now = (
        "year: 2020\nfigures:\n  homes: 6\n  share 80\n  beds: 40\n  rate 5\n",
        "# 核对过\nyear: 2020\nfigures:\n  homes: 6\n  share: 80\n  beds: 40\n  rate 5\n",
    )
    changes = compared(anju, before, now)
    assert ([("ANJ004", 4)], []) == (
        [(finding["code"], finding["line"]) for finding in changes["settled_findings"]], changes["new_findings"],
    )  # fmt: skip


def test_what_is_of_no_region_is_known_by_its_file(anju: CommandLine) -> None:
    """Where no year can be read, findings of two files are not taken for each other."""
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, f"{folder}.yaml").write_text(report("19", share="约85"), "utf-8")
    anju("check", "a", "-o", "last.json")
    found = json.loads(anju("check", "b", "--against", "last.json", "-f", "json").out)["since"]
    assert ["ANJ106", "ANJ201"] == sorted(finding["code"] for finding in found["new_findings"])


def test_the_same_fault_of_another_year(anju: CommandLine) -> None:
    """The same words in a return of another year are another finding."""
    found = compared(anju, report(2019, share="约85"), report(2020, share="约85"))
    assert (["ANJ201"], ["ANJ201"]) == tuple(
        [one["code"] for one in found[key]] for key in ("new_findings", "settled_findings")
    )


def test_a_query_that_was_explained(anju: CommandLine) -> None:
    """A query that stands with a reason now is settled; its promise is judged."""
    figure, why = "{value: 85, previous: 60}", explanation("ANJ502", "share", "85")
    changes = compared(anju, report(2020, share=figure), report(2020, share=figure, tail=why))
    assert ["ANJ502"] == [finding["code"] for finding in changes["settled_findings"]]
    assert ("newly_met", "met", "undetermined", 2020) == moved(changes)["share/at_least"]
    assert [(None, "85")] == [(figure["before"], figure["now"]) for figure in changes["figures"]]


def test_what_was_not_there(anju: CommandLine) -> None:
    """A promise that was judged then and not now is told, unless the options leave it out."""
    before = "scope: reported\n" + report(2020, share="85", beds="40")
    now = "scope: reported\n" + report(2020, share="85")
    assert ["beds/at_least"] == [lost["target"] for lost in compared(anju, before, now)["gone"]]
    assert [] == compared(anju, before, now, "--department", "教育局")["gone"]
    assert {"beds/at_least": ("newly_met", "met", None, None)} == moved(compared(anju, now, before))


def test_another_catalogue(anju: CommandLine) -> None:
    """Two outcomes by different catalogues are compared, and it is said."""
    text = report(2020, share="85")
    Path("last.json").write_text(json.dumps(check(anju, text)), "utf-8")
    Path("other.yaml").write_text(PLAN.replace("at_least: 80", "at_least: 90"), "utf-8")
    ran = anju("check", "report.yaml", "--against", "last.json", "--targets", "other.yaml")
    assert (0, True, True) == (ran.code, "指标目录不同" in ran.out, "新增未达标(1)" in ran.out)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "earlier_unread"),
        ("", "earlier_no_outcome"),
        ("year: 2019", "earlier_no_outcome"),
        ("[" * 100_000, "earlier_no_outcome"),
        ("{}", "earlier_no_outcome"),
        ('{"schema": "anju/trend/1"}', "earlier_no_outcome"),
        ('{"schema": "anju/outcome/1", "catalogue": {"sha256": 1}, "judgements": {}}', "earlier_no_outcome"),
    ],
)
def test_an_earlier_file_that_is_none(anju: CommandLine, content: str | None, code: str) -> None:
    """A file that can't be read or is no outcome ends the run with 2 and words."""
    if content is not None:
        Path("last.json").write_text(content, "utf-8")
    Path("report.yaml").write_text(report(2020, share="85"), "utf-8")
    with pytest.raises(AnjuError) as error:
        load_earlier("last.json")
    ran = anju("check", "report.yaml", "--against", "last.json")
    assert (code, 2, "", True) == (error.value.code, ran.code, ran.out, "last.json" in ran.said)


def test_a_path_that_no_system_has() -> None:
    """A null character in a path is words, no traceback."""
    with pytest.raises(AnjuError) as error:
        load_earlier("a\0b")
    assert "earlier_unread" == error.value.code


def test_an_outcome_of_assumptions_is_no_measure(anju: CommandLine) -> None:
    """What was assumed is not what was reported: it is refused to compare with."""
    Path("last.json").write_text(json.dumps(check(anju, report(2020, share="85"), "--what-if", "share=90")), "utf-8")
    ran = anju("check", "report.yaml", "--against", "last.json")
    assert (2, True) == (ran.code, "--what-if" in ran.err)


def test_the_earlier_file_is_not_written_over(anju: CommandLine) -> None:
    """What is compared with is no output."""
    Path("last.json").write_text(json.dumps(check(anju, report(2020, share="85"))), "utf-8")
    assert 2 == anju("check", "report.yaml", "--against", "last.json", "--output", "last.json").code


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "suffix"), [("text", "txt"), ("markdown", "md")])
def test_golden(name: str, suffix: str, lang: str) -> None:
    """What changed reads as it did when somebody last looked at it."""
    text = document(name, SHOWN, View(lang=lang))
    start = text.index(CHANGES.path.partition("|")[0])
    now = text[text.rindex("\n", 0, start) + 1 :]
    assert golden(f"since.{lang}.{suffix}", now) == now


@pytest.mark.parametrize("outcome", [SHOWN, NOTHING], ids=["changes", "nothing"])
def test_the_json_keeps_its_schema(outcome: Any) -> None:
    """The changes validate."""
    found = json.loads(document("json", outcome, View()))
    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)]


def test_nothing_is_one_sentence() -> None:
    """Where nothing changed, one sentence says so on the page too."""
    assert "## 与 last.json 相比: 所核范围内没有变化" in document("markdown", NOTHING, View())


def years(*those: int, share: str = "85") -> None:
    """A folder with a report of each of some years."""
    for path in Path().glob("r*.yaml"):
        path.unlink()
    for year in those:
        Path(f"r{year}.yaml").write_text(report(year, share=share, beds="30"), "utf-8")


#: What the earlier run was asked to see, this one, the years of reports then and now, and the years gone.
GONE = [
    (["--all-years"], ["--all-years"], (2018, 2019), (2018,), {2019}),
    (["--all-years"], ["--all-years"], (2018, 2019, 2020), (2018, 2020), {2019}),
    ([], [], (2018, 2019), (2018,), {2019}),
    ([], [], (2018,), (2018, 2019), set()),
    (["--all-years"], [], (2018, 2019), (2018, 2019), set()),
    (["--all-years"], ["--year", "2018"], (2018, 2019), (2018, 2019), set()),
    (["--all-years"], ["--year", "2018"], (2018, 2019), (2019,), {2018}),
]


@pytest.mark.parametrize(("then", "now", "before", "after", "gone"), GONE)
def test_a_year_that_is_not_there_any_more(
    anju: CommandLine, then: list[str], now: list[str], before: tuple[int, ...], after: tuple[int, ...], gone: set[int]
) -> None:
    """A year left out is told, unless this run was not asked to see it or a later one has come."""
    years(*before)
    anju("check", ".", *then, "-o", "last.json")
    years(*after)
    found = json.loads(anju("check", ".", *now, "--against", "last.json", "-f", "json").out)["since"]
    assert gone == {one["year"] for one in found["gone"]}
    ran = anju("check", ".", *now, "--against", "last.json")
    assert bool(gone) == ("年度整年" in ran.out)


def test_a_base_and_a_reference_are_figures_too(anju: CommandLine) -> None:
    """A figure that moves verdicts is told though no promise is held against it; 60.0 for 60 is no change."""
    files = {"a.yaml": report(2017, share="60", beds="20"), "b.yaml": report(2018, share="70")}
    for name, text in files.items():
        Path(name).write_text(text, "utf-8")
    anju("check", "a.yaml", "b.yaml", "--all-years", "-o", "last.json")
    Path("a.yaml").write_text(report(2017, share="56", beds="20.0"), "utf-8")
    ran = anju("check", "a.yaml", "b.yaml", "--all-years", "--against", "last.json", "-f", "json")
    told = [
        (one["indicator"], one["year"], one["before"], one["now"]) for one in json.loads(ran.out)["since"]["figures"]
    ]
    assert [("share", 2017, "60", "56")] == told
    Path("a.yaml").write_text(report(2017, beds="20"), "utf-8")
    ran = anju("check", "a.yaml", "b.yaml", "--all-years", "--against", "last.json")
    assert "share率 2017 年: 60 % → 无可采信的数" in ran.out


def test_an_outcome_of_before_unjudged_figures_were_told(anju: CommandLine) -> None:
    """An older file without them is compared as far as it goes."""
    outcome = check(anju, report(2017, share="60"))
    del outcome["unjudged"]
    Path("last.json").write_text(json.dumps(outcome), "utf-8")
    assert [] == check(anju, report(2017, share="50"), "--against", "last.json")["since"]["figures"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_what_a_shell_wrote_is_read(anju: CommandLine, encoding: str) -> None:
    """An outcome that a shell redirected with a mark or in UTF-16 is one too."""
    text = json.dumps(check(anju, report(2020, share="85")))
    Path("last.json").write_bytes(text.encode(encoding))
    assert load_earlier("last.json").judgements


def test_a_pipe_is_not_waited_for(anju: CommandLine, tmp_path: Path) -> None:  # noqa: ARG001 - its folder
    """A pipe or a device is no earlier outcome."""
    os.mkfifo("pipe")
    for path in ("pipe", os.devnull):
        with pytest.raises(AnjuError) as error:
            load_earlier(path)
        assert "earlier_no_file" == error.value.code


def test_a_file_without_end_is_not_read(anju: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """A file larger than any outcome is refused before it fills the memory."""
    monkeypatch.setattr(earlier, "LARGEST", 10)
    Path("last.json").write_text("x" * 11, "utf-8")
    with pytest.raises(AnjuError) as error:
        load_earlier("last.json")
    assert "earlier_too_large" == error.value.code


def test_the_last_reference_of_a_year_may_vanish(anju: CommandLine) -> None:
    """A year that loses its only figure beside the promises says so."""
    Path("a.yaml").write_text(report(2017, share="60"), "utf-8")
    Path("b.yaml").write_text(report(2018, share="70"), "utf-8")
    anju("check", "a.yaml", "b.yaml", "--all-years", "-o", "last.json")
    Path("a.yaml").write_text(report(2017, share="待报"), "utf-8")
    ran = anju("check", "a.yaml", "b.yaml", "--all-years", "--against", "last.json", "-f", "json")
    assert [("share", "60", None)] == [
        (one["indicator"], one["before"], one["now"]) for one in json.loads(ran.out)["since"]["figures"]
    ]


def test_last_years_figure_changed_in_silence(anju: CommandLine) -> None:
    """The year before is held against what was judged then, though only the newest year is shown now."""
    Path("a.yaml").write_text(report(2018, beds="30"), "utf-8")
    anju("check", "a.yaml", "-o", "last.json")
    Path("a.yaml").write_text(report(2018, beds="28"), "utf-8")
    Path("b.yaml").write_text(report(2019, beds="34"), "utf-8")
    ran = anju("check", "a.yaml", "b.yaml", "--against", "last.json", "-f", "json")
    assert [("beds", 2018, "30", "28")] == [
        (one["indicator"], one["year"], one["before"], one["now"]) for one in json.loads(ran.out)["since"]["figures"]
    ]

"""`--what-if`: assumed figures are judged, marked everywhere, and never touch the exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from anju_cli.formats import FORMATS
from tests.command_line import CommandLine
from tests.samples_of_code import every_year, indicator, plan, report, target
from tests.test_comparison import SCHEMA

PLAN = plan(
    share=indicator(
        target("at_least: 80"), every_year("rises: true"),
        more="range: [0, 100], max_change: 15, aliases: [比率]",
    ),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
    rate=indicator(every_year("not_below: floor"), unit="元"),
    floor=indicator(unit="元"),
    level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
)  # fmt: skip


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder with a small catalogue in use."""
    found = CommandLine(monkeypatch, capsys)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", str(tmp_path / "plan" / "plan.yaml"))
    monkeypatch.chdir(tmp_path)
    return found


def outcome(anju: CommandLine, reports: dict[str, str], *more: str) -> Any:
    """Reports as JSON, under some options."""
    for name, text in reports.items():
        Path(name).write_text(text, "utf-8")
    return json.loads(anju("check", *reports, "--format", "json", *more).out)


def stands(found: Any) -> dict[str, tuple[str, str | None, bool]]:
    """Status, value and whether it is assumed, of everything that has a figure."""
    return {
        judgement["target"]: (judgement["status"], judgement["value"], judgement["assumed"])
        for judgement in found["judgements"]
        if judgement["status"] != "not_reported"
    }


@pytest.mark.parametrize("reported", ["70", "约70", "0.7", "待报", "{value: 70, numerator: 3}"])
def test_an_assumption_stands_in_for_a_figure(anju: CommandLine, reported: str) -> None:
    """Whatever was reported, the assumed figure is judged in its place; the faults of what was reported stay told."""
    given = {"a.yaml": report(2020, share=reported)}
    plain, found = outcome(anju, given), outcome(anju, given, "--what-if", "share=85")
    assert ("met", "85", True) == stands(found)["share/at_least"]
    told = reported if not reported.startswith("{") else "70"
    assert [("share", "甲区", 2020, "85", "%", told)] == [
        tuple(one[key] for key in ("indicator", "region", "year", "value", "unit", "reported"))
        for one in found["assumptions"]
    ]
    assert plain["result"] == found["result"]
    assert [one["code"] for one in plain["diagnostics"]] == [one["code"] for one in found["diagnostics"]]
    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)]


def test_an_assumption_where_nothing_was_reported(anju: CommandLine) -> None:
    """What nobody has reported yet can be assumed: by alias, with a unit, a separator, a grade."""
    more = ["--what-if", "比率=85 %", "--what-if", "beds=1,234", "--what-if", "level=甲等"]
    found = outcome(anju, {"a.yaml": report(2020, rate="5")}, *more)
    assert {"share/at_least": "85", "beds/at_least": "1234", "level/grade_at_least": "甲等"} == {
        target_: value for target_, (_, value, assumed) in stands(found).items() if assumed and "rises" not in target_
    }
    assert [None] * 3 == [one["reported"] for one in found["assumptions"]]


def test_what_depends_on_it(anju: CommandLine) -> None:
    """A reference that is assumed decides the promise held against it; a direction asks the year before."""
    given = {"a.yaml": report(2019, share="70"), "b.yaml": report(2020, share="72", rate="5", floor="4")}
    plain, found = outcome(anju, given), outcome(anju, given, "--what-if", "floor=6", "--what-if", "share=69")
    assert ("met", "missed") == (stands(plain)["rate/not_below"][0], stands(found)["rate/not_below"][0])
    assert ("met", "missed") == (stands(plain)["share/rises"][0], stands(found)["share/rises"][0])


def test_rules_hold_for_assumptions_too(anju: CommandLine) -> None:
    """An impossible or unlikely assumption is no figure either; it is said, and the exit code stays."""
    given = {"a.yaml": report(2020, share="{value: 79, previous: 70}")}
    found = outcome(anju, given, "--what-if", "share=780")
    assert ("undetermined", None, True) == stands(found)["share/at_least"]
    told = [(one["code"], one["path"], one["line"]) for one in found["diagnostics"]]
    assert [("ANJ204", "--what-if", None), ("ANJ502", "--what-if", None)] == told
    assert 0 == found["result"]["code"]


def test_which_year(anju: CommandLine) -> None:
    """The newest year reported, or the year asked for, though nothing is reported of it yet."""
    given = {"a.yaml": report(2018, share="60"), "b.yaml": report(2019, share="66")}
    assert 2019 == outcome(anju, given, "--what-if", "share=70")["assumptions"][0]["year"]
    found = outcome(anju, given, "--what-if", "share=79", "--year", "2020")
    assert (2020, ("missed", "79", True)) == (found["assumptions"][0]["year"], stands(found)["share/at_least"])


def test_which_region(anju: CommandLine) -> None:
    """The plan's own region, unless another one alone has reported."""
    own, other = report(2019, share="60"), report(2020, head="region: 乙区", share="66")
    both = outcome(anju, {"a.yaml": own, "b.yaml": other}, "--what-if", "share=90")
    assert ("甲区", 2019) == (both["assumptions"][0]["region"], both["assumptions"][0]["year"])
    alone = outcome(anju, {"b.yaml": other}, "--what-if", "share=90")
    assert "乙区" == alone["assumptions"][0]["region"]
    assert "乙区share率" in anju("check", "b.yaml", "--what-if", "share=90").out.splitlines()[0]


def test_without_any_report(anju: CommandLine) -> None:
    """Where nothing could be read, the end of the plan is assumed, and nothing was checked still."""
    found = outcome(anju, {"a.yaml": ""}, "--what-if", "share=90")
    assert (2020, 3) == (found["assumptions"][0]["year"], found["result"]["code"])


@pytest.mark.parametrize("asked", ["missed", "behind", "undetermined", "unreported", "query"])
@pytest.mark.parametrize("assumed", ["85", "10", "780"])
def test_the_exit_code_is_that_of_the_figures(anju: CommandLine, asked: str, assumed: str) -> None:
    """No assumption turns a run green or red, whatever --fail-on asks about."""
    Path("a.yaml").write_text("scope: reported\n" + report(2020, share="{value: 79, previous: 70}", beds="40"), "utf-8")
    plain = anju("check", "a.yaml", "--fail-on", asked)
    ran = anju("check", "a.yaml", "--fail-on", asked, "--what-if", f"share={assumed}")
    assert plain.code == ran.code


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_headed_in_every_format(anju: CommandLine, name: str, lang: str) -> None:
    """Every format says before anything else that figures are assumed; one for machines beside each figure."""
    Path("a.yaml").write_text(report(2020, share="70", beds="40"), "utf-8")
    text = anju("export", "a.yaml", "--what-if", "share=85", "--format", name, "--lang", lang).out
    said = {"zh": "假设测算, 不是填报结果", "en": "Assumed, not reported"}[lang]
    beside = {"json": '"assumed": true', "csv": {"zh": "假设", "en": "assumed"}[lang]}
    assert beside[name] in text if name in beside else said in text.splitlines()[0]


def test_marks(anju: CommandLine) -> None:
    """An assumed figure is marked in its row, folded or not, in its section and in the page's cell."""
    Path("a.yaml").write_text(report(2020, share="70", beds="40"), "utf-8")
    folded = anju("check", "a.yaml", "--what-if", "share=85").out
    rows = anju("check", "a.yaml", "--what-if", "share=75").out
    page = anju("export", "a.yaml", "--what-if", "share=75").out
    assert "含假设的数, 仅供测算" in folded
    assert "(≥ 80 %、假设)" in folded
    assert "share率   三   假设" in rows
    assert "75 %(假设)" in page


@pytest.mark.parametrize(
    ("assumption", "said"),
    [
        ("share", "指标=数"),
        ("share=", "指标=数"),
        ("=85", "没有指标"),
        ("shar=85", "share"),
        ("share=约85", "不合数的写法"),
        ("share=77,5", "不合数的写法"),
        ("share=待报", "不合数的写法"),
        ("share=85张", "不合数的写法"),
        ("level=丁等", "不合数的写法"),
    ],
)
def test_no_assumption(anju: CommandLine, assumption: str, said: str) -> None:
    """What is no indicator or no figure is a usage error with words."""
    Path("a.yaml").write_text(report(2020, share="70"), "utf-8")
    ran = anju("check", "a.yaml", "--what-if", assumption)
    assert (2, True) == (ran.code, said in ran.said)


def test_one_assumption_an_indicator(anju: CommandLine) -> None:
    """Of two assumptions of one figure none is picked."""
    Path("a.yaml").write_text(report(2020, share="70"), "utf-8")
    ran = anju("check", "a.yaml", "--what-if", "share=85", "--what-if", "比率=86")
    assert (2, True) == (ran.code, "只能假设一个数" in ran.said)


def test_what_was_found_in_the_files_stays_what_it_was(anju: CommandLine) -> None:
    """An assumption makes no honest report wrong: nobody reported it."""
    given = {"a.yaml": report(2018, share="70"), "b.yaml": report(2019, share="{value: 75, previous: 70}")}
    codes = [one["code"] for one in outcome(anju, given, "--year", "2018")["diagnostics"]]
    found = outcome(anju, given, "--year", "2018", "--what-if", "share=85")
    assert (codes, "met") == ([one["code"] for one in found["diagnostics"]], stands(found)["share/at_least"][0])


@pytest.mark.parametrize("value", ["85", "70"])
def test_a_revised_figure_is_assumed_in_its_new_place(anju: CommandLine, value: str) -> None:
    """What is judged is the assumption, neither the figure reported nor the one it was revised to."""
    revised = "revisions: [{indicator: share, year: 2018, was: 70, value: 72, reason: 复核}]\n"
    given = {"a.yaml": report(2018, share="70"), "b.yaml": report(2019, share="75", tail=revised)}
    found = outcome(anju, given, "--year", "2018", "--what-if", f"share={value}")
    assert (value, True) == stands(found)["share/at_least"][1:]
    assert ["ANJ506"] == [one["code"] for one in found["diagnostics"]]


def test_what_rests_on_an_assumption_is_marked(anju: CommandLine) -> None:
    """A verdict whose reference is assumed says so, in the JSON, on the page and in the table."""
    given = {"a.yaml": report(2019, rate="10", floor="12")}
    found = outcome(anju, given, "--what-if", "floor=9")
    assert ("met", "10", True) == stands(found)["rate/not_below"]
    assert [("floor", "9", True)] == [(one["indicator"], one["value"], one["assumed"]) for one in found["unjudged"]]
    rows = anju("trend", "a.yaml", "floor", "rate", "--what-if", "floor=9", "-f", "csv").out.splitlines()[1:]
    assert [True, True] == ["假设" in row for row in rows]


def test_an_assumption_of_a_year_before_the_plan_is_marked(anju: CommandLine) -> None:
    """History is shown, so an assumed figure in it is marked too."""
    Path("a.yaml").write_text(report(2017, share="70"), "utf-8")
    assert "85 %(假设)" in anju("check", "a.yaml", "--what-if", "share=85").out
    assert "含假设的数" in anju("check", "a.yaml", "--what-if", "share=85", "-f", "markdown").out
    assert "假设" in anju("trend", "a.yaml", "--what-if", "share=85", "-f", "csv").out


def test_a_faulty_assumption_is_no_fault_of_the_figures(anju: CommandLine) -> None:
    """The result is that of the figures, and says that the assumption itself was not judged."""
    Path("a.yaml").write_text(report(2019, share="70"), "utf-8")
    ran = anju("check", "a.yaml", "--what-if", "share=1000")
    assert (0, True) == (ran.code, "填报数可信; 另有假设的数本身不合格" in ran.out.replace("\n", ""))


def test_a_comparison_under_assumptions_says_so(anju: CommandLine) -> None:
    """What changed is told as assumed where it is."""
    Path("last.json").write_text(json.dumps(outcome(anju, {"a.yaml": report(2019, share="70")})), "utf-8")
    ran = anju("check", "a.yaml", "--against", "last.json", "--what-if", "share=85")
    assert "与 last.json 相比(含假设的数, 仅供测算)" in ran.out


@pytest.mark.parametrize(("given", "shown"), [("share=８５ %", "假设为 85 %("), ("level=甲等", "假设为 甲等(")])
def test_an_assumption_is_told_as_it_was_understood(anju: CommandLine, given: str, shown: str) -> None:
    """As a plain number with its unit once, a grade without one."""
    Path("a.yaml").write_text(report(2019, share="70", level="乙等"), "utf-8")
    assert shown in anju("check", "a.yaml", "--what-if", given).out


def test_nothing_reported_is_not_made_green_by_assuming(anju: CommandLine) -> None:
    """Where nothing of what is asked for was reported, nothing was checked, whatever is assumed."""
    Path("a.yaml").write_text(report(2019, share="70"), "utf-8")
    assert 3 == anju("check", "a.yaml", "--department", "民政局", "--what-if", "beds=40").code


def test_the_year_before_stays_as_the_report_states_it(anju: CommandLine) -> None:
    """An assumption about this year takes nothing from what is known of the last one."""
    found = outcome(anju, {"a.yaml": report(2019, share="{value: 60, previous: 55}")}, "--what-if", "share=68")
    assert ("met", "68", True) == stands(found)["share/rises"]
    assert ("on_track", "68", True) == stands(found)["share/at_least"]

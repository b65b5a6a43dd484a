"""Several files, or several reports of one file, are one return: who has sent, what is told twice, whose it is."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from anju_cli.assessment import Scope
from anju_cli.diagnostics import Diagnostic
from anju_cli.formats.findings import full_lines
from anju_cli.formats.layout import text_of
from anju_cli.formats.view import View
from anju_cli.loading import load_catalogue
from anju_cli.outcome import Finding, Outcome, RelatedPlace
from anju_cli.places import Cell, Place, Span, row_of
from anju_cli.readers import READERS, Content, Vocabulary
from anju_cli.readers.content import Limits
from anju_cli.readers.json_reader import read_json
from anju_cli.readers.nodes import SequenceNode
from anju_cli.run import Request, carry_out
from anju_cli.texts import texts
from tests.command_line import CommandLine
from tests.samples_of_code import ALL_YEARS, HEAD, NEWEST, Judging, codes, every_year, indicator, plan, report, target

PLAN = plan(
    HEAD.replace("departments: {", "departments: {卫健局: {en: Health}, "),
    share=indicator(target("at_least: 80"), every_year("rises: true"), more="range: [0, 100], max_change: 15"),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
    wage=indicator(every_year("at_least: 5", lead="民政局"), unit="元"),
    doctors=indicator(target("at_least: 3", lead="卫健局"), unit="人"),
)
EDU, CARE = "department: 教育局", "department: 民政局"


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan; a file in `.list` is a list of reports, a line each."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(READERS, ".list", _read_list)
    line = CommandLine(monkeypatch, capsys)
    Path("plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", "plan.yaml")
    return line


def _read_list(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    """Every item of a list as a report."""
    content = read_json(raw, vocabulary.has_known_key, limits)
    (root,) = content.roots
    assert isinstance(root, SequenceNode)
    return content._replace(roots=root.items)


def listed(*reports: Mapping[str, Any], name: str = "a.list") -> str:
    """A file with several reports, a line each, by name."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in reports)
    Path(name).write_text(f"[\n{lines}\n]\n", "utf-8")
    return name


def came_to(*paths: str, scope: Scope = ALL_YEARS) -> Outcome:
    """What files come to."""
    loaded = load_catalogue("plan.yaml")
    assert loaded.catalogue is not None
    return carry_out(Request(paths, scope), loaded, loaded.catalogue)


def standing(outcome: Outcome) -> dict[tuple[int, str], str]:
    """How every promise stands."""
    return {(one.year, one.target): one.status.value for one in outcome.judgements}


def of(year: int, **figures: Any) -> dict[str, Any]:
    """A report of a year."""
    return {"year": str(year), "figures": {id_: _texts(value) for id_, value in figures.items()}}


def _texts(value: Any) -> Any:
    return {key: str(text) for key, text in value.items()} if isinstance(value, dict) else str(value)


# several reports of one file


@pytest.mark.usefixtures("anju")
def test_a_fault_is_of_its_report_alone() -> None:
    """Of two years in one file the faulty figure is not judged, the other one is."""
    outcome = came_to(listed(of(2018, wage=6), of(2019, wage="约6")))
    stands = standing(outcome)
    assert ("met", "undetermined") == (stands[2018, "wage/at_least"], stands[2019, "wage/at_least"])
    assert [(2018, 0), (2019, 1)] == [(one.year, one.number) for one in outcome.reports]
    assert [("a.list:3", 2019)] == [
        (row_of(one.diagnostic.place.path, one.span), where and where[1])
        for where, findings in outcome.findings_by_year.items()
        for one in findings
    ]


@pytest.mark.usefixtures("anju")
@pytest.mark.parametrize(("value", "code", "status"), [("6", "ANJ409", "met"), ("7", "ANJ408", "undetermined")])
def test_one_figure_in_two_reports_of_a_file(value: str, code: str, status: str) -> None:
    """Equal it counts once; else neither counts, and both places are told."""
    outcome = came_to(listed(of(2019, wage=6), of(2019, wage=value)))
    assert ([code], status) == (codes(outcome), standing(outcome)[2019, "wage/at_least"])
    (finding,) = outcome.findings
    assert ("a.list:3", "a.list:2") == (
        row_of("a.list", finding.span), row_of("a.list", finding.related[0].span)
    )  # fmt: skip
    assert "a.list:2" == finding.diagnostic.arguments["path"]


@pytest.mark.usefixtures("anju")
def test_imagined_figures_are_of_their_report_alone() -> None:
    """One report of a file is a sample; what rests on the other one is not marked."""
    outcome = came_to(listed(of(2018, wage=6), of(2019, wage=6) | {"sample": "true"}))
    sections = {one.year: (one.sample, one.on_sample) for one in outcome.sections}
    assert {2018: (False, False), 2019: (True, True)} == sections


@pytest.mark.usefixtures("anju")
def test_reasons_in_two_reports_of_a_file() -> None:
    """Two reports of one figure may each give a reason; both stand."""
    reports = [
        of(2019, share={"value": 60, "previous": 30})
        | {"explanations": [{"code": "ANJ502", "indicator": "share", "value": "60", "reason": reason}]}
        for reason in ("新建园舍", "扩大招生")
    ]
    outcome = came_to(listed(*reports))
    assert ["ANJ502/up", "ANJ502/up", "ANJ409"] == codes(outcome)
    reasons = [finding.diagnostic.explanation for finding in outcome.findings[:2]]
    assert ["扩大招生; 新建园舍"] * 2 == [reason and reason.reason for reason in reasons]


def test_reports_of_a_file_everywhere(anju: CommandLine) -> None:
    """Every report is counted and listed; in JSON each finding says in which report of its file it is."""
    name = listed(
        of(2018, wage=6), of(2019, wage="约6") | {"region": "乙县"}, of(2019, beds=30) | {"department": "民政局"}
    )
    assert "已核 3 份填报表、3 个填报数" in anju("check", name, "--all-years").out
    document = json.loads(anju("check", name, "--all-years", "-f", "json").out)
    assert [(1, "甲区", 2018), (2, "乙县", 2019), (3, "甲区", 2019)] == [
        (one["report"], one["region"], one["year"]) for one in document["reports"]
    ]
    assert [("ANJ201", 2), ("ANJ115", 2)] == [(one["code"], one["report"]) for one in document["diagnostics"]]
    page = anju("export", name, "--all-years").out
    assert 3 == page.count("- a.list: ")


def test_findings_of_reports_are_matched_by_their_year(anju: CommandLine) -> None:
    """Against the same file nothing is new; where a report has moved in its file, nothing is either."""
    reports = [of(2018, wage="约6"), of(2019, wage="约6")]
    Path("last.json").write_text(anju("check", listed(*reports), "--all-years", "-f", "json").out, "utf-8")
    for order in (reports, reports[::-1]):
        since = json.loads(anju("check", listed(*order), "--all-years", "-f", "json", "--against", "last.json").out)[
            "since"
        ]
        assert ([], []) == (since["new_findings"], since["settled_findings"])


@pytest.mark.parametrize(("sheet", "named"), [("乙", True), ("甲", False)])
def test_the_other_sheet_is_named(sheet: str, named: bool) -> None:
    """Of two cells that differ the second has a line with its place, where it is in another sheet of the workbook."""
    second = RelatedPlace("a.xlsx", Span(9, 1, 9, 3, Cell(sheet, 4, 2)), "床位 | 29", "first", "29")
    diagnostic = Diagnostic("ANJ408", Place("a.xlsx"), {"path": "a.xlsx", "first": "29", "second": "28"})
    finding = Finding(diagnostic, Span(3, 1, 3, 3, Cell("甲", 3, 2)), "床位 | 28", related=(second,))
    shown = text_of(full_lines(finding, View(), texts("zh")), color=False)
    assert "  --> a.xlsx!甲!B3\n" in shown
    assert named == (f"  --> a.xlsx!{sheet}!B4\n" in shown)


# several files


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_departments_differ(anju: CommandLine, lang: str) -> None:
    """Both are named with both numbers; who does not lead the figure is told who does."""
    Path("a.yaml").write_text(report(2019, EDU, beds="30"), "utf-8")
    Path("b.yaml").write_text(report(2019, CARE, beds="31"), "utf-8")
    out = anju("check", "a.yaml", "b.yaml", "--lang", lang).out
    if lang == "zh":
        assert "强制 ANJ408  两个部门填的数不同: 教育局填“30”(a.yaml), 民政局填“31”" in out
        assert "a.yaml:4:9: 提示 ANJ601 这项指标不由教育局牵头(牵头: 民政局), 照收" in out
    else:
        assert "error ANJ408  two departments differ: Education says “30” (a.yaml), Civil Affairs “31”" in out
        assert "ANJ601 Education does not lead this indicator (Civil Affairs does); taken all the same" in out


def test_two_departments_agree(judged: Judging) -> None:
    """One figure, told in a note with the department that has it, too."""
    outcome = judged(PLAN, {"a.yaml": report(2019, EDU, beds="30"), "b.yaml": report(2019, CARE, beds="30.0")})
    assert ["ANJ601", "ANJ409/departments"] == codes(outcome)
    assert ("教育局", "Education") == tuple(
        outcome.findings[1].diagnostic.arguments[f"first_department{ending}"] for ending in ("", "_en")
    )


def test_a_supplement(judged: Judging) -> None:
    """A department's second file adds what the first left open; it counts once, and who sent nothing is told."""
    reports = {
        "edu.yaml": report(2019, EDU, share="{value: 70, previous: 65}"),
        "care.yaml": report(2019, CARE, beds="30", wage="待报"),
        "care-2.yaml": report(2019, CARE, wage="6"),
    }
    outcome = judged(PLAN, reports, NEWEST)
    (section,) = outcome.sections
    assert "met" == standing(outcome)[2019, "wage/at_least"]
    assert (4, ("卫健局",), ["ANJ409/yields"]) == (section.asked, section.absent, codes(outcome))


def test_regions_in_one_folder(judged: Judging) -> None:
    """Each region is a return of its own, one year of it too; nothing of one is told twice of another."""
    reports = {
        "a.yaml": report(2019, "region: 乙县", beds="30"), "b.yaml": report(2019, "region: 丙县", beds="31"),
        "c.yaml": report(2019, CARE, beds="32"), "d.yaml": report(2018, CARE, beds="33"),
    }  # fmt: skip
    outcome = judged(PLAN, reports, ALL_YEARS)
    assert [("甲区", 2018), ("甲区", 2019), ("丙县", 2019), ("乙县", 2019)] == [
        (section.region, section.year) for section in outcome.sections
    ]
    assert not {"ANJ408", "ANJ409"} & {code.partition("/")[0] for code in codes(outcome)}

"""The figures that are shipped to be tried: real ones with their sources, imagined ones that say so."""

import re
from pathlib import Path

import pytest
import yaml

from anju_cli.assessment import Scope
from anju_cli.diagnostics import Level
from anju_cli.loading import load_catalogue
from anju_cli.outcome import Outcome, Status
from anju_cli.run import Request, carry_out
from tests.command_line import CommandLine

DATA = Path(__file__).parent.parent / "data"
REPORTS = sorted((DATA / "reports").glob("*.yaml"))
EXAMPLES = sorted((DATA / "examples").glob("*.yaml"))


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(monkeypatch, capsys)


def outcome(folder: str) -> Outcome:
    """What all years of a folder come to."""
    loaded = load_catalogue()
    assert loaded.catalogue is not None
    return carry_out(Request((str(DATA / folder),), Scope(all_years=True)), loaded, loaded.catalogue)


@pytest.mark.parametrize("options", [(), ("--all-years",), ("--lang", "en", "--verbose"), ("--format", "json")])
@pytest.mark.parametrize("folder", ["reports", "examples"])
def test_what_is_shipped_can_be_believed(anju: CommandLine, folder: str, options: tuple[str, ...]) -> None:
    """Real figures and examples check with 0."""
    assert 0 == anju("check", DATA / folder, *options).code


@pytest.mark.parametrize("folder", ["reports", "examples"])
def test_no_error_and_no_open_query(folder: str) -> None:
    """What is shipped shows no fault; a query stands with its reason."""
    assert [] == [finding for finding in outcome(folder).findings if finding.diagnostic.open]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_real_figures_name_their_source(path: Path) -> None:
    """Every published figure says where it was published, and is no sample."""
    report = yaml.safe_load(path.read_text("utf-8"))
    assert report["figures"]
    assert [] == [id_ for id_, one in report["figures"].items() if not str(one.get("source", "")).strip()]
    assert not report.get("sample", False)
    assert "reported" == report["scope"]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_real_report_is_one_region_and_year(path: Path) -> None:
    """A file is named by its region and year."""
    report = yaml.safe_load(path.read_text("utf-8"))
    assert str(report["year"]) == re.sub(r"^[a-z]+-", "", path.stem)


#: What is published for these is counted in another way, or over other people: in which words that is said.
NEAR = {
    ("beijing-2015", "infant_mortality"): "户籍人口",
    ("beijing-2015", "maternal_mortality"): "户籍人口",
    ("beijing-2016", "infant_mortality"): "户籍人口",
    ("beijing-2016", "maternal_mortality"): "户籍人口",
    ("beijing-2017", "infant_mortality"): "户籍人口",
    ("beijing-2017", "maternal_mortality"): "户籍人口",
    ("china-2018", "kindergarten_coverage"): "普惠性幼儿园覆盖率",
    ("china-2019", "kindergarten_coverage"): "普惠性幼儿园覆盖率",
    ("sichuan-2017", "kindergarten_coverage"): "普惠性幼儿园覆盖率",
}


def real(name: str) -> dict[str, dict[str, str]]:
    """The figures of a real report, their numbers as they are written."""
    text = (DATA / "reports" / f"{name}.yaml").read_text("utf-8")
    figures: dict[str, dict[str, str]] = yaml.load(text, yaml.BaseLoader)["figures"]  # noqa: S506 - makes texts only
    return figures


def test_a_near_definition_says_so() -> None:
    """A figure whose definition is near, but not the plan's, has a note that begins with 口径相近 and says how."""
    noted = {
        (path.stem, id_): figure["note"]
        for path in REPORTS
        for id_, figure in real(path.stem).items()
        if "口径相近" in figure.get("note", "")
    }
    assert set(NEAR) == set(noted)
    assert [] == [key for key, note in noted.items() if not note.startswith("口径相近:") or NEAR[key] not in note]


def test_what_is_another_thing_is_no_real_figure() -> None:
    """民生支出, a national average, all women, a share from before it was counted: none stands for an indicator."""
    held = {(path.stem, id_) for path in REPORTS for id_ in real(path.stem)}
    gone = {"public_service_spending_share", "breast_cancer_check_coverage", "rural_dibao_standard"}
    assert set() == {id_ for _, id_ in held} & gone
    assert {"sichuan-2017"} == {name for name, _ in held if name.startswith("sichuan")}


def test_what_joined() -> None:
    """The coverage of 2019, the screening of 2018 with its year before, the beds of 2015 and 2020."""
    assert "76" == real("china-2019")["kindergarten_coverage"]["value"]
    screening = real("china-2018")["womens_disease_screening"]
    assert ("75.5", "66.9", True) == (screening["value"], screening["previous"], "8.6个百分点" in screening["note"])
    assert "content_23829853" in real("china-2015")["elder_beds_per_thousand"]["source"]
    beds = real("china-2020")["elder_beds_per_thousand"]
    assert ("31.1", "821.0万", "26402万") == (beds["value"], beds["numerator"], beds["denominator"])


def test_real_figures_show_a_miss_and_a_lag() -> None:
    """Published figures miss a goal (beds, 2020) and lag behind a line (kindergartens, 2019)."""
    shown = {
        (section.year, judgement.promise.key, judgement.status)
        for section in outcome("reports").sections
        for judgement in section.judgements
    }
    assert (2020, "elder_beds_per_thousand/at_least", Status.MISSED) in shown
    assert (2019, "kindergarten_coverage/at_least", Status.BEHIND) in shown


def test_a_region_has_one_name() -> None:
    """The reports of one region write its name in one way."""
    named: dict[str, set[str]] = {}
    for path in REPORTS:
        named.setdefault(path.stem.partition("-")[0], set()).add(yaml.safe_load(path.read_text("utf-8"))["region"])
    assert {1} == {len(names) for names in named.values()}
    assert len(named) == len(set().union(*named.values()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_imagined_figures_say_so(path: Path) -> None:
    """An example is marked as a sample, for the program and for who reads the file."""
    text = path.read_text("utf-8")
    report = yaml.safe_load(text)
    assert report.get("sample", report.get("示例")) in {True, "是"}
    assert "示例数据(虚构)" in text.splitlines()[0]


def test_examples_show_what_there_is_to_see() -> None:
    """The examples hold a history, every status of a promise that a return has, and a query with its reason."""
    found = outcome("examples")
    statuses = {status for section in found.sections for status in section.counts}
    wanted = {Status.MET, Status.ON_TRACK, Status.BEHIND, Status.MISSED, Status.PENDING, Status.NOT_APPLICABLE}
    assert wanted <= statuses
    assert {True, False} == {section.history for section in found.sections}
    assert [] != [
        finding for finding in found.findings if finding.level is Level.QUERY and finding.diagnostic.explanation
    ]

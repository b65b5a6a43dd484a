"""Units as they are shown: behind their number, in the page's language, singular and plural."""

import re
from pathlib import Path

import pytest

from anju_cli.loading import load_catalogue
from anju_cli.units import Unit
from tests.command_line import CommandLine
from tests.samples_of_code import HEAD, indicator, plan, report, target

BEDS = Unit("张", "bed|beds")


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return CommandLine(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("unit", "number", "zh", "en"),
    [
        (BEDS, "1", "1 张", "1 bed"),
        (BEDS, "-1", "-1 张", "-1 bed"),
        (BEDS, "1.0", "1.0 张", "1.0 beds"),
        (BEDS, "1,558,740", "1,558,740 张", "1,558,740 beds"),
        (Unit("张"), "1", "1 张", "1 张"),
        (Unit("万元", "ten thousand yuan"), "1", "1 万元", "1 ten thousand yuan"),
        (Unit("1/10万", "per 100,000"), "60.5", "60.5/10万", "60.5 per 100,000"),
        (Unit("1/10万", "1 per 100,000"), "60.5", "60.5/10万", "60.5 per 100,000"),
        (Unit("1/万", "1/10,000"), "≈2.5", "≈2.5/万", "≈2.5/10,000"),
        (Unit("/千人"), "5", "5/千人", "5/千人"),
        (Unit("10万人"), "5", "5 10万人", "5 10万人"),
        (Unit("%"), "78.50", "78.50 %", "78.50 %"),
        (Unit(""), "3", "3", "3"),
    ],
)
def test_a_unit_behind_a_number(unit: Unit, number: str, zh: str, en: str) -> None:
    """The 1 of 1/10万 is left out; of two English forms the first goes with 1; without English it stands as it is."""
    assert [zh, en] == [unit.behind(number, lang) for lang in ("zh", "en")]


@pytest.mark.parametrize(("unit", "named"), [(BEDS, "beds (张)"), (Unit("%"), "%"), (Unit("张"), "张")])
def test_a_unit_that_is_to_be_written(unit: Unit, named: str) -> None:
    """Who writes it is told what the catalogue takes, too."""
    assert (unit.written, named) == (unit.named("zh"), unit.named("en"))


PARTS = (
    "per: 1000, max_change: 1, numerator: {name: {zh: 床位, en: beds}, unit: 张, unit_en: bed|beds}, "
    "denominator: {name: {zh: 老人, en: elders}, unit: 人, unit_en: person|people}"
)
PLAN = plan(
    HEAD.replace("{name: 甲区, aliases: [甲城区]}", "{name: Jia}").replace("甲府办〔2018〕1号", "No 1"),
    rate=indicator(
        target("at_least: 37", lead="民政局"),
        unit="张/千人", more=f'unit_en: "bed per 1,000|beds per 1,000", {PARTS}',
    ),
    clinics=indicator(target("at_least: 2"), unit="所", more="unit_en: clinic|clinics, whole: true, max_change: 1"),
    deaths=indicator(target("at_most: 9"), unit="1/10万", more='unit_en: "per 100,000", range: [0, 100]'),
).replace("clause: 三", "clause: III")  # fmt: skip
REPORTS = {
    "2018.yaml": report(2018, head="region: Jia", rate="30", clinics="1", deaths="12.5"),
    "2019.yaml": report(
        2019, head="region: Jia", rate="{value: 33.0, numerator: 33, denominator: 1000}", clinics="1", deaths="200"
    ),
}
RUNS = (
    ("check",), ("check", "--verbose", "--all-years"), ("check", "-f", "markdown"), ("check", "-f", "csv"),
    ("trend",), ("trend", "-f", "markdown"), ("trend", "-f", "csv"), ("check", "--what-if", "clinics=1"),
    ("explain", "rate", "--on"), ("explain", "clinics", "--on"),
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS, ids=" ".join)
def test_english_pages_speak_of_units_in_english(anju: CommandLine, run: tuple[str, ...]) -> None:
    """No Chinese unit in text, Markdown, CSV, courses, workings, findings and assumptions."""
    Path("cat.yaml").write_text(PLAN, "utf-8")
    for name, text in REPORTS.items():
        Path(name).write_text(text, "utf-8")
    ran = anju(*run, *REPORTS, "--targets", "cat.yaml", "--lang", "en")
    assert [] == re.findall("[张人所万]", ran.out.replace("(张/千人)", ""))
    assert re.search(r"clinic|bed|per 100,000", ran.out)


def test_numbers_and_units_in_english(anju: CommandLine) -> None:
    """Singular and plural of figures, goals, gaps, moves and things to do; a unit with a 1 is one phrase."""
    Path("cat.yaml").write_text(PLAN, "utf-8")
    for name, text in REPORTS.items():
        Path(name).write_text(text, "utf-8")
    queried, settled = (
        " ".join(anju("check", *files, "--targets", "cat.yaml", "--lang", "en").out.split())
        for files in (REPORTS, ("2019.yaml",))
    )
    told = (
        "figure 1 clinic", "goal ≥ 2 clinics by 2020", "short by 1 clinic", "goal ≥ 37 beds per 1,000 by 2020",
        "rose by 3.0 beds per 1,000",
        "1 bed per 1,000 is usual at most", "outside the possible range: 200 per 100,000",
    )  # fmt: skip
    assert [] == [words for words in told if words not in queried]
    assert "short by 4.0 beds per 1,000 (at least 4 more beds" in settled


def test_a_unit_with_a_one_in_chinese(anju: CommandLine) -> None:
    """60.5/10万, in findings as in rows."""
    Path("cat.yaml").write_text(PLAN, "utf-8")
    Path("2019.yaml").write_text(REPORTS["2019.yaml"], "utf-8")
    shown = anju("check", "2019.yaml", "--targets", "cat.yaml").out
    assert ("200/10万(最大 100)" in shown, "≤ 9/10万" in shown, " 1/10万" in shown) == (True, True, False)


def test_another_unit_is_told_with_what_may_be_written(anju: CommandLine) -> None:
    """In English, too, the clerk reads which unit the catalogue takes."""
    Path("cat.yaml").write_text(PLAN, "utf-8")
    Path("2019.yaml").write_text(report(2019, head="region: Jia", rate="37元"), "utf-8")
    shown = anju("check", "2019.yaml", "--targets", "cat.yaml", "--lang", "en").out
    assert "asked in “beds per 1,000 (张/千人)”" in shown
    assert "beds per 1,000 (张/千人)" in anju("explain", "rate", "--targets", "cat.yaml", "--lang", "en").out
    refused = anju("check", "2019.yaml", "--targets", "cat.yaml", "--lang", "en", "--what-if", "rate=much")
    assert "bedsper1,000(张/千人)" in refused.said


@pytest.mark.parametrize(
    ("english", "sound"), [("bed|beds", True), ('""', True), ("beds", True), ("bed|", False), ("a|b|c", False)]
)
def test_english_units_have_one_form_or_two(tmp_path: Path, english: str, sound: bool) -> None:
    """Of an indicator and of its parts; a blank one is none."""
    text = PLAN.replace("unit_en: bed|beds}", f"unit_en: {english}}}")
    (tmp_path / "cat.yaml").write_text(text, "utf-8")
    loaded = load_catalogue(str(tmp_path / "cat.yaml"))
    codes = [(finding.code, finding.kind, finding.place.route[-2:]) for finding in loaded.diagnostics]
    assert ([] if sound else [("ANJ707", "plural", ("numerator", "unit_en"))]) == codes


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("%、张/千人", []),
        ("张/千人,%", []),
        ("元、%", ["ANJ202"]),
        ("张/千人、张/百人", ["ANJ202"]),
        ("张", ["ANJ202"]),
    ],
)
def test_a_list_of_units_over_a_table_may_have_the_right_one(anju: CommandLine, unit: str, codes: list[str]) -> None:
    """Of a list exactly one measures what the indicator does."""
    Path("cat.yaml").write_text(PLAN, "utf-8")
    Path("2019.csv").write_text(f"年度:2019,地区:甲\n单位:{unit}\n指标名称,完成值\nrate,37\n", "utf-8")
    told = re.findall("ANJ202", anju("check", "2019.csv", "--targets", "cat.yaml", "-v").out)
    assert codes == sorted(set(told))

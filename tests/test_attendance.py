"""Who has not handed in, what was asked for in vain, what was not read: in every format, and in the result."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from anju_cli.outcome import Outcome, Section
from tests.command_line import CommandLine, Ran, in_folder_of
from tests.samples_of_code import ALL_YEARS, HEAD, NEWEST, Judging, every_year, indicator, plan, report, target

PLAN = plan(
    HEAD.replace(
        "departments: {",
        "areas: {edu: 教育, care: {zh: 养老, en: Care}, art: 文化}\ndepartments: {卫健局: {en: Health}, ",
    ),
    share=indicator(target("at_least: 80", more="area: edu"), every_year("rises: true", more="area: edu")),
    beds=indicator(target("at_least: 37", lead="民政局", more="area: care"), unit="张"),
    wage=indicator(every_year("at_least: 5", lead="民政局", more="area: care"), unit="元"),
    doctors=indicator(target("at_least: 3", lead="卫健局", more="area: care"), unit="人"),
)
EDU, CARE = "department: 教育局", "department: 民政局"


def section(outcome: Outcome, year: int = 2019) -> Section:
    """That of the plan's own region."""
    (section,) = [section for section in outcome.sections if section.own and section.year == year]
    return section


def of_2019(**texts: str) -> dict[str, str]:
    """Reports of 2019 by name; each text is a head, and behind `|` the figures."""
    reports = {}
    for name, text in texts.items():
        head, _, figures = text.partition("|")
        pairs = dict(pair.split("=") for pair in figures.split()) if figures else {}
        reports[f"{name}.yaml"] = report(2019, head=head, **pairs)
    return reports


SLIP = "year: 2019\ndepartment: 民政局\nfigures:\n  beds: 30\n wage 5\n"

#: Reports, and who is absent.
ATTENDANCE = [
    (of_2019(a=f"{EDU}|share=70", b=f"{CARE}|beds=30"), ("卫健局",)),
    # a lone department's return says nothing of the others
    (of_2019(a=f"{EDU}|share=70"), ()),
    (of_2019(a=f"{EDU}|share=70", b=f"{EDU}|beds=待报"), ()),
    # blanks of a whole region's return are not reported
    (of_2019(a="|share=70"), ()),
    (of_2019(a="|share=70", b="scope: reported|beds=30"), ()),
    # a figure that it leads, in whatever return, an alias, a scope of its own, words alone
    (of_2019(a=f"{EDU}|share=70", b="|doctors=2"), ("民政局",)),
    (of_2019(a=f"{EDU}|share=70 beds=30 doctors=2", b="|share=70"), ()),
    (of_2019(a="department: 教体局|share=70", b=f"{CARE}\nscope: reported|beds=30"), ("卫健局",)),
    (of_2019(a=f"{EDU}|share=70", b=f"{CARE}|beds=待报 wage=不适用"), ("卫健局",)),
    # a word in another's return is no figure, one that is refused is
    (of_2019(a=f"{EDU}|share=70 beds=待报", b=f"{EDU}|doctors=约3", c="|share=70"), ("民政局",)),
    # the head of a file with a slip counts
    (of_2019(a=f"{EDU}|share=70") | {"b.yaml": SLIP}, ("卫健局",)),
    # another region's returns, and another year's
    (of_2019(a=f"{EDU}|share=70", b=f"{CARE}|beds=30", c="region: 乙县\ndepartment: 卫健局|doctors=2"), ("卫健局",)),
    (of_2019(a=f"{EDU}|share=70", b=f"{CARE}|beds=30") | {"c.yaml": report(2018, doctors="2")}, ("卫健局",)),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "absent"), ATTENDANCE)
def test_who_is_absent(judged: Judging, reports: dict[str, str], absent: tuple[str, ...]) -> None:
    """Who leads a promise, is named by no return and leads no figure of one, where a return names its department."""
    assert absent == section(judged(PLAN, reports, NEWEST)).absent


def test_absence_is_of_the_plan_s_own_years(judged: Judging) -> None:
    """Years before and after the plan, and other regions, have no absent."""
    reports = {
        f"{region}{year}{head}.yaml": report(year, head=f"region: {region}\ndepartment: {head}", **figures)
        for region in ("甲区", "乙县") for year in (2016, 2019, 2022)
        for head, figures in (("教育局", {"share": "70"}), ("民政局", {"beds": "30"}))
    }  # fmt: skip
    sections = judged(PLAN, reports, ALL_YEARS).sections
    assert [("甲区", 2019, ("卫健局",))] == [(one.region, one.year, one.absent) for one in sections if one.absent]


@pytest.mark.parametrize(
    ("filters", "absent"),
    [
        ({"departments": ("民政局",)}, ()), ({"departments": ("卫健局",)}, ("卫健局",)),
        ({"areas": ("edu",)}, ()), ({"areas": ("care",)}, ("卫健局",)), ({"bases": ("direction",)}, ()),
    ],
)  # fmt: skip
def test_only_promises_in_view_are_led(judged: Judging, filters: dict[str, Any], absent: tuple[str, ...]) -> None:
    """Whose promises the options leave out is not missed."""
    reports = of_2019(a=f"{EDU}|share=70", b=f"{CARE}|beds=30")
    assert absent == section(judged(PLAN, reports, NEWEST._replace(**filters))).absent


@pytest.mark.parametrize(
    ("returns", "empty"),
    [
        ([{}], ("民政局",)),
        ([{"beds": "~", "wage": "''"}], ("民政局",)),
        ([{"beds": "{source: 待查}"}], ("民政局",)),
        ([{"beds": "待报"}], ()),
        ([{"beds": "无"}], ()),
        ([{"nobody_knows": "3"}], ()),
        ([{"beds": "[3]"}], ()),
        ([{"beds": "{previous: 30}"}], ("民政局",)),  # a form has it filled in
        ([{}, {"beds": "30"}], ()),
    ],
)
def test_whose_return_is_empty(judged: Judging, returns: list[dict[str, str]], empty: tuple[str, ...]) -> None:
    """A return with no figure and no word for what is missing is told apart, and is no absence."""
    reports = {f"{number}.yaml": report(2019, head=CARE, **figures) for number, figures in enumerate(returns)}
    own = section(judged(PLAN, reports | {"a.yaml": report(2019, head=EDU, share="70")}, NEWEST))
    assert (empty, ("卫健局",)) == (own.empty, own.absent)


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan, a department's return and an empty one."""
    line = in_folder_of(PLAN, CommandLine(monkeypatch, capsys), tmp_path)
    Path("returns").mkdir()
    for name, text in of_2019(edu=f"{EDU}|share=70", care=f"{CARE}|beds=30 wage=~").items():
        Path("returns", name).write_text(text, "utf-8")
    return line


def document(ran: Ran) -> dict[str, Any]:
    """The outcome as a program reads it."""
    shown: dict[str, Any] = json.loads(ran.out)
    return shown


def test_the_absent_in_every_format(anju: CommandLine) -> None:
    """They are told by name, once as absent and not again as not asked; the totals add up to the plan's promises."""
    text = anju("check", "returns").out
    assert "没有交表(1 个部门)   卫健局 1 项\n" in text
    assert "未要求填报" not in text
    assert "小结  应核 4 项:  待定 3  未填 1  没有交表 1 项\n" in text
    page = anju("export", "returns").out
    assert 2 == page.count("没有交表(1 个部门): 卫健局 1 项。")
    assert "没有交表的部门另有 1 项。" in page
    absent = [{"region": "甲区", "year": 2019, "department": "卫健局"}]
    assert absent == document(anju("check", "returns", "-f", "json"))["absent"]
    rows = list(csv.DictReader(io.StringIO(anju("check", "returns", "-f", "csv").out.removeprefix("\ufeff"))))
    assert [("没有交表", "1", "卫健局")] == [
        (row["状态"], row["目标数"], row["牵头部门"]) for row in rows if not row["目标编号"]
    ]
    assert 5 == sum(int(row["目标数"]) for row in rows)
    assert "Nothing handed in (departments: 1)   Health 1\n" in anju("check", "returns", "--lang", "en").out


def test_who_is_absent_beside_a_whole_return(anju: CommandLine) -> None:
    """Where a return of the whole region asks for all promises, those of who is absent are not reported."""
    Path("returns/all.yaml").write_text(report(2019, share="70"), "utf-8")
    text = anju("check", "returns").out
    assert "没有交表(1 个部门)   卫健局\n" in text
    assert "小结  应核 5 项:  待定 3  未填 2\n" in text


@pytest.mark.parametrize(
    ("paths", "options", "code"),
    [
        (["returns"], [], 0),
        (["returns"], ["--fail-on", "absent"], 1),
        (["returns"], ["--fail-on", "absent", "--department", "教育局"], 0),
        (["returns/edu.yaml"], ["--fail-on", "absent"], 1),
        (["returns", "health.yaml"], ["--fail-on", "absent"], 0),
        (["other.yaml"], ["--fail-on", "absent"], 1),
        (["other.yaml"], [], 0),
        (["gone.yaml"], ["--fail-on", "absent"], 2),
        (["empty"], ["--fail-on", "absent"], 3),
    ],
)
def test_fail_on_absent(anju: CommandLine, paths: list[str], options: list[str], code: int) -> None:
    """It asks beside a lone return too, and where no return is of the plan's own region at all."""
    Path("health.yaml").write_text(report(2019, head="department: 卫健局", doctors="2"), "utf-8")
    Path("other.yaml").write_text(report(2019, head="region: 乙县", doctors="2"), "utf-8")
    Path("empty").mkdir()
    ran = anju("check", *paths, *options)
    assert (code, code == 1) == (ran.code, "按 --fail-on 的要求未通过: 有部门没有交表" in ran.out)


def test_fail_on_absent_names_all_leads(anju: CommandLine) -> None:
    """Beside a lone return they are told by name as well."""
    ran = anju("check", "returns/edu.yaml", "--fail-on", "absent")
    assert "没有交表(2 个部门)   卫健局 1 项   民政局 2 项\n" in ran.out


def test_an_assumption_is_no_return(anju: CommandLine) -> None:
    """Who is absent stays so whatever is assumed, and who handed in does not become it."""
    for figure in ("doctors=5", "share=90"):
        assert "没有交表(1 个部门)   卫健局" in anju("check", "returns", "--what-if", figure).out
    ran = anju("check", "returns", "--what-if", "doctors=5", "--year", "2020")
    assert (3, False) == (ran.code, "没有交表" in ran.out)


def test_no_return_of_the_own_region(anju: CommandLine) -> None:
    """One line says so, in each format; where a region can't be read it may be the own one."""
    Path("other.yaml").write_text(report(2019, head="region: 乙县", doctors="2"), "utf-8")
    Path("near.yaml").write_text(report(2019, head="region: 甲县", doctors="2"), "utf-8")
    said = "没有甲区的填报表, 不列没有交表的部门"
    assert [True] * 3 == [said in anju("check", "other.yaml", "-f", name).out for name in ("text", "markdown", "text")]
    assert said in anju("check", "other.yaml", "-f", "csv").err
    assert said not in anju("check", "near.yaml").out
    assert said not in anju("check", "returns", "other.yaml").out


IN_CARE = "要看的领域“养老”在所看范围内没有目标"

#: Options, and what is said of what they ask for in vain.
IN_VAIN = [
    (["--year", "2019", "--year", "2018"], "要看的 2018 年没有填报表", ("year", "2018")),
    (
        ["--department", "教育局", "--department", "卫健局"],
        "要看的部门“卫健局”没有填报表, 也没有它牵头的填报数", ("department", "卫健局"),
    ),
    (["--area", "edu", "--area", "文化"], "要看的领域“文化”在所看范围内没有目标", ("area", "art")),
    (["--basis", "number", "--department", "教育局", "--area", "edu", "--area", "care"], IN_CARE, ("area", "care")),
    (["--basis", "number", "--basis", "relative"], "要看的类别“对照”在所看范围内没有目标", ("basis", "relative")),
]  # fmt: skip


@pytest.mark.parametrize(("options", "said", "name"), IN_VAIN)
def test_what_was_asked_for_in_vain(anju: CommandLine, options: list[str], said: str, name: tuple[str, str]) -> None:
    """It is told in a line of its own in every format, and the run is not green."""
    ran = anju("check", "returns", *options)
    assert (3, True) == (ran.code, f"\n{said}\n" in ran.out)
    assert "所要看的有一部分没有对应的填报表、数或目标; 其余已核对" in ran.out
    assert f"> **{said}**" in anju("export", "returns", *options).out
    shown = document(anju("check", "returns", *options, "-f", "json"))
    assert [dict(zip(("kind", "value"), name, strict=True))] == shown["unmatched"]
    table = anju("check", "returns", *options, "-f", "csv")
    assert (3, True) == (table.code, f"\n{said}\n" in table.err)
    assert 3 == anju("check", "returns", *options, "-o", "out.txt").code


def test_totals_of_nothing(anju: CommandLine) -> None:
    """Where nothing stands behind how many promises were asked, no colon announces it."""
    assert "\n小结  应核 0 项\n" in anju("check", "returns", "--basis", "relative").out


def test_a_folder_with_nothing_to_read(anju: CommandLine) -> None:
    """A folder given by name is asked for too; one that is met on the way is not, nor one whose files are read."""
    for folder in ("empty", "returns/inner", "tables"):
        Path(folder).mkdir()
    Path("tables/a.xlsb").touch()
    ran = anju("check", "returns", "empty", "tables")
    assert (3, True) == (ran.code, "文件夹 empty 里没有填报表可读\n文件夹 tables 里没有填报表可读\n" in ran.out)
    assert 0 == anju("check", "returns", "returns/../returns").code


@pytest.mark.parametrize(
    ("text", "options"),
    [
        # a return that names it, though it have words alone; a figure of another region; one that is refused
        (report(2019, head=CARE, beds="待报"), ["--department", "教育局", "--department", "民政局"]),
        (report(2019, head="region: 乙县", beds="30"), ["--department", "教育局", "--department", "民政局"]),
        (report(2018, beds="30"), ["--department", "教育局", "--department", "民政局", "--all-years"]),
        (report(2018, head="region: 乙县", beds="30"), ["--year", "2018", "--year", "2019"]),
    ],
)
def test_what_was_asked_for_and_is_there(anju: CommandLine, text: str, options: list[str]) -> None:
    """A return or a figure suffices, in any region that is shown."""
    Path("more.yaml").write_text(text, "utf-8")
    ran = anju("check", "returns/edu.yaml", "more.yaml", *options)
    assert (0, False) == (ran.code, "要看的" in ran.out)


def test_faults_come_before_what_was_asked_for_in_vain(anju: CommandLine) -> None:
    """2 before 1 before 3; whatever is shown says it all the same."""
    Path("bad.yaml").write_text(report(2019, share="约70"), "utf-8")
    for paths, code in ((["bad.yaml"], 1), (["bad.yaml", "gone.yaml"], 2)):
        ran = anju("check", "returns/care.yaml", *paths, "--year", "2019", "--year", "2020")
        assert (code, True) == (ran.code, "要看的 2020 年没有填报表" in ran.out)


@pytest.mark.parametrize("name", ["text", "markdown", "csv", "json"])
def test_an_indicator_without_a_figure(anju: CommandLine, name: str) -> None:
    """`trend` says which of those asked for has none, beside the courses of the others."""
    ran = anju("trend", "returns", "beds", "wage", "-f", name)
    assert 3 == ran.code
    if name == "json":
        assert [{"kind": "indicator", "value": "wage"}] == document(ran)["unmatched"]
    else:
        assert "要看的指标“wage率”没有数" in (ran.err if name == "csv" else ran.out)
        assert "要看的指标“beds率”没有数" not in ran.out + ran.err


def test_explain_shows_every_year_asked_for(anju: CommandLine) -> None:
    """A year that only the next report states is shown as such, one of neither has no figure; that is not green."""
    Path("returns/care.yaml").write_text(report(2019, head=CARE, beds="{value: 30, previous: 28}"), "utf-8")
    ran = anju("explain", "beds", "--on", "returns", "--year", "2018", "--year", "2019")
    assert (0, True) == (ran.code, "甲区 2018 年 28 张(次年填报表所列)\n" in ran.out)
    ran = anju("explain", "beds", "--on", "returns", "--year", "2017", "--year", "2019")
    assert (3, True) == (ran.code, "2017 年 没有数\n要看的 2017 年没有填报表\n" in ran.out)
    ran = anju("explain", "doctors", "--on", "returns", "--all-years")
    assert (3, True) == (ran.code, ran.out.endswith("要看的指标“doctors率”没有数\n"))


def test_explain_is_silent_of_years_that_nobody_asked_for(anju: CommandLine) -> None:
    """Another region's newest year is no year of this indicator, and not told as one without a figure."""
    Path("returns/other.yaml").write_text(report(2017, head="region: 乙区\n", wage="5"), "utf-8")
    ran = anju("explain", "beds", "--on", "returns")
    assert (0, False) == (ran.code, "没有数" in ran.out)


def test_explain_shows_figures_that_are_not_judged(anju: CommandLine) -> None:
    """Years before the plan are shown beside the working; imagined and refused figures are marked."""
    Path("old.yaml").write_text(report(2016, head="sample: true", beds="20", share="约3"), "utf-8")
    out = anju("explain", "beds", "--on", "returns", "old.yaml", "--all-years").out
    assert "甲区 2016 年 20 张(示例数据(虚构))\n" in out
    assert "甲区 2016 年 约3(示例数据(虚构))\n" in anju("explain", "share", "--on", "old.yaml").out


def test_trend_shows_what_only_the_next_report_states(anju: CommandLine) -> None:
    """Also where the next year itself has a word, and for a year before the plan's first."""
    Path("a.yaml").write_text(report(2019, beds="{value: 待报, previous: 28}"), "utf-8")
    Path("b.yaml").write_text(report(2016, beds="{value: 25, previous: 24}"), "utf-8")
    years = document(anju("trend", "a.yaml", "b.yaml", "beds", "-f", "json"))["courses"][0]["years"]
    stated = [(year["year"], year["value"], year["stated"]) for year in years]
    assert [(2015, "24", True), (2016, "25", False), (2018, "28", True), (2019, None, False)] == stated


def test_files_that_look_like_returns(anju: CommandLine) -> None:
    """They are named in every format, up to ten; JSON has all; a program still finds how many there are."""
    for number in range(12):
        Path(f"returns/{number:02}.xlsb").touch()
    Path("returns/readme.txt").touch()
    paths = [f"returns/{number:02}.xlsb" for number in range(12)]
    named = f"像填报表、但格式不能读的 12 个: {'、'.join(paths[:10])}等"
    said = f"文件夹中另有 13 个文件或文件夹未读({named}; 隐藏文件、其他格式 1 个)"
    flat = said.replace(" ", "")
    for command, name, stream in (
        ("check", "text", 0),
        ("check", "markdown", 0),
        ("check", "csv", 1),
        ("trend", "text", 0),
    ):
        ran = anju(command, "returns", "-f", name)
        assert flat in "".join((ran.out, ran.err)[stream].split())
    for command in ("check", "trend"):
        assert paths == document(anju(command, "returns", "-f", "json"))["unread"]

"""The gap report: what it says at every width, in both languages; nothing lost, nothing that acts on a terminal."""

import re
from typing import Any

import pytest

from anju_cli.characters import HIDING, columns
from anju_cli.diagnostics import Diagnostic
from anju_cli.formats import View, signs
from anju_cli.formats.colour import paint
from anju_cli.formats.layout import Piece
from anju_cli.outcome import Base, Finding, Outcome, Shortfall, Status
from anju_cli.places import Place, Span
from anju_cli.texts import texts
from anju_cli.units import Unit
from tests.golden import golden
from tests.outcomes import BEDS, EMPTY, HOSTILE, OUTCOME, OWN, QUIET, changed, number, words
from tests.rendering import document
from tests.samples_of_code import Judging, indicator, plan, report, target

WIDTHS = (80, 100, 120)
LANGUAGES = ("zh", "en")

#: What a colour is written with, and nothing else that a terminal obeys.
SEQUENCE = re.compile(r"\x1b\[[\d;]*m")


def text(outcome: Outcome = OUTCOME, lang: str = "zh", width: int = 100, **more: Any) -> str:
    """The report as it is printed."""
    view = View(lang=lang, width=width, version="0.1.0", terminal=width != 100)
    return document("text", outcome, view._replace(**more))


def before_the_end(shown: str) -> str:
    """The report without its closing block, which says less where there is less room."""
    return shown.rpartition("\n\n")[0]


def bare(shown: str) -> str:
    """What is said, without the spaces that laying it out takes."""
    return "".join(shown.split())


def own_section(**changes: object) -> Outcome:
    """The outcome with nothing but the own region's year, changed."""
    return OUTCOME._replace(sections=(OUTCOME.sections[0]._replace(**changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden(lang: str, width: int, verbose: bool) -> None:
    """The report reads as it did when somebody last looked at it."""
    now = text(lang=lang, width=width, verbose=verbose)
    assert golden(f"outcome.{lang}.{width}{'.verbose' if verbose else ''}.txt", now) == now


@pytest.mark.parametrize("width", [40, 60, *WIDTHS, 200])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider(lang: str, width: int) -> None:
    """No line takes more columns than the view has, but for a place that has to be taken whole by an editor."""
    lines = text(lang=lang, width=width, verbose=True, terminal=True).splitlines()
    lines = [line for line in lines if "-->" not in line and "没有|这个.yaml" not in line]
    assert [] == [line for line in lines if columns(line) > width]


@pytest.mark.parametrize("width", [60, *WIDTHS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_lost(lang: str, width: int) -> None:
    """Every character of the report stands at every width, in the same order."""
    whole, folded = (before_the_end(text(lang=lang, width=width, verbose=True)) for width in (10_000, width))
    assert bare(whole) == bare(folded)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_and_no_number_is_cut(lang: str, width: int) -> None:
    """The words and numbers of the narrow report are those of one that needs no folding."""
    reports = (before_the_end(text(lang=lang, width=columns_)) for columns_ in (10_000, width))
    whole, folded = (re.findall(r"[A-Za-z0-9.,+\-]+", report_) for report_ in reports)
    assert whole == folded


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_has_its_word_and_its_shape(lang: str, status: Status) -> None:
    """A promise is shown with the word of its status; those with a row or a line of their own with its shape too."""
    say = texts(lang)
    shown = text(lang=lang)
    assert f"{say(f'status_{status.value}')} " in shown
    row = f"  {signs.SHAPES[status]}  {say(f'status_{status.value}')}"
    listed = say.words.get(f"{status.value}_list", row).partition("(")[0]
    assert any(line.casefold().startswith((row, listed.casefold())) for line in shown.splitlines())


def test_statuses_are_told_apart_without_colour() -> None:
    """The rows of the report begin with a shape and a word that no other status has."""
    found = set(re.findall(r"^  (\S)  (\S+)", text(verbose=True), re.MULTILINE))
    assert {("×", "未达标"), ("△", "落后"), ("○", "达到序时"), ("√", "达标"), ("?", "待定")} == found


def test_the_totals_add_up() -> None:
    """The statuses of the totals add up to what was asked."""
    lines = [one.partition("没有交表")[0] for one in re.findall(r"^小结 .*\n(?:      .*\n)*", text(), re.MULTILINE)]
    numbers = [[int(found) for found in re.findall(r" (\d+)", line)] for line in lines]
    assert [18, 2] == [asked for asked, *_ in numbers]
    assert [18, 2] == [sum(counts) for _, *counts in numbers]


def test_lists_add_up() -> None:
    """An indicator with two promises that nobody reported is named once, with how often it counts."""
    assert "未填(2)\n    区文广局: 图书馆覆盖率(2 项)\n" in text()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_is_inert(lang: str, color: bool) -> None:
    """Names, reasons and figures from outside move no cursor and turn no line, coloured or not."""
    shown = text(lang=lang, color=color, verbose=True)
    assert frozenset() == HIDING.intersection(SEQUENCE.sub("", shown).replace("\n", ""))
    assert bare("<script>alert(1)</script> | a\\|b [点我](javascript:alert(1))") in bare(SEQUENCE.sub("", shown))


def test_everything_may_be_hostile() -> None:
    """Whatever a catalogue or a report says, wherever it is shown, nothing of it acts."""
    catalogue = OUTCOME.catalogue._replace(
        title=HOSTILE, document=HOSTILE, path=HOSTILE, region=HOSTILE, departments={"区民政局": HOSTILE},
        areas=(("social", words(HOSTILE)),),
    )  # fmt: skip
    hostile = changed(BEDS,
        name=words(HOSTILE), clause=HOSTILE, unit=HOSTILE, lead=HOSTILE, goal=("not_below", "x"),
        reference=words(HOSTILE), reasons=("reference",),
        shortfall=Shortfall(372, Unit(HOSTILE)),
    )  # fmt: skip
    section = OUTCOME.sections[0]._replace(
        region=HOSTILE, judgements=(hostile, changed(hostile, status=Status.MET), changed(
            hostile, status=Status.PENDING)), not_asked_leads=((HOSTILE, 3),),
    )  # fmt: skip
    past = OUTCOME.sections[1]
    past = past._replace(
        unjudged=tuple(figure._replace(name=words(HOSTILE), grade=HOSTILE) for figure in past.unjudged)
    )
    coverage = OUTCOME.coverage._replace(filters=(("department", (HOSTILE,)), ("area", ("social",))))
    outcome = OUTCOME._replace(catalogue=catalogue, sections=(section, past), coverage=coverage)
    for lang in LANGUAGES:
        shown = text(outcome, lang, width=80)
        assert frozenset() == HIDING.intersection(shown.replace("\n", ""))
        assert [] == [line for line in shown.splitlines() if columns(line) > 80 and "-->" not in line]


def test_markup_is_shown_literally() -> None:
    """What Rich would read as a style is text like any other."""
    name = "[bold red]养老床位[/] [link=http://x]床[/link] :smile:"
    shown = text(own_section(judgements=(changed(BEDS, name=words(name)),)), color=True)
    assert name in SEQUENCE.sub("", shown)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_colour_changes_no_word(lang: str, width: int) -> None:
    """Without its sequences the coloured report is the plain one."""
    assert text(lang=lang, width=width) == SEQUENCE.sub("", text(lang=lang, width=width, color=True))


def test_lights() -> None:
    """Red is missed, yellow is behind, green is met or on track, grey is the rest."""
    shown = text(color=True)
    found = {word: code for code, word in re.findall(r"\x1b\[(\d+)m  \S  ([^\s(]+)", shown)}
    assert {"未达标": "31", "落后": "33", "达到序时": "32", "达标": "32", "待定": "90"} == found


def test_golden_colours() -> None:
    """The colours are those that somebody last looked at."""
    now = text(color=True, verbose=True)
    assert golden("outcome.zh.100.colour.txt", now) == now


def test_missing_paths_are_told_before_the_report() -> None:
    """A report that is not whole is headed so, names the path and ends with the code."""
    shown = text()
    assert shown.index("有文件未能读取, 以下结果不完整") < shown.index("遂宁市安居区 2019 年度差距报告")
    assert shown.endswith("没有这个路径: 没有|这个.yaml\n结果: 有路径不存在, 结果不完整(退出码 2)\n")


def test_a_quiet_run_begins_with_its_title() -> None:
    """Where nothing was found the report begins at once, and leaves out what there is none of."""
    shown = text(QUIET)
    assert shown.startswith("遂宁市安居区 2021 年度差距报告")
    assert [] == [word for word in ("未填(", "未要求", "本次只核对", "示例", "文件夹中") if word in shown]


def test_nothing_checked() -> None:
    """A run without any figure says so and nothing else."""
    assert text(EMPTY) == (
        "已核 0 份填报表、0 个填报数、0 项目标   强制 0   核实 0   提示 0\n结果: 没有核对到任何填报数(退出码 3)\n"
    )


def test_years_after_the_plan_are_marked() -> None:
    """A figure of a year after the plan's period is judged and marked."""
    assert "√  达标     普惠性幼儿园覆盖率   四(一)1   已作说明   规划期后\n" in text(QUIET, verbose=True)


@pytest.mark.parametrize("verbose", [False, True])
def test_notes_are_in_a_line_each(verbose: bool) -> None:
    """A note that is alone of its code has file, line, column, code and words on a line, behind the report."""
    shown = text(verbose=verbose)
    note = "returns/2019.yaml:9:28: 提示 ANJ301 全角数字或符号: 完成值“２７.5”读作 27.5 %\n"
    assert shown.index("遂宁市安居区 2019 年度差距报告") < shown.index(note)


def test_met_promises_fold_into_a_line() -> None:
    """What is met takes a line a department, with what a folded row may not hide; --verbose unfolds it."""
    assert "  √  达标(2)  普惠性幼儿园覆盖率(提前实现、已作说明)  当年新建公办幼儿园数\n" in text()
    assert "达标(2)" not in text(verbose=True).replace("达标(20", "")
    assert "  √  达标     当年新建公办幼儿园数" in text(verbose=True)


def test_who_is_absent_stands_before_the_totals() -> None:
    """Every department that has handed in nothing, and every empty return, by name, before the totals."""
    absent = own_section(absent=("区教育局", "区财政局"), empty=("区卫计局",))
    shown = text(absent)
    heading = "没有交表(2 个部门)   区教育局   区财政局 2 项\n交了空表(1 个部门)   区卫计局\n小结  应核 18 项:"
    assert heading in shown
    english = "Nothing handed in (departments: 2)   District Education Bureau   District Finance Bureau 2\n"
    assert english in text(absent, lang="en")


def test_nobody_is_told_twice() -> None:
    """Who is absent is not named under what was not asked for; where nobody else was asked no department is named."""
    shown = text(own_section(absent=("区财政局",)))
    assert "未要求填报(1)   区<b>局 1 项\n" in shown
    only = text(own_section(judgements=(changed(BEDS, lead="区财政局"),), absent=()))
    assert "未要求填报" not in only
    assert "未要求 3 项" in only


def test_a_change_is_told_once() -> None:
    """Where the base is the year before, a direction's gap is not told again as the change since the base."""
    flat = changed(BEDS, goal=("rises", "true"), by=None, status=Status.MISSED, value=number("5"), before=number("5"),
        gap=number("0"), progress=None, shortfall=None)  # fmt: skip
    for year, told in ((2018, 0), (2017, 1)):
        shown = text(own_section(judgements=(changed(flat, base=Base(year, number("5"), "report")),)))
        assert (1, told) == (before_the_end(shown).count("与上年持平"), shown.count(f"与 {year} 年持平"))


def test_advice_is_given_once() -> None:
    """A question under the caret is not asked again as what to do next; other advice stands there alone."""
    place, span = Place("a.yaml", ("figures",)), Span(1, 1, 1, 4)
    near = Diagnostic("ANJ105", place, {"key": "abc", "near": "xyz"}, "near")
    shown = text(EMPTY._replace(findings=(Finding(near, span, "abc: 5"),)))
    assert 1 == shown.count("是不是 xyz")
    assert "^^^ 是不是 xyz?\n    = 处理  请核对后改正" in shown
    assert "是不是 xyz? 请核对" in text(EMPTY._replace(findings=(Finding(near, None, ""),)))
    office = Diagnostic("ANJ114", place, {"region": "甲区教育局", "name": "甲区"}, "office")
    shown = text(EMPTY._replace(findings=(Finding(office, span, "abc: 5"),)), lang="en")
    assert "^^^\n    = next  Write “甲区”" in shown


@pytest.mark.parametrize(("head", "hinted"), [("", True), ("department: 教育局", False), ("scope: reported", False)])
def test_a_return_without_a_department(judged: Judging, head: str, hinted: bool) -> None:
    """One that fills in few of all promises is told to add its department; one that names it, or asks for less, not."""
    indicators = {f"x{number}": indicator(target("at_least: 3")) for number in range(5)}
    shown = document("text", judged(plan(**indicators), report(2019, head=head, x1="90")), View())
    assert hinted == ("有填报表没有写部门, 按全部 5 项核对" in shown)


def test_grey_may_be_skipped() -> None:
    """Grey is the clause, the base and the document's number; no answer is."""
    shown = text(own_section(judgements=(BEDS, changed(BEDS, status=Status.MISSED))), color=True)
    grey = set(re.findall(r"\x1b\[90m(.*?)\x1b\[0m", shown))
    assert {"四(五)3", "基期 2017 年 30.0", "遂安府办发〔2018〕19号"} == grey
    assert "\x1b[33m照此到 2020 年为 34.8(达不到)\x1b[0m" in shown


def test_two_promises_of_one_indicator_are_told_apart() -> None:
    """Where both promises of an indicator are met, each is named with its goal."""
    met = changed(BEDS, status=Status.MET, detail="")
    rises = changed(met, goal=("rises", "true"), by=None)
    shown = text(own_section(judgements=(met, rises)))
    name = "每千名老年人拥有养老床位"
    assert f"√  达标(2)  {name}(≥ 37 张/千人)  {name}(高于上年 32.4)" in shown


def test_a_department_with_nothing_but_blanks_has_no_rows() -> None:
    """A department that reported nothing stands in the lists alone."""
    blank = changed(BEDS, status=Status.NOT_REPORTED, value=None, lead="区财政局")
    shown = text(own_section(judgements=(BEDS, blank), absent=()))
    assert 2 == shown.count("区财政局")
    assert "未填(1)\n    区财政局: 每千名老年人拥有养老床位\n" in shown


def test_a_section_without_lists() -> None:
    """Where everything is reported the report ends with the last row."""
    shown = text(own_section(judgements=(BEDS,), not_asked=0, not_asked_leads=(), absent=(), empty=()))
    assert "基期 2017 年 30.0\n\nreturns/2019.yaml:3:28: 核实(已作说明) ANJ502" in shown


def test_a_long_region_is_told_once() -> None:
    """A title that has no room beside the document's number is folded, with nothing told twice."""
    region = "一二三四五六七八九十" * 5
    shown = before_the_end(text(own_section(region=region), width=80))
    assert 1 == bare(shown).count(region)


def test_history_is_shown_not_judged() -> None:
    """A year before the plan has its figures and grades, and no verdict."""
    assert (
        f"{OWN} 2017 年度(历史数据)   示例数据(虚构)                             遂安府办发〔2018〕19号\n"
        "规划期 2018～2020 年之前, 只作基期和历史数据, 不判定。\n"
        "  每千名老年人拥有养老床位 30.0 张/千人   区级疾控中心等级 未定级\n"
    ) in text()


def test_an_explained_query_says_so() -> None:
    """A query that stands with a reason says so in two lines behind the report, and in full under --verbose."""
    start = "returns/2019.yaml:3:28: 核实(已作说明) ANJ502 "
    place, reason, *_ = text()[text().index(start) :].splitlines()
    assert place.endswith("超过一年通常的幅度 15 个百分点")
    assert reason.startswith("    说明: 新园两所启用。")
    whole = text(verbose=True)
    after = whole[whole.index("核实(已作说明) ANJ502  ") :].split("\n\n")[0]
    assert "= 说明  新园两所启用。" in after
    assert "= 处理" not in after


def test_a_file_without_a_place_is_named() -> None:
    """A finding about a whole file names it without a line."""
    assert "  --> returns/a|b](javascript:alert(1))<i>.yaml\n    = 处理" in text()


def test_a_related_place_without_a_line_is_left_out() -> None:
    """A second place that can't be found is not shown; the finding is."""
    finding = OUTCOME.findings[1]
    lost = finding._replace(related=(finding.related[0]._replace(span=None),))
    shown = text(EMPTY._replace(findings=(lost,)))
    assert "第一次" not in shown
    assert "强制 ANJ110" in shown


def test_a_role_without_words() -> None:
    """A second place may have nothing written."""
    finding = OUTCOME.findings[1]
    silent = finding._replace(related=(finding.related[0]._replace(written=""),))
    assert "------------ 第一次\n" in text(EMPTY._replace(findings=(silent,)))


def test_coloured_lines_end_without_spaces() -> None:
    """Neither spaces nor colours without text stand at the end of a line."""
    lines = [[Piece("a", "red"), Piece("  ", "bold"), Piece("")], [Piece(" ", "red")], [Piece("b  ", "red")]]
    assert "\x1b[31ma\x1b[0m\n\n\x1b[31mb\x1b[0m\n" == paint(lines)


def test_a_total_says_that_it_is_one(judged: Judging) -> None:
    """What is counted up over the period is told as a sum so far."""
    plan_ = plan(x=indicator(target("at_least: 300"), unit="户", more="kind: total"))
    assert "累计完成 90 户" in document("text", judged(plan_, report(2018, x="90")), View())

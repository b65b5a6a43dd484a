"""The leaders' page: what it says, that its numbers add up, and that text from outside stays text."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from anju_cli.characters import HIDING, visible
from anju_cli.formats import View
from anju_cli.formats.markdown_escape import Marked, bold, bullets, escaped, lines, table
from anju_cli.formats.summary_context import SUMMARIES
from anju_cli.formats.summary_sections import percent
from anju_cli.outcome import Outcome, Report, Result, Section, Status
from tests.golden import golden
from tests.outcomes import BEDS, EMPTY, HOSTILE, OUTCOME, OWN, QUIET, changed, words
from tests.rendering import document

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE_SHOWN = visible(HOSTILE)


def page(outcome: Outcome = OUTCOME, lang: str = "zh") -> str:
    """The page in a language."""
    return document("markdown", outcome, View(lang=lang, version="0.1.0"))


def part(heading: str, text: str) -> str:
    """A part of the page, up to the next heading of its level or a higher one."""
    level = heading.index(" ")
    after = text[text.index(f"\n{heading}") + 1 :]
    return re.split(rf"\n#{{1,{level}}} ", after, maxsplit=1)[0]


def rows(text: str) -> list[list[str]]:
    """The rows of the first table in a text, its head and rule left out."""
    found = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in found[2:]]


def own_section(**changes: object) -> Outcome:
    """The outcome with nothing but the own region's year, changed."""
    return OUTCOME._replace(sections=(OUTCOME.sections[0]._replace(**changes),))  # type: ignore[arg-type]


def tokens(text: str) -> Iterator[Token]:
    """Every token of a Markdown text, those within lines included."""
    for token in GITHUB.parse(text):
        yield token
        yield from token.children or ()


def said(text: str) -> str:
    """What a reader sees of one paragraph or cell."""
    return "".join(token.content for token in tokens(text) if token.type in {"text", "text_special"})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: str) -> None:
    """The page reads as it did when somebody last looked at it."""
    now = page(lang=lang)
    assert golden(f"outcome.{lang}.md", now) == now


def test_first_line_tells_of_refused_figures() -> None:
    """A run with errors says so before anything else, with how many and what they hold back."""
    first = page().splitlines()[0]
    expected = (
        "> **注意: 本次核对有 3 处强制性问题, 有关填报数未予采信, 2 项目标因此未能判定; "
        "改正重报之前, 以下结果不完整。**"
    )
    assert expected == first


def test_first_line_tells_of_errors_that_hold_nothing_back() -> None:
    """Errors that touch no promise are told all the same, without a count of none."""
    first = page(EMPTY._replace(findings=OUTCOME.findings[2:3])).splitlines()[0]
    assert first.startswith("> **注意: 本次核对有 1 处强制性问题, 有关填报数未予采信; 改正重报之前")


def test_first_line_tells_of_missing_paths() -> None:
    """A path that is not there is named before everything else, with its marks made harmless."""
    first = page(OUTCOME._replace(findings=())).splitlines()[0]
    assert "> **注意: 有路径不存在, 以下结果不完整: 没有\\|这个.yaml**" == first


def test_nothing_checked() -> None:
    """A run that checked nothing says so in its first line."""
    assert "> **注意: 没有核对到任何填报数。**" == page(EMPTY).splitlines()[0]


def test_a_catalogue_that_cannot_be_used() -> None:
    """Where the catalogue is faulty the page says so first, shows its faults, and pretends to no result."""
    broken = EMPTY._replace(findings=OUTCOME.findings[2:3], result=Result(2, "catalogue"))
    text = page(broken)
    assert text.startswith("> **注意: 指标目录有误, 没有核对任何填报表。**\n\n# 指标目录的问题\n\n| 代码 |")
    assert 1 == len(rows(text))
    assert "- 指标目录 targets.yaml: 有误, 未采用, sha256 `" in text
    assert text.endswith("- 指标目录有误, 没有核对任何填报表(退出码 2)。\n")


def test_a_file_that_was_not_read_has_no_sum() -> None:
    """Of a file that could not be opened there is nothing to sum up."""
    report = OUTCOME.reports[4]._replace(path="closed.yaml", encoding="", sha256="")
    assert "\n- closed.yaml: 未能读取\n" in page(EMPTY._replace(reports=(report,)))


def test_good_run_begins_with_its_title() -> None:
    """Where nothing is wrong the first line is the title."""
    assert "# 安居区基本公共服务行动计划 2021 年度完成情况" == page(QUIET).splitlines()[0]


def test_samples_are_headed() -> None:
    """Imagined figures are headed so wherever they are shown; real ones never are."""
    headings = [line for line in page().splitlines() if re.match("##? ", line) and "年度" in line]
    assert [True, True, True] == ["示例数据(虚构)" in line for line in headings]
    assert "示例" not in page(QUIET)


def test_sample_of_another_region_alone() -> None:
    """A page without a year of the plan's own is headed as imagined only where all of it is."""
    other = OUTCOME.sections[2]
    alone = page(OUTCOME._replace(sections=(other,), findings=()))
    mixed = page(OUTCOME._replace(sections=(other, other._replace(sample=False)), findings=()))
    assert "\n# 示例数据(虚构): 安居区基本公共服务行动计划 核对结果\n" in alone
    assert "\n# 安居区基本公共服务行动计划 核对结果\n" in mixed


def test_paragraph_names_the_numbers() -> None:
    """One paragraph says how many were asked and how they stand; what is behind is named."""
    paragraph = next(line for line in page().splitlines() if line.startswith("依据"))
    assert paragraph.startswith("依据遂安府办发〔2018〕19号, 共 22 项目标, 本次应核 18 项。")
    assert "。截至 2019 年, 达标 2 项, 占 11.1 %; 达到序时进度 1 项, 占 5.6 %; 落后" in paragraph
    assert "落后 2 项, 为每千名老年人拥有养老床位、媒体数字化率;" in paragraph
    assert "; 未填报 2 项, 涉及区文广局 2 项; 待报 1 项; 不适用 1 项; 涉密 1 项。" in paragraph
    assert paragraph.endswith("没有交表的部门另有 2 项。另有 1 项未要求填报。")


def test_paragraph_adds_up() -> None:
    """The counts of the paragraph are the section's, and add up to the number asked."""
    paragraph = next(line for line in page(lang="en").splitlines() if line.startswith("Under"))
    told = paragraph.partition("By 2019: ")[2]
    words_told = " met| on track| behind| missed| undetermined| not| pending| withheld| were| was|\\. "
    counts = [int(one) for one in re.findall(rf"(\d+)(?:{words_told})", told)]
    section = OUTCOME.sections[0]
    assert section.asked == sum(counts[:-2])  # the last two: promises of who is absent, and others not asked for
    assert section.not_asked == sum(counts[-2:])


def test_overview_adds_up() -> None:
    """The areas stand in the plan's order; their rows and columns add up to the last row."""
    *areas, total = rows(part("## 一、总体情况", page()))
    numbers = [[int(cell) for cell in row[1:]] for row in areas]
    assert ["基本公共教育服务", "基本医疗卫生服务", "基本社会服务\\|养老"] == [row[0] for row in areas]
    assert total[1:] == [f"**{sum(column)}**" for column in zip(*numbers, strict=True)]
    assert [sum(row[1:]) for row in numbers] == [row[0] for row in numbers]


def test_short_ones_say_what_is_to_do() -> None:
    """What is behind has its gap, what is still to do, what each year must bring and where the pace leads."""
    row = next(row for row in rows(part("### 落后(2 项)", page())) if "养老床位" in row[0])
    way = "今年应到约 34.7<br>照此到 2020 年为 34.8(达不到)"
    assert [
        "每千名老年人拥有养老床位",
        "区民政局<br>四(五)3",
        "33.2 张/千人",
        "2020 年 ≥ 37 张/千人",
        "差 3.8 张/千人",
        "分母不变时, 至少还需 372 张<br>剩下 1 年需 +3.8; 比上年 +0.8<br>" + way,
    ] == row


def test_all_short_ones_are_listed() -> None:
    """The tables of what is short have as many rows as the section counts."""
    counts = OUTCOME.sections[0].counts
    short = part("## 二、落后和未达标的目标", page())
    listed = [len(rows(part(heading, f"\n{short}"))) for heading in ("### 未达标(3 项)", "### 落后(2 项)")]
    assert [counts[Status.MISSED], counts[Status.BEHIND]] == listed


def test_areas_list_every_promise() -> None:
    """Every promise asked stands once in the tables by area."""
    text = part("## 三、各领域完成情况", page())
    assert OUTCOME.sections[0].asked == text.count("\n|") - 2 * text.count("\n### ")


def test_figures_in_doubt_are_told_as_written() -> None:
    """A refused or queried figure is never shown as a value; a missing one leaves its cell blank."""
    figures = {row[1]: row[3] for heading in ("### (二)", "### (三)") for row in rows(part(heading, page()))}
    assert "0.785(待核实)" == figures["社区养老服务覆盖率"]
    assert figures["农村卫生厕所普及率"].endswith("(未采信)")
    assert ("", "", "") == (figures["图书馆覆盖率"], figures["应急广播"], figures["应急队伍"])


def test_explained_query_has_its_reason() -> None:
    """What was queried and stands is listed with its reason, and the figure is marked."""
    text = page()
    row = rows(part("### 已作说明的数", text))[0]
    assert ("ANJ502", "returns/2019.yaml:3") == (row[0], row[5])
    assert f"新园两所启用。{HOSTILE_SHOWN}" == said(row[4])
    assert "| 83.50 %(已作说明) |" in text


def test_findings_are_told_once() -> None:
    """Errors and queries stand once each, under the year of their file or with the other files."""
    codes = re.findall(r"^\| (ANJ\d{3}) \|", page(), re.MULTILINE)
    assert ["ANJ204", "ANJ110", "ANJ205", "ANJ502", "ANJ006"] == codes
    assert "| ANJ006 |" in part("## 其他填报表中的问题", page())


def test_silent_departments() -> None:
    """Who has not reported is listed by department and adds up; who is absent and who was not asked is said apart."""
    text = part("## 五、尚未填报", page())
    *departments, total = rows(text)
    assert [["区文广局", "未填", "图书馆覆盖率(2 项)", "2"], ["区文广局", "待报", "应急广播", "1"]] == departments
    assert "**3**" == total[3]
    assert "没有交表(1 个部门): 区财政局 2 项。\n\n交了空表(2 个部门): 区文广局、区&lt;i&gt;局。\n" in text
    assert "未要求填报的 1 项: 区&lt;b&gt;局 1 项。" in text
    assert "没有交表的部门另有 2 项。另有 1 项未要求填报。\n\n" in page()


def test_all_is_well() -> None:
    """Parts that have nothing to say say so."""
    text = page(QUIET)
    assert "没有落后或未达标的目标。" in text
    assert "没有未予采信、需要核实或已作说明的数。" in text
    assert "应核的目标均已填报。" in text


def test_year_after_the_period() -> None:
    """A year after the plan's is marked as counted apart."""
    assert "2021 年在规划期(2018～2020 年)之后, 按原目标对照, 单独统计。" in page(QUIET)


def test_limits_are_said() -> None:
    """Filters, reports that ask for less, and files that were not read are said."""
    text = page()
    assert "本次只核对: 牵头部门 区教育局、区民政局、领域 基本社会服务\\|养老、类别 定量、年度 2019; " in text
    assert "另有 1 项目标未列入。" in text
    assert "本年度有填报表声明只核对所填的指标, 未填的不列入应核。" in text
    assert "- 文件夹中另有 4 个文件或文件夹未读(像填报表、但格式不能读的 1 个: returns/a\\|&lt;b&gt;.xlsx; " in text
    assert "> **要看的部门“区&lt;b&gt;局”没有填报表, 也没有它牵头的填报数**" in text


def test_filters_are_said_without_an_own_year() -> None:
    """A page that holds nothing but other regions says its filters too."""
    assert "本次只核对" in page(OUTCOME._replace(sections=OUTCOME.sections[2:]))


def test_other_region_stands_apart() -> None:
    """Another region has its own section and counts, names no department of ours, and adds nothing to ours."""
    text = part("## 对照: 对照市\\|甲 2019 年度", page())
    assert "供对照, 不计入遂宁市安居区的统计。对照 2 项: 达到序时进度 1 项; 未达标 1 项。" in text
    assert "区民政局" not in text
    assert page().replace(f"## {text[3:]}\n", "") == page(OUTCOME._replace(sections=OUTCOME.sections[:2]))


def test_other_region_without_promises() -> None:
    """Another region that reports nothing the plan asks for says so, without an empty table."""
    other = OUTCOME.sections[2]._replace(judgements=(), counts={}, asked=0)
    text = part("## 对照: 对照市", page(OUTCOME._replace(sections=(other,))))
    assert text.rstrip().endswith("对照 0 项: 没有可核的目标。")


def test_history_is_shown_not_judged() -> None:
    """A year before the plan has its figures and grades, those in doubt as written, and no verdict."""
    text = part("## 历史数据: 遂宁市安居区 2017 年度", page())
    assert [
        ["每千名老年人拥有养老床位", "30.0 张/千人"],
        ["区级疾控中心等级", "未定级"],
        ["农村卫生厕所普及率", r"5６0\|&lt;b&gt;(未采信: 填报数有问题(ANJ204))"],
        ["贫困线", "?(未采信: 填报数有问题(ANJ408))"],
    ] == rows(text)


def test_sources_have_sums() -> None:
    """Every file and the catalogue stand at the foot with their sums; a file that is no report says so."""
    foot = part("## 附: 数据来源与核验记录", page())
    sums = re.findall(r"sha256 `([0-9a-f]{64})`", foot)
    assert [*(report.sha256 for report in OUTCOME.reports), OUTCOME.catalogue.sha256] == sums
    assert "未能读作填报表" in foot
    assert foot.rstrip().endswith("- 有路径不存在, 结果不完整(退出码 2)。")


def test_fail_on_is_told() -> None:
    """What --fail-on found is told in words at the foot."""
    assert page(QUIET).endswith("- 按 --fail-on 的要求未通过: 未达标、未作说明的核实性问题(退出码 1)。\n")


def test_many_names_are_cut() -> None:
    """More than ten names end in 等: the table below has them all."""
    many = tuple(changed(BEDS, name=words(f"指标{index}")) for index in range(11))
    text = page(own_section(judgements=many, asked=11, counts={Status.BEHIND: 11}))
    assert "指标8、指标9等; 未达标 0 项" in text


def test_nothing_asked() -> None:
    """A year of which nothing was asked is told without a share of nothing."""
    text = page(own_section(judgements=(), asked=0, counts={}))
    assert "本次应核 0 项。截至 2019 年, 没有可核的目标。" in text


def test_areas_without_a_name_or_a_numeral() -> None:
    """Areas that the catalogue does not name keep their key, and the twenty-first is numbered in figures."""
    many = tuple(changed(BEDS, area=f"area_{index}") for index in range(21))
    text = page(own_section(judgements=many, asked=21, counts={Status.BEHIND: 21}))
    assert "### (二十)area\\_19" in text
    assert "### (21)area\\_20" in text


def test_several_years_have_a_title_each() -> None:
    """Two years of the plan are two pages in one, and a file with both years tells its findings once."""
    section = OUTCOME.sections[0]
    both = (
        section._replace(
            year=2018, judgements=(changed(BEDS, year=2018, by=2020),), asked=1, counts={Status.BEHIND: 1}
        ),
        section,
    )
    report = OUTCOME.reports[0]
    text = page(OUTCOME._replace(sections=both, reports=(report._replace(year=2018), *OUTCOME.reports)))
    titles = re.findall(r"^# .*?(\d{4}) 年度", text, re.MULTILINE)
    assert ["2018", "2019"] == titles
    assert 1 == text.count("| ANJ204 |")


def test_remaining_years_have_things_each() -> None:
    """With two years left the line says what each must bring."""
    early = changed(BEDS, year=2018, before=None)
    text = page(own_section(year=2018, judgements=(early,), asked=1, counts={Status.BEHIND: 1}))
    assert "至少还需 372 张<br>剩下 2 年每年需 +3.8(约 186 张/年)<br>今年应到" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_is_inert(lang: str) -> None:
    """Of HTML, links, pictures, marks and headings from outside nothing is left but text."""
    outcome = OUTCOME._replace(catalogue=OUTCOME.catalogue._replace(title=HOSTILE, document=HOSTILE, path=HOSTILE))
    sections = tuple(section._replace(region=HOSTILE) for section in outcome.sections)
    reports = tuple(report._replace(region=report.region and HOSTILE, department=HOSTILE) for report in outcome.reports)
    report = Report(HOSTILE, HOSTILE, 2019, HOSTILE, HOSTILE, sample=False, encoding=HOSTILE, sha256="0", figures=1)
    found = list(tokens(page(outcome._replace(sections=sections, reports=(*reports, report)), lang)))
    kinds = {token.type for token in found}
    html = {token.content for token in found if token.type.startswith("html")}
    headings = [token for token in found if token.type == "heading_open"]
    assert kinds.isdisjoint({"link_open", "image", "em_open", "s_open", "fence", "code_block", "hr"})
    assert {"<br>"} == html
    assert len(re.findall(r"^#+ ", page(lang=lang), re.MULTILINE)) == len(headings)
    code = {token.content for token in found if token.type == "code_inline"}
    assert {"0", *(letter * 64 for letter in "abcdef")} == code


def test_no_control_character() -> None:
    """No hiding character stands in the page, whatever was written."""
    assert frozenset() == HIDING.intersection(page())


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("|`*_[]<>&#~$\\!()-+=.:1 \n\t/w"))))
def test_escaped_text_is_shown_letter_for_letter(text: str) -> None:
    """In a paragraph, a list and a table, outside text is shown as it is and nothing but text."""
    shown = visible(text).strip()
    marked = escaped(text)
    assert shown == said(marked)
    assert shown == said(bullets([marked]))
    assert f"x{shown}" == said(table(["x"], [[text]]))
    assert {token.type for token in tokens(marked)} <= {
        "paragraph_open",
        "inline",
        "text",
        "text_special",
        "paragraph_close",
    }


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("1. 首先", "1\\. 首先"),
        ("2) 其次", "2\\) 其次"),
        ("- 项", "\\- 项"),
        ("===", "\\==="),
        ("-3.8", "-3.8"),
        ("+1.9", "+1.9"),
        ("1.5 %", "1.5 %"),
        ("http://x", "http\\://x"),
        ("WWW.x", "WWW\\.x"),
        ("a|b", "a\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        (" a\nb ", "a b"),
        ("\u202e", "&lt;U+202E&gt;"),
    ],
)
def test_escaping(text: str, marked: str) -> None:
    """Marks are escaped where they would mean something; figures stay readable in the source."""
    assert marked == escaped(text)


def test_marked_text_is_not_escaped_again() -> None:
    """What is Markdown already stays as it is."""
    assert "**a**" == escaped(Marked("**a**"))
    assert "" == bold("")
    assert "a<br>\\*" == lines(["a", "", "*"])


@pytest.mark.parametrize(
    ("part_", "whole", "text"),
    [
        (31, 68, "45.6"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 16, "6.2"),
        (3, 16, "18.8"),
        (5, 5, "100.0"),
        (0, 7, "0.0"),
        (1, 2000, "0.0"),
        (3, 2000, "0.2"),
    ],
)
def test_percent(part_: int, whole: int, text: str) -> None:
    """Shares are rounded once, half to even: 6.25 is 6.2, 18.75 is 18.8."""
    assert text == percent(part_, whole)


def test_languages_have_the_same_words() -> None:
    """Both languages have the same keys, and a key the same things to fill in."""
    fields = {
        lang: {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in load().items()}
        for lang, load in SUMMARIES.items()
    }
    assert fields["en"] == fields["zh"]


def test_own_is_the_plans_region() -> None:
    """The fixture itself is sound: each section counts what it judges."""
    sections: tuple[Section, ...] = OUTCOME.sections
    assert [section.region == OWN for section in sections] == [section.own for section in sections]
    assert [section.asked for section in sections] == [sum(section.counts.values()) for section in sections]

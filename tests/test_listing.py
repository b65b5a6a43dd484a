"""The catalogue as people look things up in it: lists, searches, an indicator, a code, the grammar of numbers."""

import pytest

from anju_cli.catalogue import Catalogue
from anju_cli.characters import HIDING, columns
from anju_cli.codes import CODES
from anju_cli.formats import View
from anju_cli.formats.explanation import Sample, code_lines, indicator_lines, number_lines
from anju_cli.formats.layout import plain
from anju_cli.formats.phrases import goal_phrase
from anju_cli.formats.target_list import listing
from anju_cli.loading.catalogue import interpret
from anju_cli.loading.files import read_bytes
from anju_cli.readers import Vocabulary
from anju_cli.texts import texts
from anju_cli.texts.explain_words import explain_words
from anju_cli.texts.glossary import filled_report
from tests import samples_of_code as small
from tests.outcomes import OUTCOME

PLAN = """\
catalogue: {title: 甲计划, document: 甲府办〔2018〕1号, region: {name: 甲区}, period: [2018, 2020]}
areas: {education: {zh: 教育, en: Education}, health: {zh: 卫生, en: Health}}
departments:
  教育局: {en: Education Bureau}
  卫计局: {en: Health Bureau}
  民政局: {en: Civil Affairs Bureau}
  妇联: {en: Women's Federation}
indicators:
  kindergarten_share:
    name: {zh: 幼儿园覆盖率, en: Kindergartens}
    aliases: [普惠园占比]
    definition: {zh: 年末在园人数之比。, en: Children at year end.}
    unit: "%"
    range: [0, 100]
    per: 100
    numerator: {name: {zh: 公办园人数, en: children in public ones}, unit: 人}
    denominator: {name: {zh: 在园人数, en: all children}, unit: 人}
    max_change: 15
    targets:
      - {at_least: 80, by: 2020, area: education, basis: number, clause: 三1, quote: 达到80%以上, lead: 教育局,
         partners: [卫计局, 妇联], editorial: {zh: 我们的读法, en: our reading}}
      - {rises: true, every_year: true, area: education, basis: direction, clause: 三1, quote: 逐步提高, lead: 教育局}
  centre_grade:
    name: {zh: 疾控中心等级, en: Grade of the centre}
    unit: 等级
    grades: [未定级, 二级, 三级]
    targets:
      - {grade_at_least: 二级, by: 2020, area: health, basis: number, clause: 三2, quote: 力争达到二级, lead: 卫计局,
         aspirational: true}
  standard:
    name: {zh: 低保标准, en: Minimum standard}
    unit: 元/人·年
    unit_forms: [元/人年]
    range: [0, null]
    targets:
      - {not_below: poor_standard, every_year: true, basis: relative, clause: 三3, quote: 不低于贫困县, lead: 民政局}
  poor_standard:
    name: {zh: 贫困县标准, en: The poor counties' standard}
    unit: 元/人·年
  hospitals:
    name: {zh: 医院数, en: Hospitals}
    unit: 所
    whole: true
    range: [0, 20]
    kind: yearly
    targets:
      - {at_least: 2, every_year: true, area: health, basis: number, clause: 三4, quote: 每年2所, lead: 卫计局}
      - {exactly: 1, by: 2020, area: health, basis: number, clause: 三5, quote: 设置1个, lead: 卫计局, pace: none}
"""


def plan(text: str = PLAN) -> Catalogue:
    """A small catalogue of unlike promises."""
    loaded = interpret(read_bytes("plan.yaml", text.encode(), Vocabulary(lambda _: True)), "plan.yaml")
    assert () == loaded.diagnostics
    assert loaded.catalogue is not None
    return loaded.catalogue


CATALOGUE = plan()

#: The same with departments that have no English name, as a plan may leave them out.
NAMELESS = plan(PLAN[: PLAN.index("departments:")] + PLAN[PLAN.index("indicators:") :])


def listed(*words: str, lang: str = "zh", width: int = 80, catalogue: Catalogue = CATALOGUE) -> str:
    """A list as it is printed."""
    return plain(listing(catalogue, words, View(lang=lang, width=width)))


def explained(id_: str, lang: str = "zh", width: int = 80) -> str:
    """An indicator as it is shown."""
    view = View(lang=lang, width=width)
    return plain(indicator_lines(id_, CATALOGUE, view, texts(lang), explain_words(lang)))


def test_the_whole_list() -> None:
    """Every promise stands beneath its service area, with id, goal, clause and lead, and their number at the end."""
    assert listed() == (
        "教育  2\n"
        "  幼儿园覆盖率   kindergarten_share\n"
        "      2020 年 ≥ 80 %   三1   教育局\n"
        "  幼儿园覆盖率   kindergarten_share\n"
        "      高于上年   三1   教育局\n"
        "\n"
        "卫生  3\n"
        "  疾控中心等级   centre_grade\n"
        "      2020 年 二级以上   三2   卫计局   力争\n"
        "  医院数   hospitals\n"
        "      每年 ≥ 2 所   三4   卫计局\n"
        "  医院数   hospitals\n"
        "      2020 年 = 1 所   三5   卫计局\n"
        "\n"
        "未分领域  1\n"
        "  低保标准   standard\n"
        "      每年 ≥ 贫困县标准   三3   民政局\n"
        "\n"
        "共 6 项目标(目录中有 6 项)\n"
    )


def test_the_list_in_english() -> None:
    """Names, goals and departments are English where they have an English name."""
    assert listed("standard", "minimum", lang="en") == (
        "No area  1\n"
        "  Minimum standard   standard\n"
        "      ≥ The poor counties' standard every year   三3   Civil Affairs Bureau\n"
        "\n"
        "1 target of 6\n"
    )
    assert "≥ 2 所 every year   三4   Health Bureau" in listed(lang="en")
    assert "≥ 2 所 every year   三4   卫计局" in listed(lang="en", catalogue=NAMELESS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("kindergarten",), 2),
        (("普惠园",), 2),
        (("逐步提高",), 1),
        (("三4",), 1),
        (("妇联",), 1),
        (("health", "bureau"), 3),
        (("卫生", "二级"), 1),
        (("ＨＥＡＬＴＨ",), 3),
        (("direction",), 1),
        (("幼儿园", "等级"), 0),
        (("没有这个",), 0),
        ((), 6),
    ],
)
def test_searching(words: tuple[str, ...], found: int) -> None:
    """Every word asked for has to be there: in id, name, alias, area, clause, quote, department or kind."""
    assert found == listed(*words).count("      ")


def test_nothing_found_is_nothing_shown() -> None:
    """A search without a hit gives no line."""
    assert "" == listed("没有这个")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider(lang: str, width: int) -> None:
    """Lists and explanations keep to the width."""
    shown = [listed(lang=lang, width=width), *(explained(id_, lang, width) for id_ in CATALOGUE.indicators)]
    assert [] == [line for mark in shown for line in mark.splitlines() if columns(line) > width]


def test_an_indicator_with_parts_and_two_promises() -> None:
    """An indicator says what is counted; each promise has its quote, clause, departments and how it is judged."""
    assert explained("kindergarten_share") == (
        "幼儿园覆盖率\n"
        "\n"
        "编号      kindergarten_share\n"
        "别名      普惠园占比\n"
        "口径      年末在园人数之比。\n"
        "计量单位  %\n"
        "可能范围  0～100\n"
        "分子分母  公办园人数(人)÷ 在园人数(人)× 100\n"
        "年度变动  一年变动超过 15 个百分点, 须核实\n"
        "计数方式  年末(或全年)水平\n"
        "\n"
        "目标      2020 年 ≥ 80 %\n"
        "原文      “达到80%以上”\n"
        "条款      甲府办〔2018〕1号 三1\n"
        "牵头部门  教育局\n"
        "配合部门  卫计局、妇联\n"
        "怎样判定  2020 年及以后: 直接与目标比较; 此前: 已达到即达标,\n"
        "          否则按基期到 2020 年的直线看是否达到序时进度\n"
        "编者说明  我们的读法\n"
        "\n"
        "目标      高于上年\n"
        "原文      “逐步提高”\n"
        "条款      甲府办〔2018〕1号 三1\n"
        "牵头部门  教育局\n"
        "怎样判定  每年与本地区上年数比较(上年填报表, 或所填的上年数), 不用更早年份代替\n"
    )


@pytest.mark.parametrize(
    ("id_", "lang", "said"),
    [
        ("centre_grade", "zh", "等级(由低到高)  未定级 < 二级 < 三级"),
        ("centre_grade", "zh", "目标            2020 年 二级以上(力争)"),
        ("centre_grade", "zh", "已达到即达标, 否则待定(不按序时进度衡量)"),
        ("hospitals", "zh", "可能范围  0～20 (只能是整数)"),
        ("hospitals", "zh", "计数方式  每年单独计数"),
        ("hospitals", "zh", "怎样判定  每年单独与目标比较"),
        ("hospitals", "zh", "否则待定(不按序时进度衡量)"),
        ("standard", "zh", "数后可写  元/人年"),
        ("standard", "zh", "可能范围  0～不限"),
        ("standard", "zh", "怎样判定  每年与同年、同地区的“贫困县标准”比较"),
        ("standard", "en", "compared each year with “The poor counties' standard” of the same"),
        ("poor_standard", "zh", "此指标没有单独的目标, 供其他指标对照。"),
        ("kindergarten_share", "en", "partners Health Bureau, Women's Federation"),
        ("kindergarten_share", "en", "editorial        our reading"),
    ],
)
def test_what_an_indicator_says(id_: str, lang: str, said: str) -> None:
    """Grades, ranges, schedules, references and departments are told in the language asked."""
    assert "".join(said.split()) in "".join(explained(id_, lang).split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_filled_report_fits_a_terminal(lang: str) -> None:
    """The report that explains its keys is taken as it is, so no terminal may break its lines: 80 columns do."""
    assert [] == [line for line in filled_report(lang).splitlines() if columns(line) > 80]


def test_a_goal_without_figures() -> None:
    """A goal of the catalogue reads as in the report, with nothing held against it."""
    promises, say = CATALOGUE.promises_about["kindergarten_share"], texts("zh")
    assert ["2020 年 ≥ 80 %", "高于上年"] == [goal_phrase(promise, None, say) for promise in promises]


def code(name: str, *samples: Sample, lang: str = "zh", width: int = 80) -> str:
    """A code as it is shown."""
    return plain(code_lines(name, samples, View(lang=lang, width=width), texts(lang), explain_words(lang)))


def test_a_code_with_its_samples() -> None:
    """A code says how much it weighs and why it exists, then shows what is wrong, what is found, and what is right."""
    shown = code(
        "ANJ204",
        ("bad", (("bad.yaml", "figures:\n  toilets: 780\n"),), OUTCOME.findings[:1]),
        ("good", (("good.yaml", "figures:\n  toilets: 78\n"),), ()),
    )
    assert shown.startswith("ANJ204  强制\n\n")
    bad = "\n\n有问题的写法\n  | figures:\n  |   toilets: 780\n\n强制 ANJ204  完成值超出可能范围"
    good = "\n\n改正之后\n  | figures:\n  |   toilets: 78\n"
    parts = [texts("zh").why("ANJ204")[:8], bad, good]
    assert sorted(map(shown.index, parts)) == [shown.index(part) for part in parts]
    assert shown.endswith(good)


def test_a_sample_of_several_files_names_them() -> None:
    """Where a code needs two files, each is shown under its name; a single one needs none."""
    shown = code("ANJ408", ("bad", (("a.yaml", "x: 1"), ("b.yaml", "x: 2")), ()))
    assert "有问题的写法\n  a.yaml\n  | x: 1\n  b.yaml\n  | x: 2\n" in shown


def test_a_code_without_a_sample_says_so() -> None:
    """What no file can show is told in words alone."""
    assert code("ANJ001").endswith("\n\n此代码没有样例。\n")
    assert code("ANJ001", lang="en").endswith("\n\nThere is no sample of this code.\n")


def test_a_sample_is_inert() -> None:
    """A sample of hidden characters shows their code points."""
    shown = code("ANJ108", ("bad", (("bad.yaml", "x\u202ey: 1"),), ()))
    assert "  | x<U+202E>y: 1\n" in shown
    assert frozenset() == HIDING.intersection(shown.replace("\n", ""))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_keeps_to_the_width(lang: str, width: int) -> None:
    """The reason of every code is folded within the width."""
    wide = {one for one in CODES for line in code(one, lang=lang, width=width).splitlines() if columns(line) > width}
    assert set() == wide


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_grammar_of_numbers(lang: str, width: int) -> None:
    """Every form of a number has a row: the example, its answer, and what is understood or to be written instead."""
    more = explain_words(lang)
    lines = plain(number_lines(View(lang=lang, width=width), more)).splitlines()
    rows = [(example, more.words[answer]) for example, answer, _ in more.forms]
    assert [] == [(example, answer) for example, answer in rows if not any(
        line.startswith(f"  {example}  ") and f"  {answer}  " in line for line in lines)]  # fmt: skip
    assert "".join("".join(words.split()) for _, _, words in more.forms[-1:]) in "".join("".join(lines).split())
    assert [] == [line for line in lines if columns(line) > width]


def test_where_a_line_begins_and_what_it_runs_through() -> None:
    """A baseline with its source and the plan's milestones are told, and that the line runs through them."""
    more = "milestones: {2019: 72, 2018: 66}, baseline: {year: 2017, value: 60, source: 公报}"
    file = read_bytes(
        "plan.yaml",
        small.plan(x=small.indicator(small.target("at_least: 80", more=more))).encode(),
        Vocabulary(lambda _: True),
    )
    found = interpret(file, "plan.yaml").catalogue
    assert found is not None
    text = plain(indicator_lines("x", found, View(width=200), texts("zh"), explain_words("zh")))
    for told in (
        "基期      2017 年 60 %(公报)",
        "阶段目标  2018 年 66 %、2019 年 72 %",
        "经各阶段目标到 2020 年的折线",
    ):
        assert told in text

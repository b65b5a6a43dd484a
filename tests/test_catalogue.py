"""What a catalogue must keep: each breach shown by a small catalogue that commits it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.catalogue import Catalogue, shapes
from anju_cli.catalogue.keys import KEYS
from anju_cli.catalogue.quotes import quoted
from anju_cli.comparators import GOALS
from anju_cli.comparators.words import GOAL_SLIPS, GOAL_WORDS
from anju_cli.loading.catalogue import Loaded, interpret, load_catalogue, load_shipped, read_shipped
from anju_cli.loading.files import read_bytes
from anju_cli.readers import Vocabulary
from anju_cli.readers.content import OF_CATALOGUE
from anju_cli.texts import texts

HEAD = "title: 甲计划, document: 甲办发〔2018〕1号, region: {name: 甲区}, period: [2018, 2020]"
TARGET = "at_least: 80, by: 2020, basis: number, clause: 三, quote: 达到80%以上, lead: 区教育局"
BEDS = (
    "name: 床位数, unit: 张/千人, targets: [{at_least: 37, by: 2020, basis: number, clause: 三, quote: 37张, lead: 局}]"
)
COUNT = "basis: number, clause: 三, lead: 区教育局"


def load(text: str) -> Loaded:
    """A catalogue from its text."""
    return interpret(read_bytes("targets.yaml", text.encode(), Vocabulary(lambda _: True)), "targets.yaml")


def catalogue(head: str = HEAD, indicator: str = "", target: str = TARGET, more: str = "", unit: str = '"%"') -> str:
    """A catalogue of one indicator with one target, on three lines and what is put in."""
    return (
        f"catalogue: {{{head}}}\n"
        f"indicators:\n  share: {{name: {{zh: 甲率, en: Share}}, unit: {unit}, {indicator} targets: [{{{target}}}]}}\n"
        f"{more}"
    )


def found(text: str) -> list[tuple[str, str, str]]:
    """Code, kind and route of everything that is wrong with a catalogue."""
    return [(finding.code, finding.kind, "/".join(map(str, finding.place.route))) for finding in load(text).diagnostics]


def usable(text: str) -> Catalogue:
    """A catalogue without a fault."""
    loaded = load(text)
    assert () == loaded.diagnostics
    assert loaded.catalogue is not None
    return loaded.catalogue


AT = "indicators/share"
FIRST = f"{AT}/targets/0"
PARTS = "numerator: {name: 甲, unit: 人}, denominator: {name: 乙, unit: 人},"

SHAPE: list[tuple[dict[str, str], tuple[str, str, str]]] = [
    # unknown keys
    ({"more": "zzz: 1\n"}, ("ANJ702", "", "zzz")),
    ({"more": "area: {}\n"}, ("ANJ702", "near", "area")),
    ({"indicator": "unit_form: [x],"}, ("ANJ702", "near", f"{AT}/unit_form")),
    ({"target": f"{TARGET}, leader: 局"}, ("ANJ702", "near", f"{FIRST}/leader")),
    ({"head": f"{HEAD}, 备注: 无"}, ("ANJ702", "", "catalogue/备注")),
    ({"head": HEAD.replace("name: 甲区", "name: 甲区, alias: [甲]")}, ("ANJ702", "near", "catalogue/region/alias")),
    ({"indicator": "单位: 人,"}, ("ANJ702", "near", f"{AT}/单位")),
    ({"indicator": "definition: {zh: 甲, english: A},"}, ("ANJ702", "near", f"{AT}/definition/english")),
    ({"target": TARGET.replace("clause", "claus")}, ("ANJ702", "near", f"{FIRST}/claus")),
    ({"target": f"{TARGET}, baseline: {{year: 2017, valu: 3}}"}, ("ANJ702", "near", f"{FIRST}/baseline/valu")),
    ({"more": "areas: {a: {zh: 甲, english: A}}\n"}, ("ANJ702", "near", "areas/a/english")),
    ({"more": "departments: {区教育局: {en: A, 简称: [a]}}\n"}, ("ANJ702", "near", "departments/区教育局/简称")),
    # what is lacking
    ({"head": HEAD.replace("title: 甲计划, ", "")}, ("ANJ703", "", "catalogue")),
    ({"target": TARGET.replace("clause: 三, ", "")}, ("ANJ703", "", FIRST)),
    ({"target": TARGET.replace(", lead: 区教育局", "")}, ("ANJ703", "", FIRST)),
    # values of another form
    ({"head": HEAD.replace("甲计划", '""')}, ("ANJ701", "text", "catalogue/title")),
    ({"head": HEAD.replace("甲计划", "[甲]")}, ("ANJ701", "text", "catalogue/title")),
    ({"head": HEAD.replace("2018, 2020", "18, 2020")}, ("ANJ701", "year", "catalogue/period/0")),
    ({"head": HEAD.replace("[2018, 2020]", "2018")}, ("ANJ701", "form_shown", "catalogue/period")),
    ({"head": HEAD.replace("[2018, 2020]", "[2018]")}, ("ANJ701", "pair", "catalogue/period")),
    ({"more": "  beds: 3\n"}, ("ANJ701", "form", "indicators/beds")),
    ({"indicator": "range: [0, 百],"}, ("ANJ701", "number", f"{AT}/range/1")),
    ({"indicator": "range: [[0], 100],"}, ("ANJ701", "number", f"{AT}/range/0")),
    ({"indicator": "whole: yes,"}, ("ANJ701", "flag", f"{AT}/whole")),
    ({"indicator": "whole: [true],"}, ("ANJ701", "flag", f"{AT}/whole")),
    ({"indicator": "whole: {true: true},"}, ("ANJ701", "flag", f"{AT}/whole")),
    ({"indicator": "kind: monthly,"}, ("ANJ701", "literal", f"{AT}/kind")),
    ({"indicator": "kind: [level],"}, ("ANJ701", "literal", f"{AT}/kind")),
    ({"indicator": "max_change: 15%,"}, ("ANJ701", "number", f"{AT}/max_change")),
    ({"indicator": "comparable: yes,"}, ("ANJ701", "flag", f"{AT}/comparable")),
    ({"indicator": "per: 1e2,"}, ("ANJ701", "number", f"{AT}/per")),
    ({"target": TARGET.replace("2020", "2020年")}, ("ANJ701", "year", f"{FIRST}/by")),
    ({"target": TARGET.replace("2020", "[2020]")}, ("ANJ701", "year", f"{FIRST}/by")),
    ({"target": TARGET.replace("number", "numbers")}, ("ANJ701", "basis_near", f"{FIRST}/basis")),
    ({"target": TARGET.replace("number", "定量")}, ("ANJ701", "basis_near", f"{FIRST}/basis")),
    ({"target": TARGET.replace("number", "甲")}, ("ANJ701", "basis", f"{FIRST}/basis")),
    ({"indicator": "kind: 累计,"}, ("ANJ701", "literal_near", f"{AT}/kind")),
    ({"target": TARGET.replace("basis: number, ", "")}, ("ANJ703", "basis", FIRST)),
    ({"target": f"{TARGET}, milestones: {{2019: 多}}"}, ("ANJ701", "number", f"{FIRST}/milestones/2019")),
    # when it is due
    ({"target": TARGET.replace("by: 2020, ", "")}, ("ANJ701", "schedule", FIRST)),
    ({"target": f"{TARGET}, every_year: true"}, ("ANJ701", "schedule", FIRST)),
    # comparators
    ({"target": TARGET.replace("at_least: 80, ", "")}, ("ANJ704", "none", FIRST)),
    ({"target": TARGET.replace("at_least", "at_lest")}, ("ANJ704", "unknown_near", f"{FIRST}/at_lest")),
    ({"target": TARGET.replace("at_least", "不低于")}, ("ANJ704", "unknown_near", f"{FIRST}/不低于")),
    ({"target": TARGET.replace("at_least", "甲")}, ("ANJ704", "unknown", f"{FIRST}/甲")),
    ({"target": f"{TARGET}, at_most: 90"}, ("ANJ704", "", FIRST)),
    ({"target": TARGET.replace("at_least", "goal")}, ("ANJ704", "unknown", f"{FIRST}/goal")),
    ({"target": f"{TARGET}, goal: 80"}, ("ANJ704", "unknown", f"{FIRST}/goal")),
    ({"target": TARGET.replace("at_least", "at_leats")}, ("ANJ704", "unknown_near", f"{FIRST}/at_leats")),
    ({"target": TARGET.replace("at_least", "不少于")}, ("ANJ704", "unknown_near", f"{FIRST}/不少于")),
    ({"target": TARGET.replace("at_least", "qq")}, ("ANJ704", "unknown", f"{FIRST}/qq")),
    ({"head": f"{HEAD}, years: [2018]"}, ("ANJ701", "pair", "catalogue/years")),
    ({"indicator": 'grades: [""],'}, ("ANJ701", "text", f"{AT}/grades/0")),
    ({"target": TARGET.replace("at_least: 80", "at_least: 80%")}, ("ANJ701", "number", f"{FIRST}/at_least")),
    ({"target": TARGET.replace("at_least: 80", "between: [80]")}, ("ANJ701", "pair", f"{FIRST}/between")),
    ({"target": TARGET.replace("at_least: 80", "between: [90, 80]")}, ("ANJ701", "order", f"{FIRST}/between")),
    ({"target": TARGET.replace("at_least: 80", "about: 80")}, ("ANJ701", "about", f"{FIRST}/about")),
    ({"target": TARGET.replace("at_least: 80", "complete: 100")}, ("ANJ701", "flag", f"{FIRST}/complete")),
    ({"target": TARGET.replace("at_least: 80", "not_below: [x]")}, ("ANJ701", "indicator", f"{FIRST}/not_below")),
    ({"target": TARGET.replace("at_least: 80", "grade_at_least: 甲")}, ("ANJ701", "grade", f"{FIRST}/grade_at_least")),
]

RULES: list[tuple[dict[str, str], list[tuple[str, str, str]]]] = [
    # years
    ({"head": HEAD.replace("2018, 2020", "2020, 2018")}, [("ANJ701", "order", "catalogue/period")]),
    ({"head": f"{HEAD}, years: [2019, 2020]"}, [("ANJ701", "years", "catalogue/years")]),
    (
        {"head": f"{HEAD}, years: [2018, 2019]"},
        [("ANJ701", "years", "catalogue/years"), ("ANJ701", "due", f"{FIRST}/by")],
    ),
    ({"target": TARGET.replace("2020", "2026")}, [("ANJ701", "due", f"{FIRST}/by")]),
    ({"target": TARGET.replace("2020", "2007")}, [("ANJ701", "due", f"{FIRST}/by")]),
    ({"target": f"{TARGET}, baseline: {{year: 2020, value: 7}}"}, [("ANJ701", "baseline", f"{FIRST}/baseline")]),
    (
        {"target": f"{TARGET}, milestones: {{2017: 70}}, baseline: {{year: 2017, value: 7}}"},
        [("ANJ701", "baseline", f"{FIRST}/milestones")],
    ),
    ({"target": f"{TARGET}, milestones: {{2018: 75, 2019: 70}}"}, [("ANJ701", "monotone", f"{FIRST}/milestones")]),
    (
        {"target": f"{TARGET}, milestones: {{2019: 70}}, baseline: {{year: 2017, value: 75}}"},
        [("ANJ701", "monotone", f"{FIRST}/milestones")],
    ),
    (
        {
            "target": f"{TARGET.replace('at_least: 80', 'at_most: 80')}, milestones: {{2019: 90}}, "
            "baseline: {year: 2017, value: 85}"
        },
        [("ANJ701", "monotone", f"{FIRST}/milestones")],
    ),
    ({"target": f"{TARGET}, milestones: {{2019: 81}}"}, [("ANJ701", "monotone", f"{FIRST}/milestones")]),
    # what can't be true
    ({"indicator": "max_change: -1,"}, [("ANJ701", "max_change", f"{AT}/max_change")]),
    (
        {"indicator": "range: [0, 100],", "target": f"{TARGET}, baseline: {{year: 2017, value: -7}}"},
        [("ANJ701", "line_range", f"{FIRST}/baseline")],
    ),
    (
        {"indicator": "whole: true,", "target": f"{TARGET}, milestones: {{2019: 70.5}}"},
        [("ANJ701", "line_whole", f"{FIRST}/milestones/2019")],
    ),
    (
        {"target": f"{TARGET}, baseline: {{year: 1957, value: 7}}"},
        [("ANJ701", "line_year", f"{FIRST}/baseline")],
    ),
    ({"unit": "％"}, [("ANJ707", "percent_unit", f"{AT}/unit")]),
    ({"unit": '" %"'}, [("ANJ707", "percent_unit", f"{AT}/unit")]),
    ({"unit": "百分比"}, [("ANJ707", "percent_unit", f"{AT}/unit")]),
    # a power of ten between quote and goal
    (
        {"unit": "元", "target": TARGET.replace("达到80%以上", "达到80万元")},
        [("ANJ706", "scale", f"{FIRST}/quote")],
    ),
    (
        {"unit": "万元", "target": TARGET.replace("达到80%以上", "达到8万元")},
        [("ANJ706", "scale", f"{FIRST}/quote")],
    ),
    (
        {"unit": "元", "target": TARGET.replace("达到80%以上", "达到90万元")},
        [("ANJ706", "", f"{FIRST}/quote")],
    ),
    ({"target": f"{TARGET}, milestones: {{2020: 70}}"}, [("ANJ701", "milestones", f"{FIRST}/milestones")]),
    (
        {"target": TARGET.replace("by: 2020", "every_year: true, milestones: {2019: 70}")},
        [("ANJ701", "milestones", f"{FIRST}/milestones")],
    ),
    (
        {"indicator": "kind: total,", "unit": "户", "target": f"{TARGET}, baseline: {{year: 2017, value: 7}}"},
        [("ANJ701", "total", f"{FIRST}/baseline")],
    ),
    (
        {"target": f"{TARGET.replace('at_least: 80', 'rises: true')}, milestones: {{2019: 70}}"},
        [("ANJ701", "unpaced", f"{FIRST}/milestones")],
    ),
    (
        {"target": f"{TARGET.replace('by: 2020', 'every_year: true')}, baseline: {{year: 2021, value: 70}}"},
        [("ANJ701", "baseline", f"{FIRST}/baseline")],
    ),
    ({"target": f"{TARGET}, milestones: {{2016: 70}}"}, [("ANJ701", "milestones_early", f"{FIRST}/milestones")]),
    ({"head": f"{HEAD}, years: [2025, 2010]"}, [("ANJ701", "order", "catalogue/years")]),
    # units
    *[
        ({"unit": f'"{unit}"'}, [("ANJ707", "percent_unit", f"{AT}/unit")])
        for unit in ("％", " %", "百分率", "Per cent")
    ],
    ({"indicator": "range: [100, 0],"}, [("ANJ701", "order", f"{AT}/range"), ("ANJ709", "", f"{FIRST}/at_least")]),
    ({"indicator": "numerator: {name: 甲, unit: 人}, per: 100,"}, [("ANJ707", "one_part", AT)]),
    ({"indicator": PARTS}, [("ANJ707", "per", f"{AT}/numerator")]),
    ({"indicator": "per: 100,"}, [("ANJ707", "per_alone", f"{AT}/per")]),
    ({"indicator": f"{PARTS} per: 0,", "unit": "‰"}, [("ANJ707", "per_alone", f"{AT}/per")]),
    ({"indicator": f"{PARTS} per: 1000,"}, [("ANJ707", "percent", f"{AT}/per")]),
    ({"unit": "万元", "indicator": "unit_forms: [元],"}, [("ANJ707", "forms", f"{AT}/unit_forms")]),
    ({"unit": "元", "indicator": "unit_forms: [块, 万元],"}, [("ANJ707", "forms", f"{AT}/unit_forms")]),
    (
        {"indicator": PARTS.replace("甲, unit: 人", "甲, unit: 万人, unit_forms: [人]") + " per: 100,"},
        [("ANJ707", "forms", f"{AT}/numerator/unit_forms")],
    ),
    # goals that the indicator cannot have
    (
        {"unit": "‰", "target": TARGET.replace("at_least: 80", "complete: true")},
        [("ANJ707", "complete", f"{FIRST}/complete")],
    ),
    ({"indicator": "grades: [乙, 甲],"}, [("ANJ708", "grades", FIRST)]),
    ({"indicator": "range: [0, 79.9],"}, [("ANJ709", "", f"{FIRST}/at_least")]),
    ({"indicator": "range: [81, null],"}, [("ANJ709", "", f"{FIRST}/at_least")]),
    (
        {"indicator": "range: [0, 50],", "target": TARGET.replace("at_least: 80", "complete: true")},
        [("ANJ709", "", f"{FIRST}/complete")],
    ),
    # names of what is not there
    ({"target": f"{TARGET}, area: health"}, [("ANJ708", "area", f"{FIRST}/area")]),
    ({"more": "departments: {区民政局: {en: x}}\n"}, [("ANJ708", "department", f"{FIRST}/lead")]),
    (
        {"target": f"{TARGET}, partners: [局]", "more": "departments: {区教育局: {en: x}}\n"},
        [("ANJ708", "department", f"{FIRST}/partners")],
    ),
    ({"target": TARGET.replace("at_least: 80", "not_below: other")}, [("ANJ708", "indicator", f"{FIRST}/not_below")]),
    ({"target": TARGET.replace("at_least: 80", "not_below: share")}, [("ANJ708", "itself", f"{FIRST}/not_below")]),
    (
        {"target": TARGET.replace("at_least: 80", "not_below: beds"), "more": f"  beds: {{{BEDS}}}\n"},
        [("ANJ707", "reference", f"{FIRST}/not_below")],
    ),
    # names that clash
    ({"more": f"  beds: {{{BEDS}, aliases: [甲 率]}}\n"}, [("ANJ705", "indicators", "indicators/beds")]),
    ({"more": f"  beds: {{{BEDS}, aliases: [SHARE]}}\n"}, [("ANJ705", "indicators", "indicators/beds")]),
    (
        {"more": "departments: {区教育局: {en: x}, 区民政局: {en: X}}\n"},
        [("ANJ705", "departments", "departments/区民政局")],
    ),
    # quotes
    ({"target": TARGET.replace("达到80%以上", "达到90%以上")}, [("ANJ706", "", f"{FIRST}/quote")]),
    ({"target": TARGET.replace("达到80%以上", "达到180%")}, [("ANJ706", "", f"{FIRST}/quote")]),
    ({"target": TARGET.replace("达到80%以上", "达到八百个"), "unit": "个"}, [("ANJ706", "scale", f"{FIRST}/quote")]),
    ({"target": TARGET.replace("达到80%以上", "达到80千元"), "unit": "元"}, [("ANJ706", "scale", f"{FIRST}/quote")]),
    ({"target": TARGET.replace("达到80%以上", "八方支援")}, [("ANJ706", "", f"{FIRST}/quote")]),
    ({"target": f"{TARGET}}}, {{{TARGET}"}, [("ANJ704", "twice", f"{AT}/targets/1")]),
]


def test_what_may_stand_in_place_of_an_unknown_key() -> None:
    """Of keys that may stand there the nearest is named, by meaning too; where none is near, all of them."""
    near = load(catalogue(indicator="计量: 人, 口径: 甲,")).diagnostics
    assert [("", "definition")] == [(near[0].arguments["near"], near[1].arguments["near"])]
    assert "name aliases definition unit" in near[0].arguments["choices"]
    (unknown,) = load(catalogue(more="zzz: 1\n")).diagnostics
    assert "catalogue areas departments indicators exempt" == unknown.arguments["choices"]


def test_keys_have_their_level() -> None:
    """The keys of every level are those that its shape takes."""
    fields = {
        "catalogue": shapes.CatalogueShape.model_fields, "head": shapes.HeadShape.model_fields,
        "indicator": shapes.IndicatorShape.model_fields, "region": shapes.RegionShape._fields,
        "department": shapes.DepartmentShape._fields, "words": shapes.WordsShape._fields,
        "part": shapes.PartShape._fields, "baseline": shapes.BaselineShape._fields,
        "exempt": shapes.ExemptShape._fields, "target": shapes.TargetShape.model_fields,
    }  # fmt: skip
    assert {level: set(keys) - {"goal"} for level, keys in fields.items()} == {
        level: set(keys) for level, keys in KEYS.items()
    }


def test_every_comparator_has_words() -> None:
    """Each comparator can be found by what people call it."""
    assert [list(GOALS)] * 2 == [list(GOAL_WORDS), list(GOAL_SLIPS)]


def test_a_comparator_that_is_none_hides_nothing() -> None:
    """What else is wrong with a target is told beside it."""
    text = catalogue(target="at_lest: 80, by: 20, basis: numbr, clause: 三, quote: 达到80%以上, lead: 区教育局")
    assert ["ANJ701", "ANJ701", "ANJ704"] == sorted(code for code, _, _ in found(text))


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_national_catalogue(tmp_path: Path, suffix: str) -> None:
    """1,500 indicators with quotes are read; their catalogue has limits of its own, and its own words for them."""
    plan = json.loads(json.dumps(load_shipped_raw()))
    first = next(iter(plan["indicators"].values()))
    plan["indicators"] = {f"i{number}": {**first, "name": f"甲{number}", "aliases": []} for number in range(1500)}
    path = tmp_path / f"plan.{suffix}"
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    loaded = load_catalogue(str(path))
    assert ((), 1500) == (loaded.diagnostics, len(loaded.catalogue.indicators if loaded.catalogue else ()))


def load_shipped_raw() -> Any:
    """The texts of the shipped catalogue."""
    return read_shipped().raw


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_catalogue_that_is_too_large(suffix: str) -> None:
    """Beyond its own limits a catalogue is told so in its own words."""
    limits = OF_CATALOGUE._replace(bytes=60)
    values = OF_CATALOGUE._replace(values=9)
    text = b'{"catalogue": {"title": "a", "document": "b", "period": [2018, 2020]}, "indicators": {}}'
    findings = [
        read_bytes(f"a.{suffix}", text, Vocabulary(lambda _: True), size).diagnostics[0] for size in (limits, values)
    ]
    assert [("ANJ003", "catalogue"), ("ANJ012", "catalogue_count")] == [
        (finding.code, finding.kind) for finding in findings
    ]
    said = [texts(lang).message(finding) for finding in findings for lang in ("zh", "en")]
    assert [True] * 4 == ["指标目录" in words or "the catalogue" in words for words in said]


@pytest.mark.parametrize(("parts", "expected"), SHAPE)
def test_breaches_of_the_shape(parts: dict[str, str], expected: tuple[str, str, str]) -> None:
    """What does not fit the shape is told with its code, kind and place, and the catalogue is not used."""
    text = catalogue(**parts)
    assert ([expected], None) == (found(text), load(text).catalogue)


def test_milestones_below_a_base_that_had_met_the_goal() -> None:
    """A base beyond the goal is no point that the milestones have to leave behind."""
    assert not found(catalogue(target=f"{TARGET}, milestones: {{2019: 70}}, baseline: {{year: 2017, value: 85}}"))


@pytest.mark.parametrize(("parts", "expected"), RULES)
def test_breaches_of_the_rules(parts: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    """What fits the shape and cannot be meant is told likewise."""
    text = catalogue(**parts)
    assert (expected, None) == (found(text), load(text).catalogue)


@pytest.mark.parametrize("text", ["", "- 1\n", "'甲'\n"])
def test_a_catalogue_is_a_mapping(text: str) -> None:
    """Something else is told as such."""
    assert [("ANJ701", "shape", "")] == found(text)


def test_a_catalogue_without_promises() -> None:
    """Indicators alone are no plan."""
    text = f"catalogue: {{{HEAD}}}\nindicators:\n  a: {{name: 甲, unit: 人}}\n"
    assert [("ANJ703", "promises", "indicators")] == found(text)


def test_grades() -> None:
    """Grades are told apart after folding, and held against nothing but grades."""
    graded = "name: 等级, unit: 等级, grades: [乙, 甲, Ａ]"
    met = f"grade_at_least: 甲, by: 2020, quote: 达到甲等, {COUNT}"
    wrong = f"{COUNT}, by: 2020, quote: 不低于甲率"
    good = f"  grade: {{{graded}, targets: [{{{met}}}]}}\n"
    assert () == load(catalogue(more=good)).diagnostics
    assert [("ANJ705", "grades", "indicators/grade/grades")] == found(catalogue(more=good.replace("[乙", "[a")))
    assert [("ANJ706", "", "indicators/grade/targets/0/quote")] == found(catalogue(more=good.replace("甲等", "乙等")))
    relative = f"  grade: {{{graded}, targets: [{{not_below: other, {wrong}}}]}}\n  other: {{name: 丙, unit: 等级}}\n"
    place = "indicators/grade/targets/0"
    assert [("ANJ708", "grades", place)] * 2 == found(catalogue(more=relative))


@pytest.mark.parametrize("word", ["待报", "不适用", "无", "N/A"])
def test_a_grade_is_no_word_for_what_is_missing(word: str) -> None:
    """A report could not tell such a grade from a figure that is not there."""
    met = f"grade_at_least: 甲, by: 2020, quote: 达到甲等, {COUNT}"
    text = catalogue(more=f"  grade: {{name: 等级, unit: 等级, grades: [{word}, 甲], targets: [{{{met}}}]}}\n")
    assert [("ANJ701", "grade_word", "indicators/grade/grades")] == found(text)


def test_a_derived_goal_has_an_editorial() -> None:
    """Where the catalogue says how it came to a number, the quote need not have it."""
    derived = TARGET.replace("达到80%以上", "达到8成") + ", editorial: 八成即80%"
    assert 1 == len(usable(catalogue(target=derived)).promises)


@pytest.mark.parametrize(("written", "expected"), [("原则上", "原则上"), ("true", "力争"), ("false", "")])
def test_the_plans_own_word(written: str, expected: str) -> None:
    """`aspirational` carries the plan's word; `true` means the usual one."""
    quoted = TARGET.replace("达到80%", "原则上达到、力争达到80%")
    (promise,) = usable(catalogue(target=f"{quoted}, aspirational: {written}")).promises
    assert expected == promise.target.aspirational


def test_each_indicator_has_its_own_grades() -> None:
    """A grade of the indicator before is none of the next."""
    met = f"grade_at_least: 甲, by: 2020, quote: 达到甲等, {COUNT}"
    text = catalogue(
        more=f"  a: {{name: 等级, unit: 级, grades: [甲]}}\n  b: {{name: 丙, unit: 级, targets: [{{{met}}}]}}\n"
    )
    assert [("ANJ701", "grade", "indicators/b/targets/0/grade_at_least")] == found(text)


def test_targets_that_are_no_mapping() -> None:
    """A bare word where a target is due is told with its place."""
    text = catalogue().replace(f"{{{TARGET}}}", "80")
    assert [("ANJ701", "form_shown", FIRST)] == found(text)


def test_the_form_asked_for_is_shown() -> None:
    """A key whose value has another shape says how it is written, in either language."""
    (finding,) = load(catalogue(head=HEAD.replace("[2018, 2020]", "2018"))).diagnostics
    assert "请写成这样: period: [2018, 2020]" == texts("zh").help(finding)
    assert "Write it like this: period: [2018, 2020]" == texts("en").help(finding)


NEAREST = [
    ({"more": "departments: {区教育局: {en: x}}\n", "target": TARGET.replace("区教育局", "区教局")}, "区教育局"),
    ({"more": "departments: {市教体局: {en: x, aliases: [区教育局]}}\n"}, "市教体局"),
    ({"more": "areas: {education: 教育}\n", "target": f"{TARGET}, area: educaton"}, "education"),
    ({"target": TARGET.replace("at_least: 80", "not_below: shares")}, "share"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "near"), NEAREST)
def test_a_name_that_is_not_entered_has_the_nearest(parts: dict[str, str], near: str) -> None:
    """A department by its alias or misspelt, an area, an indicator: what was meant is named as it is entered."""
    (finding,) = [one for one in load(catalogue(**parts)).diagnostics if one.code == "ANJ708"]
    assert (near, True) == (finding.arguments["near"], finding.kind.endswith("_near"))
    assert f"是不是 {near}?" == texts("zh").label(finding)


def test_the_range_is_told_as_it_is_written() -> None:
    """A goal outside the range names the range in plain numbers."""
    (one,) = load(catalogue(indicator="range: [null, 79.50],")).diagnostics
    assert {"range": "[null, 79.50]"} == one.arguments


def test_duplicate_keys() -> None:
    """The same indicator twice is an error, not the later one."""
    text = catalogue(more=f"  beds: {{{BEDS}}}\n  beds: {{{BEDS}}}\n")
    assert [("ANJ110", "same", "indicators/beds")] == found(text)


def test_defaults() -> None:
    """What is left out has its default."""
    made = usable(catalogue())
    share = made.indicators["share"]
    (target,) = share.targets
    assert ((2008, 2025), (None, None), False, "level") == (made.catalogue.span, share.range, share.whole, share.kind)
    assert (2020, "", False, (), {}, None) == (
        target.by,
        target.aspirational,
        target.lead_assigned,
        target.partners,
        target.milestones,
        target.pace,
    )
    assert [("share/at_least", target)] == [(promise.key, promise.target) for promise in made.promises]


def test_what_is_given() -> None:
    """Years, open ends, flags, milestones and a baseline are read by our own grammar."""
    more = (
        "milestones: {2019: 75.0}, aspirational: true, pace: none, baseline: {year: 2017, value: 70.50, source: 公报}"
    )
    text = catalogue(
        f"{HEAD}, years: [2010, 2022]",
        f"range: [~, 100], {PARTS} per: 100,",
        f"{TARGET}, {more}".replace("达到80%", "力争达到80%"),
    )
    made = usable(text)
    share = made.indicators["share"]
    (target,) = share.targets
    assert target.baseline is not None
    assert ((2010, 2022), "(None, Decimal('100'))") == (made.catalogue.span, str(share.range))
    assert ("力争", "none", "{2019: Decimal('75.0')}") == (target.aspirational, target.pace, str(target.milestones))
    assert (2017, "70.50", True) == (target.baseline.year, str(target.baseline.value), share.share)


def test_what_is_marked() -> None:
    """The plan's own word, a lead that we assigned, units in English, neighbours: each is taken as it was written."""
    parts = "numerator: {name: 甲, unit: 人, unit_en: people}, denominator: {name: 乙, unit: 人}, per: 100"
    head = HEAD.replace("{name: 甲区}", "{name: 甲区, others: [东甲区]}")
    text = catalogue(
        head,
        f'{parts}, unit_en: "%", comparable: false,',
        f"{TARGET}, aspirational: 原则上, lead_assigned: true".replace("达到80%", "原则上达到80%"),
    )
    made = usable(text)
    share = made.indicators["share"]
    (target,) = share.targets
    assert ("原则上", True) == (target.aspirational, target.lead_assigned)
    assert ("%", False, "people") == (share.unit_en, share.comparable, share.numerator and share.numerator.unit_en)
    assert ("东甲区",) == made.catalogue.region.others


def test_texts_of_two_languages() -> None:
    """A single text serves both languages."""
    made = usable(catalogue(more=f"  beds: {{{BEDS}}}\n"))
    names = [indicator.name for indicator in made.indicators.values()]
    assert [("甲率", "Share"), ("床位数", "床位数")] == [(name.in_("zh"), name.in_("en")) for name in names]


def test_a_direction_has_a_best_end() -> None:
    """The range's end that a direction points to; nothing for other goals."""
    rules = ("rises: true", "falls: true", "does_not_fall: true", "at_most: 80")
    targets = "}, {".join(TARGET.replace("at_least: 80", rule) for rule in rules)
    made = usable(catalogue(indicator="range: [0, 100],", target=targets))
    assert ["100", "0", "100", "None"] == [str(promise.best) for promise in made.promises]


def test_every_way_to_write_a_region() -> None:
    """The region is found by its name and its aliases."""
    made = usable(catalogue(HEAD.replace("name: 甲区", "name: 甲市甲区, aliases: [甲区]")))
    matches = [made.region_names.find(name) for name in ("甲区", "甲市甲区", "乙区")]
    assert ["甲市甲区", "甲市甲区", None] == [match and match.id for match in matches]


def test_a_share_has_one_unit() -> None:
    """Parts in different units make a ratio, no share; without parts there is neither."""
    ratio = PARTS.replace("乙, unit: 人", "乙, unit: 户") + " per: 100,"
    shares = [usable(catalogue(indicator=text)).indicators["share"].share for text in (PARTS + " per: 100,", ratio, "")]
    assert [True, False, False] == shares


def test_the_shipped_catalogue_keeps_the_rules() -> None:
    """The catalogue that comes with anju has no fault."""
    assert () == load_shipped().diagnostics


@pytest.mark.parametrize(
    ("number", "quote", "is_there"),
    [
        ("80", "达到80%以上", True),
        ("80.0", "达到80%以上", True),
        ("80", "达到80.0%以上", True),
        ("80.50", "达到80.5%", True),
        ("80", "达到80.5%", False),
        ("80", "达到180%", False),
        ("80", "达到800%", False),
        ("5", "1.5张", False),
        ("0.5", "10.5张", False),
        ("3000", "3,000人", True),
        ("12", "1,2所", False),
        ("2", "1,2所", True),
        ("1234567", "1,234,567元", True),
        ("-5", "为-5", True),
        ("-5", "为5", False),
        ("15", "十五年", True),
        ("15", "三十五年", False),
        ("10", "十所", True),
        ("10", "五十所", False),
        ("20", "二十所", True),
        ("99", "九十九所", True),
        ("2", "两所", True),
        ("2", "二所", True),
        ("2", "二十所", False),
        ("3", "三百所", False),
        ("100", "一百所", True),
        ("800", "八百元", True),
        ("205", "二百零五", True),
        ("2020", "二〇二〇年", True),
        ("35", "十三五", False),
        ("-2", "零下2度", True),
        ("-2", "－2", True),
        ("80", "８０", True),
        ("0", "零", True),
        ("1.5", "一点五", True),
        ("二级甲等", "达到二级甲等以上", True),
        ("二级甲等", "达到二级乙等以上", False),
    ],
)
def test_a_quote_has_its_number(number: str, quote: str, is_there: bool) -> None:
    """In figures or in words, with its sign, as a number of its own, not as a part of another."""
    assert is_there == quoted(number, quote)


@pytest.mark.parametrize(
    ("number", "unit", "quote", "is_there"),
    [
        ("0.5", "万元", "5000元", True),
        ("45000", "人", "4.5万人", True),
        ("4.5", "万人", "4.5万人", True),
        ("80", "元", "80万元", False),
        ("80", "万元", "80万元", True),
        ("2", "元", "两万元", False),
        ("2", "万元", "两万元", True),
        ("8000", "元", "8千元", True),
        ("0.8", "万元", "八千元", True),
        ("80", "千瓦", "80千瓦", True),
        ("80", "元", "80千元", False),
        ("4200", "元/人·年", "0.42万元", True),
    ],
)
def test_a_quote_has_its_number_in_the_goals_unit(number: str, unit: str, quote: str, is_there: bool) -> None:
    """What stands behind a number of the quote scales it to the goal's unit."""
    assert is_there == quoted(number, quote, unit)


@pytest.mark.parametrize(
    ("key", "nearest"), [("not_less_than", "at_least"), ("max", "at_most"), ("At Least", "at_least"), ("rise", "rises")]
)
def test_the_nearest_comparator_is_the_one_that_is_meant(key: str, nearest: str) -> None:
    """By meaning before spelling: not_less_than is no less_than."""
    (finding,) = load(catalogue(target=TARGET.replace("at_least", key))).diagnostics
    assert nearest == finding.arguments["near"].partition("|")[0]


VALUES = st.recursive(
    st.one_of(st.sampled_from(["80", "true", "2020", "甲", "", "[key]"]), st.text(max_size=4)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    max_leaves=4,
)


@given(
    st.sampled_from(
        ["range", "whole", "per", "kind", "grades", "aliases", "name", "numerator", "targets", "unit_forms"]
    ),
    st.sampled_from(
        ["by", "every_year", "at_least", "between", "about", "milestones", "baseline", "lead", "goal", "pace"]
    ),
    VALUES,
    VALUES,
)
def test_no_value_raises(key: str, word: str, one: Any, other: Any) -> None:
    """Whatever stands where something else is due, it is read or told."""
    target = {
        "at_least": "80",
        "by": "2020",
        "basis": "number",
        "clause": "三",
        "quote": "80",
        "lead": "局",
        word: other,
    }
    indicator = {"name": "甲", "unit": "%", "targets": [target], key: one}
    head = {"title": "甲", "document": "乙", "region": {"name": "丙"}, "period": ["2018", "2020"]}
    loaded = load(_flow({"catalogue": head, "indicators": {"share": indicator}}))
    assert (loaded.catalogue is None) == bool(loaded.diagnostics)


def _flow(value: Any) -> str:
    """A value in YAML's flow style, every text quoted."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


UNKNOWN = "{at_lest: 5, by: 2020, quote: 5, C}"
FITS, TOO_MUCH = "{at_least: 5, by: 2020, quote: 5, C}", "{at_least: 80, by: 2020, quote: 80, C}"
BESIDE = [
    # a target without a comparator beside one that can't be kept, and an indicator that lacks its name
    (
        (
            f"  b: {{name: 乙, unit: 张, range: [0, 10], targets: [{UNKNOWN}, {TOO_MUCH}]}}\n"
            f"  c: {{unit: 张, targets: [{FITS}]}}\n"
        ),
        ["indicators/b/targets/0/at_lest ANJ704", "indicators/c ANJ703", "indicators/b/targets/1/at_least ANJ709"],
    ),
    # what is held against an indicator with a flaw is not told that there is none
    (
        "  b: {name: 乙, unit: 张, targets: [{not_below: c, by: 2020, C, quote: 丙}]}\n  c: {unit: 张}\n",
        ["indicators/c ANJ703"],
    ),
    # nor is a plan that has no promise left
    ("  b: 3\n", ["indicators/b ANJ701"]),
]


@pytest.mark.parametrize(("indicators", "expected"), BESIDE)
def test_what_else_is_wrong_shows_at_once(indicators: str, expected: list[str]) -> None:
    """A fault of the shape hides no fault of what has its shape; places are those of the whole."""
    text = f"catalogue: {{{HEAD}}}\nindicators:\n{indicators.replace('C', COUNT)}"
    assert expected == [f"{route} {code}" for code, _, route in found(text)]


def test_behind_a_faulty_head_no_more_is_told() -> None:
    """A fault outside the indicators may be what all of them are held to."""
    text = catalogue(head=HEAD.replace("[2018, 2020]", "2018"), indicator="range: [0, 10],")
    assert ["ANJ701"] == [code for code, _, _ in found(text)]

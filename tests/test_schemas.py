"""The schemas that `anju schema` prints: sound, complete in both languages, and true to the catalogue in use."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from anju_cli.catalogue import Catalogue
from anju_cli.catalogue.keys import KEYS
from anju_cli.codes import CODES, Level
from anju_cli.comparators import GOALS
from anju_cli.loading import load_catalogue
from anju_cli.schemas import SCHEMAS
from anju_cli.schemas.patterns import literal, number_pattern, whole
from anju_cli.schemas.values import choice
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS
from anju_cli.texts import LANGUAGES
from tests.command_line import CommandLine
from tests.editor import seen
from tests.samples_of_code import HEAD, SHARE, indicator, plan, report, target
from tests.strategies import goals
from tests.test_catalogue import usable
from tests.test_samples import shipped

KINDS = [(kind, lang) for kind in SCHEMAS for lang in LANGUAGES]
PLAN = plan(
    share=indicator(
        target("at_least: 80"), more=f"aliases: [覆盖率], definition: {{zh: 数*几*个, en: Count}}, {SHARE}"
    ),
    level=indicator(
        target("grade_at_least: 甲等", lead="民政局", more="lead_assigned: true"),
        unit="等级",
        more="grades: [乙等, 甲等]",
    ),
)


@lru_cache
def schema(kind: str, lang: str, catalogue: Catalogue | None = None) -> dict[str, Any]:
    """A schema, for the shipped catalogue where no other is given."""
    return SCHEMAS[kind].build(catalogue or shipped(), lang)


def tables(node: Any) -> Iterator[dict[str, Any]]:
    """Every table of properties in a schema."""
    if isinstance(node, list):
        for entry in node:
            yield from tables(entry)
    elif isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield node["properties"]
        for entry in node.values():
            yield from tables(entry)


def patterns(node: Any) -> Iterator[str]:
    """Every pattern in a schema."""
    if isinstance(node, list):
        for entry in node:
            yield from patterns(entry)
    elif isinstance(node, dict):
        yield from (node[key] for key in ("pattern",) if isinstance(node.get(key), str))
        for entry in node.values():
            yield from patterns(entry)


@pytest.mark.parametrize(("kind", "lang"), KINDS)
def test_a_schema_is_one(kind: str, lang: str) -> None:
    """Each is a sound schema of the draft that it names, and refers to nothing that is not there."""
    built = schema(kind, lang)
    Draft202012Validator.check_schema(built)
    referred = {ref.removeprefix("#/$defs/") for ref in re.findall(r'"\$ref": "([^"]+)"', json.dumps(built))}
    assert ("https://json-schema.org/draft/2020-12/schema", set()) == (
        built["$schema"],
        referred - set(built.get("$defs", {})),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["report", "catalogue"])
def test_every_key_has_its_hover(kind: str, lang: str) -> None:
    """A key has a title and says what it means; an indicator and what stands in one shape has so by reference."""
    built = schema(kind, lang)
    bare = [
        name
        for table in tables(built)
        for name, shape in table.items()
        if not (
            {"title", "description"} <= {**built.get("$defs", {}).get(shape.get("$ref", "")[8:], {}), **shape}.keys()
        )
    ]
    assert {"every_year"} >= set(bare)  # of which a target's schedule says what it must be


@pytest.mark.parametrize("kind", SCHEMAS)
def test_english_has_no_chinese(kind: str) -> None:
    """In English every title is English, but for what a catalogue has no English for."""
    own = usable(plan(share=indicator(target("at_least: 80"))).replace("share率", "share").replace("甲计划", "A plan"))
    titles = re.findall(r'"title": "((?:[^"\\]|\\.)*)"', json.dumps(schema(kind, "en", own), ensure_ascii=False))
    assert [] == [title for title in titles if not title.isascii()]


def test_english_is_the_same_schema() -> None:
    """What the shipped schemas take is the same in both languages."""
    for kind in ("outcome", "trend"):
        bare = [strip(schema(kind, lang)) for lang in LANGUAGES]
        assert bare[0] == bare[1]


def strip(node: Any, of_keys: bool = False) -> Any:
    """A schema without its words."""
    if isinstance(node, list):
        return [strip(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    kept = {key: entry for key, entry in node.items() if of_keys or key not in {"title", "description"}}
    return {key: strip(entry, key in {"properties", "$defs"} and not of_keys) for key, entry in kept.items()}


@pytest.mark.parametrize(("kind", "lang"), KINDS)
def test_patterns_are_those_of_javascript_too(kind: str, lang: str) -> None:
    """Editors compile patterns as Unicode ones, where nothing may be escaped that need not be."""
    escaped = {mark for pattern in patterns(schema(kind, lang)) for mark in re.findall(r"\\(.)", pattern)}
    assert set() == escaped - set(r"sSntd\^$.*+?()[]{}|-")


# of a report


def test_a_report_has_its_keys_in_both_languages() -> None:
    """Every level has its keys under both names, and no others; JSON's `$schema` beside."""
    built = schema("report", "zh", usable(PLAN))
    definitions = built["$defs"]
    fields = next(shape for name, shape in definitions.items() if name.startswith("fields"))
    levels = {
        "report": (built, {**REPORT_KEYS, "$schema": ()}),
        "figure": (fields, FIGURE_KEYS),
        "explanation": (built["properties"]["说明"]["items"], EXPLANATION_KEYS),
        "revision": (built["properties"]["修订"]["items"], REVISION_KEYS),
    }
    for shape, keys in levels.values():
        assert {name for key, names in keys.items() for name in (key, *names)} == set(shape["properties"])
        assert shape["additionalProperties"] is False


def test_a_report_knows_every_name() -> None:
    """Indicators and departments stand under id, names and aliases, exactly as the catalogue writes them."""
    definitions = schema("report", "zh")["$defs"]
    names = list(shipped().indicator_names.certain)
    assert (names, names) == (list(definitions["figures"]["properties"]), definitions["indicator_name"]["enum"])
    assert list(shipped().department_names.certain) == definitions["department_name"]["enum"]


@pytest.mark.parametrize(
    ("lang", "name", "title", "description", "marked"),
    [
        (
            "zh",
            "覆盖率",
            "share率",
            (
                "口径: 数*几*个\n计量单位: %\n分子分母: 达标(人)÷ 全部(人)× 100\n目标: 2020 年 ≥ 80 %\n"
                "条款: 三“at_least: 80”\n牵头部门: 教育局"
            ),
            r"**口径**: 数\*几\*个",
        ),
        (
            "en",
            "level",
            "level",
            (
                "unit: 等级\ngrades, worst first: 乙等 < 甲等\ntarget: 甲等 or better by 2020\n"
                "clause: 三“grade_at_least: 甲等”\n"
                "lead: Civil Affairs (this catalogue's choice)"
            ),
            "**unit**: 等级",
        ),
    ],
)
def test_an_indicators_hover(lang: str, name: str, title: str, description: str, marked: str) -> None:
    """By any of its names an indicator shows what is counted, unit, parts or grades, goal with clause, and lead."""
    definitions = schema("report", lang, usable(PLAN))["$defs"]
    words = definitions[definitions["figures"]["properties"][name]["$ref"].removeprefix("#/$defs/")]
    assert (title, description, marked) == (
        words["title"],
        words["description"],
        words["markdownDescription"].split("\n\n")[0],
    )


def test_what_an_editor_offers() -> None:
    """Own regions, the plan's years, the codes of queries, and one language's words for what is missing."""
    built = schema("report", "zh", usable(PLAN))
    head, entry = built["properties"], built["properties"]["说明"]["items"]["properties"]
    value = next(shape for name, shape in built["$defs"].items() if name.startswith("value"))
    queries = [code for code, level in CODES.items() if level is Level.QUERY]
    assert (["甲区", "甲城区"], [2018, 2019, 2020]) == (head["地区"]["examples"], head["年度"]["allOf"][0]["examples"])
    assert (queries, ["待报", "不适用", "涉密"]) == (entry["代码"]["examples"], value["anyOf"][1]["enum"])


def test_names_that_are_numbers() -> None:
    """A name that an editor takes for a number stands as that too; a mark of patterns stands for itself."""
    assert ({"enum": ["2", 2, "2.5", 2.5, "a", "02"]}, r"a\.\[b\]-c") == (
        choice(["2", "2.5", "a", "02"]),
        literal("a.[b]-c"),
    )


def test_a_unit_that_no_number_can_carry() -> None:
    """Where the grammar takes nothing behind a number, the pattern takes none."""
    taken = whole([number_pattern("2级", ())])
    assert [True, False] == [bool(re.search(taken, text)) for text in ("78.5", "78.5 2级")]


# of a catalogue


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_has_the_keys_of_each_level(lang: str) -> None:
    """Every level has the keys that the catalogue's shape has; a target one of each comparator besides."""
    built = schema("catalogue", lang)["properties"]
    each = built["indicators"]["additionalProperties"]["properties"]
    aim = each["targets"]["items"]["properties"]
    head, department = built["catalogue"]["properties"], built["departments"]["additionalProperties"]["properties"]
    levels = {
        "catalogue": {key: shape for key, shape in built.items() if key != "$schema"},
        "head": head,
        "region": head["region"]["properties"],
        "department": department,
        "words": each["name"]["allOf"][0]["anyOf"][1]["properties"],
        "indicator": each,
        "part": each["numerator"]["properties"],
        "target": {key: shape for key, shape in aim.items() if key not in GOALS},
        "baseline": aim["baseline"]["properties"],
        "exempt": built["exempt"]["items"]["properties"],
    }
    assert {level: set(keys) for level, keys in KEYS.items()} == {level: set(shape) for level, shape in levels.items()}
    assert list(GOALS) == [key for key in aim if key in GOALS]


ONE = {"title": "甲", "document": "1号", "region": {"name": "甲区"}, "period": [2018, 2020]}
AIM = {"at_least": 80, "by": 2020, "basis": "number", "clause": "三", "quote": "80", "lead": "教育局"}


def with_aim(**more: Any) -> dict[str, Any]:
    """A catalogue of one target with some keys changed; `None` takes one out."""
    aim = {key: value for key, value in {**AIM, **more}.items() if value is not None}
    return with_indicator(targets=[aim])


def with_indicator(**more: Any) -> dict[str, Any]:
    """A catalogue of one indicator with some keys changed."""
    return {"catalogue": ONE, "indicators": {"x": {"name": "甲", "unit": "个", "targets": [AIM], **more}}}


PART = {"name": {"zh": "甲", "en": "a"}, "unit": "人", "unit_en": ""}
CATALOGUES: list[tuple[dict[str, Any], bool]] = [
    (with_aim(), True),
    ({**with_aim(), "$schema": "catalogue.schema.json"}, True),
    ({**with_aim(), "areas": {"a": {"zh": "甲", "en": "a"}}}, True),
    ({**with_aim(), "departments": {"教育局": {"en": "E", "aliases": ["甲"]}}}, True),
    ({**with_aim(), "areas": {"a": ["甲"]}}, False),
    ({**with_aim(), "departments": {"教育局": {}}}, False),
    ({**with_aim(), "exempt": [{"text": "1", "clause": "三", "reason": "甲"}]}, True),
    ({**with_aim(), "exempt": [{"text": "1", "clause": "三"}]}, False),
    ({"catalogue": ONE}, False),
    ({**with_aim(), "catalogue": {**ONE, "period": [2018]}}, False),
    ({**with_aim(), "catalogue": {**ONE, "years": ["2018", 2025], "issued": "2018-09-03"}}, True),
    ({**with_aim(), "catalogue": {**ONE, "years": [18, 25]}}, False),
    ({**with_aim(), "catalogue": {**ONE, "title": ""}}, False),
    (with_indicator(range=[0, None], whole=True, kind="level", max_change=5, aliases=["乙"], comparable="false"), True),
    (with_indicator(range=[0]), False),
    (with_indicator(range=[0, "x"]), False),
    (with_indicator(whole="yes"), False),
    (with_indicator(kind="sum"), False),
    (with_indicator(max_change=-1), False),
    (with_indicator(aliases="乙"), False),
    (with_indicator(per=100, numerator=PART, denominator=PART), True),
    (with_indicator(per=100, numerator=PART), False),
    (with_indicator(numerator=PART, denominator=PART), False),
    (with_indicator(per=100), False),
    (with_indicator(per=0, numerator=PART, denominator=PART), False),
    (with_indicator(per=100, numerator={"name": "甲"}, denominator=PART), False),
    (with_aim(every_year=True), False),
    (with_aim(every_year=True, by=None), True),
    (with_aim(every_year=False), True),
    (with_aim(by=None), False),
    (with_aim(by="2020年"), False),
    (with_aim(at_least=None), False),
    (with_aim(at_most=90), False),
    (with_aim(goal=80), False),
    (with_aim(basis="numeric"), False),
    (with_aim(pace="none", editorial={"zh": "甲", "en": "a"}, partners=["民政局"], lead_assigned="true"), True),
    (with_aim(pace="no"), False),
    (with_aim(baseline={"year": 2017, "value": 70}, milestones={"2019": 75}, aspirational=False), True),
    (with_aim(baseline={"year": 2017}), False),
    (with_aim(milestones={"19": 75}), False),
    (with_aim(at_least=None, between=[1]), False),
    (with_aim(at_least=None, about={"value": 75}), False),
    (with_aim(at_least=None, about={"value": 80, "within": -2}), False),
    (with_aim(at_least=None, rises=False), False),
    (with_aim(at_least="80%"), False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "sound"), CATALOGUES)
def test_a_catalogues_shape(value: dict[str, Any], sound: bool, tmp_path: Path) -> None:
    """The schema and the catalogue's own shape say the same, in JSON as everywhere."""
    path = tmp_path / "targets.json"
    path.write_text(json.dumps(value), "utf-8")
    told = {finding.code for finding in load_catalogue(str(path)).diagnostics}
    taken = Draft202012Validator(schema("catalogue", "zh")).is_valid(value)
    assert (sound, sound) == (taken, not told & {"ANJ701", "ANJ702", "ANJ703", "ANJ704", "ANJ707"})


@given(goals())
def test_every_goal_is_taken(goal: tuple[str, Any]) -> None:
    """What a comparator takes, as text or as an editor's number, the schema takes."""
    key, value = goal
    typed = seen(json.dumps(value).replace('"', ""))
    for written in (value, typed):
        value_of = with_aim(**{"at_least": None, key: written})
        assert [] == [error.message for error in Draft202012Validator(schema("catalogue", "en")).iter_errors(value_of)]


def test_without_a_catalogue_there_is_nothing_to_offer() -> None:
    """A catalogue with faults still has its schema: whoever writes one needs it then."""
    offered = [SCHEMAS["catalogue"].build(catalogue, "zh") for catalogue in (shipped(), None)]
    aims = [
        built["properties"]["indicators"]["additionalProperties"]["properties"]["targets"]["items"] for built in offered
    ]
    assert [list(shipped().areas), []] == [aim["properties"]["area"]["examples"] for aim in aims]


# on the command line


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return CommandLine(monkeypatch, capsys)


@pytest.mark.parametrize("kind", ["report", "填报表", "catalogue", "指标目录", "outcome", "trend", "历年情况"])
def test_a_schema_is_printed(anju: CommandLine, kind: str) -> None:
    """By its name in either language, as JSON and nothing else."""
    ran = anju("schema", kind)
    assert (0, "", "object") == (ran.code, ran.err, json.loads(ran.out)["type"])


def test_in_english(anju: CommandLine) -> None:
    """--lang holds before and behind the command."""
    titles = [
        json.loads(ran.out)["title"]
        for ran in (anju("--lang", "en", "schema", "catalogue"), anju("schema", "catalogue"))
    ]
    assert ["Catalogue", "指标目录"] == titles


def test_into_a_file(anju: CommandLine) -> None:
    """--output writes the same bytes; only a name of JSON will do, and no catalogue is written over."""
    Path("plan.json").write_text(json.dumps(seen(PLAN)), "utf-8")
    ran = anju("schema", "report", "--targets", "plan.json", "--output", "report.schema.json")
    printed = anju("schema", "report", "--targets", "plan.json").out
    refused = [
        anju("schema", "report", "--output", "report.yaml"),
        anju("schema", "report", "--targets", "plan.json", "-o", "plan.json"),
    ]
    assert (0, "已写入 report.schema.json\n", printed) == (
        ran.code,
        ran.err,
        Path("report.schema.json").read_text("utf-8"),
    )
    assert [2, 2] == [ran.code for ran in refused]
    assert ["格式说明是 JSON, 文件名请以 .json 结尾: report.yaml" in refused[0].err, "plan.json" in refused[1].err] == [
        True,
        True,
    ]


def test_a_faulty_catalogue(anju: CommandLine) -> None:
    """There is no schema of reports without a sound catalogue; of catalogues there is."""
    Path("plan.yaml").write_text(HEAD + "  x: {}\n", "utf-8")
    told = [anju("schema", kind, "--targets", "plan.yaml") for kind in ("report", "catalogue")]
    assert [(2, True), (0, False)] == [(ran.code, "ANJ703" in ran.err) for ran in told]


def test_a_schema_among_the_reports(anju: CommandLine) -> None:
    """A JSON report may name its schema, and a schema in a folder of reports is passed over: it is none of them."""
    Path("plan.yaml").write_text(PLAN, "utf-8")
    Path("returns").mkdir()
    anju("schema", "report", "--targets", "plan.yaml", "--output", "returns/report.schema.json")
    text = {"$schema": "report.schema.json", "year": 2020, "figures": {"share": 85}}
    Path("returns/2020.json").write_text(json.dumps(text), "utf-8")
    Path("2020.yaml").write_text(report(2020, head="$schema: report.schema.json", share="85"), "utf-8")
    told = [
        anju("check", path, "--targets", "plan.yaml") for path in ("returns", "returns/report.schema.json", "2020.yaml")
    ]
    assert [0, 1, 1] == [ran.code for ran in told]
    assert ["ANJ1" in told[0].out, "ANJ101" in told[1].out, "ANJ102" in told[2].out] == [False, True, True]


@pytest.mark.parametrize("value", ['{"a": 1}', "[1]"])
def test_a_schema_line_is_a_text(anju: CommandLine, value: str) -> None:
    """What is no name of a schema stays a key that nobody knows."""
    Path("plan.yaml").write_text(PLAN, "utf-8")
    Path("2020.json").write_text(f'{{"$schema": {value}, "year": 2020, "figures": {{"share": 85}}}}', "utf-8")
    assert "ANJ102" in anju("check", "2020.json", "--targets", "plan.yaml").out

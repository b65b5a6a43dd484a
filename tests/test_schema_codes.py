"""What an editor's schema and `anju check` say of the same file: over the samples of every code, and at random.

The schema sees what an editor's parser makes of a file: numbers, words, nothing; keys as texts. How a value was
written, what another place or file says, and what the numbers come to is `check`'s alone.
"""

import json
from functools import lru_cache
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.codes.samples import sample
from anju_cli.diagnostics import Level
from anju_cli.loading import load_catalogue
from anju_cli.loading.files import read_bytes
from anju_cli.loading.quantities import read_amount, read_missing
from anju_cli.loading.reports import has_known_key, interpret
from anju_cli.numbers import read_plain
from anju_cli.readers import Vocabulary
from anju_cli.schemas import SCHEMAS
from anju_cli.schemas.values import amount
from anju_cli.submission import MISSING_WORDS, VAGUE_WORDS, Missing
from tests.command_line import ROOT
from tests.editor import seen
from tests.samples_of_code import RATIO, SHARE, explanation, indicator, plan, report, target
from tests.test_catalogue import usable
from tests.test_samples import SHOWN, shipped

#: What the schema knows: the bad sample is refused.
KNOWN: dict[str, str] = {
    "ANJ008": "figures are a table with something in it",
    "ANJ012": "brackets within brackets are no figure",
    "ANJ101": "nothing that a report must have, and keys of nobody's",
    "ANJ102": "keys are those of a report, under both names",
    "ANJ103": "what an explanation and a revision must say",
    "ANJ104": "where texts, lists and tables stand",
    "ANJ105": "every name of every indicator",
    "ANJ106": "a year of the catalogue's, which must be there",
    "ANJ107": "every name of every department",
    "ANJ108": "a number, a name, a key: with a character that hides it is another one",
    "ANJ109": "the words of a choice",
    "ANJ113": "the keys of a catalogue are none of a report",
    "ANJ201": "the grammar of a number that is a text; not how one was written that an editor takes for a number",
    "ANJ202": "the unit's forms, beside and behind a number",
    "ANJ203": "whole, where the number stands alone",
    "ANJ204": "the possible range, where the number stands alone",
    "ANJ207": "the grades",
    "ANJ208": "words for nothing are no words for what is missing",
    "ANJ402": "the least that a part can be, where the number stands alone",
    "ANJ613": "what was to be explained away: 101 %",
    "ANJ614": "words for nothing are no reason",
    "ANJ701": "numbers, years, texts and choices of a catalogue",
    "ANJ702": "the keys of each level",
    "ANJ703": "what each level must have",
    "ANJ704": "exactly one comparator",
}
#: What no parser of an editor's takes, or takes as other bytes.
UNPARSED: dict[str, str] = {
    "ANJ004": "the slip of syntax is the parser's to tell",
    "ANJ005": "no text",
    "ANJ006": "no text",
    "ANJ007": "the editor asks which encoding it is",
    "ANJ009": "a character that no YAML may hold",
    "ANJ011": "two documents",
}
#: What `check` takes with a note and the schema does not: patterns for every name that folds to ours would be longer
#: than all the rest, and an editor offers the right one.
STRICTER: dict[str, str] = {"ANJ111": "names stand as the catalogue writes them"}
#: What a schema can't know.
UNKNOWN: dict[str, str] = {
    "ANJ010": "anchors and aliases are gone when the schema is asked",
    "ANJ110": "of two keys alike it sees one, of two names of one thing it does not know that they are",
    "ANJ112": "how a text was written is gone",
    "ANJ114": "a likeness of names; any other region may report",
    "ANJ115": "any other region may report",
    "ANJ205": "a query: how large a figure is beside others",
    "ANJ206": "a query: how large a figure is beside others",
    "ANJ209": "a query: what the note says",
    **dict.fromkeys(("ANJ301", "ANJ302", "ANJ303", "ANJ304", "ANJ305", "ANJ306", "ANJ307"), "a note: it is taken"),
    **dict.fromkeys(("ANJ401", "ANJ403", "ANJ404", "ANJ405", "ANJ406", "ANJ407"), "numbers against each other"),
    **dict.fromkeys(("ANJ408", "ANJ409", "ANJ501", "ANJ502", "ANJ504", "ANJ505", "ANJ507"), "another file or year"),
    **dict.fromkeys(("ANJ601", "ANJ602", "ANJ603", "ANJ604"), "a note: it is taken"),
    **dict.fromkeys(("ANJ611", "ANJ612"), "what the run found besides"),
    **dict.fromkeys(("ANJ705", "ANJ706", "ANJ708", "ANJ709"), "one place of a catalogue against another"),
    "ANJ707": "a unit's words; of the parts it knows that one asks for the other and for per",
}


#: The codes whose samples are what an editor sees: YAML, no table.
SEEN = [
    code for code in SHOWN if {".yaml"} == {path.suffix for which in ("bad", "good") for path in sample(code, which)}
]


@lru_cache
def validator(kind: str) -> Draft202012Validator:
    """A schema made for the shipped catalogue."""
    schema = SCHEMAS[kind].build(shipped(), "zh")
    return Draft202012Validator(schema)


def is_taken(code: str, which: str) -> bool | None:
    """Whether the schema takes a code's sample, every file of it; `None` where no parser does."""
    kind = "catalogue" if code.startswith("ANJ7") else "report"
    try:
        values = [seen(path.read_text("utf-8")) for path in sample(code, which)]
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    return all(map(validator(kind).is_valid, values))


def test_every_code_is_known_or_has_a_reason() -> None:
    """Of each code with a sample in YAML it is said whether a schema can know it, and why."""
    tables = (KNOWN, UNPARSED, STRICTER, UNKNOWN)
    assert sorted(SEEN) == sorted(code for table in tables for code in table)


@pytest.mark.parametrize("code", SEEN)
def test_the_bad_sample(code: str) -> None:
    """What the schema knows it refuses; the rest it takes, for `check` to tell."""
    expected = None if code in UNPARSED else code in UNKNOWN
    assert expected is is_taken(code, "bad")


@pytest.mark.parametrize("code", SEEN)
def test_the_good_sample(code: str) -> None:
    """Whatever is put right the schema takes."""
    assert is_taken(code, "good") is True


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data").glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_shipped_files(path: Any) -> None:
    """The schema takes the shipped reports as `check` does: all but those that show a fault it knows."""
    faulty = {"opening", "slips", "qinghe"}
    if path.parent.name not in faulty:
        assert [] == list(validator("report").iter_errors(seen(path.read_text("utf-8"))))


def test_shipped_catalogues() -> None:
    """The shipped catalogue and the small one fit the schema of catalogues, and the small report that of its own."""
    folder = ROOT / "data" / "qinghe"
    catalogue = load_catalogue(str(folder / "targets.yaml")).catalogue
    report = Draft202012Validator(SCHEMAS["report"].build(catalogue, "zh"))
    texts = [(ROOT / "data" / "targets.yaml"), folder / "targets.yaml"]
    assert [True, True] == [validator("catalogue").is_valid(seen(path.read_text("utf-8"))) for path in texts]
    assert report.is_valid(seen((folder / "2022.yaml").read_text("utf-8")))


# at random

UNITS = plan(
    share=indicator(target("at_least: 80"), more=f"aliases: [覆盖率], range: [0, 100], {SHARE}"),
    beds=indicator(target("at_least: 37"), unit="张/千人", more=RATIO),
    homes=indicator(target("at_least: 5"), unit="户", more="whole: true, range: [0, null]"),
    deaths=indicator(target("at_most: 20"), unit="1/10万", more='unit_forms: ["/10万"]'),
    births=indicator(target("at_most: 20"), unit="1/万"),
    money=indicator(target("at_least: 5"), unit="万元"),
    ground=indicator(target("at_least: 5"), unit="平方米", more="unit_forms: [㎡/人]"),
    level=indicator(target('grade_at_least: "3"'), unit="等级", more='grades: [未定级, "2", "3"]'),
)


@lru_cache
def small() -> Catalogue:
    """A catalogue of one indicator for each way to count."""
    return usable(UNITS)


@lru_cache
def small_validator() -> Draft202012Validator:
    """The schema of its reports."""
    return Draft202012Validator(SCHEMAS["report"].build(small(), "zh"))


NUMBERS = st.from_regex(r"[+-]?(0|[1-9][0-9]{0,2})(\.[0-9]{1,2})?", fullmatch=True)
PIECES = st.sampled_from(
    [
        *"0123456789.,+-%/ ０５．，－％\u3000",
        "万",
        "亿",
        "元",
        "户",
        "张",
        "千人",
        "10万",
        "1/",
        " 1/万",
        "㎡",
        "平方米",
        "m²",
        "/人",
        "约",
    ]
)
WORDS = st.sampled_from(
    [*MISSING_WORDS, *sorted(VAGUE_WORDS), "Pending", " 待报 ", "未定级", "2", "3", "4", "二级", "是"]
)
TEXTS = st.one_of(
    WORDS, NUMBERS, st.tuples(NUMBERS, st.lists(PIECES, max_size=4)).map(lambda two: two[0] + "".join(two[1]))
)
KEYS = (
    "value",
    "完成值",
    "numerator",
    "分子",
    "denominator",
    "previous",
    "上年数",
    "unit",
    "计量单位",
    "备注",
    "valeu",
)


def written(text: str) -> str:
    """A scalar of YAML: plain where that is a number of ours, else in quotes."""
    return text if read_plain(text) is not None else json.dumps(text, ensure_ascii=False)


def table(entries: dict[str, str]) -> str:
    """A table in braces."""
    return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {value}" for key, value in entries.items()) + "}"


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A report with figures of every kind, now and then with a fault of its shape."""
    scalars = TEXTS.map(written)
    fields = st.dictionaries(st.sampled_from(KEYS), scalars, max_size=3).map(table)
    figures = st.one_of(scalars, scalars, fields, st.sampled_from(["", "[1, 2]", "{}"]))
    names = st.sampled_from([*small().indicator_names.certain, "shares"])
    rows = draw(st.dictionaries(names, figures, max_size=3))
    year = draw(st.sampled_from(["2019"] * 6 + ['"2019年"', "２０１９", "19", "2050", ""]))
    head = draw(
        st.sampled_from(
            [""] * 3
            + [
                "部门: 教育局",
                "department: 教体局",
                "部门: 交通局",
                "范围: 所报",
                "scope: 部分",
                "sample: true",
                "示例: 是",
                "地区: 乙县",
                "备注: 无",
            ]
        )
    )
    entry = table({"code": "ANJ502", "indicator": draw(names), "value": draw(NUMBERS), "理由": "情况属实"})
    tail = draw(st.sampled_from(["", "", f"说明: [{entry}]", "说明:", "revisions: 1"]))
    body = "\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {figure}" for name, figure in rows.items())
    return f"年度: {year}\n{head}\nfigures:\n{body}\n{tail}\n"


def errors(text: str) -> list[str]:
    """The codes of every error that `check` finds in a report."""
    vocabulary = Vocabulary(lambda text: has_known_key(text, small()))
    file = interpret(read_bytes("a.yaml", text.encode("utf-8"), vocabulary), small())
    findings = judge(file.submissions, list(file.diagnostics), small(), Scope(all_years=True)).findings
    told = [*file.diagnostics, *findings]
    return [finding.code for finding in told if finding.level is Level.ERROR]


@given(reports())
def test_what_check_takes_the_schema_takes(text: str) -> None:
    """A report without an error is not refused by the schema, however its numbers and words are written."""
    if not errors(text):
        assert [] == [error.message for error in small_validator().iter_errors(seen(text))]


@given(reports())
def test_what_the_schema_takes_has_no_fault_that_it_knows(text: str) -> None:
    """A report that the schema takes has no fault of those that it knows, but for those of LIMITS."""
    if small_validator().is_valid(seen(text)):
        assert set() == set(errors(text)) & (set(KNOWN) - {"ANJ203", "ANJ204", "ANJ207", "ANJ402"})


#: Where the two differ: a report's text, what `check` finds in it, whether the schema takes it, and why.
LIMITS: list[tuple[str, list[str], bool, str]] = [
    (report(2019, share="010"), ["ANJ201"], True, "ten, to an editor"),
    (report(2019, share="8e1"), ["ANJ201"], True, "eighty, to an editor"),
    (report(2019, share=".5"), ["ANJ201"], True, "a half, to an editor"),
    (report(2019, share="0x20"), ["ANJ201"], True, "thirty-two, to an editor"),
    (report(2019, money="0.1234567890123456"), ["ANJ201"], True, "digits are counted where they are written"),
    (report(2019, share="|-\n    78.5"), ["ANJ112"], True, "a text is a text, however it is written"),
    (report(2019, share="120%"), ["ANJ204"], True, "a pattern does not reckon"),
    (report(2019, homes="1.5户"), ["ANJ203"], True, "a pattern does not reckon"),
    (
        report(2019, beds="{value: -200, numerator: -1张, denominator: 5}"),
        ["ANJ402"],
        True,
        "a pattern does not reckon",
    ),
    (report(2019, level="2.0"), ["ANJ207"], True, "a grade called 2, to an editor"),
    (report("2019.0", share="78"), ["ANJ106"], True, "2019, to an editor"),
    (report(2019, head="sample: True", share="78"), ["ANJ109"], True, "true, to an editor"),
    (report(2019, head="$schema: a.json", share="78"), ["ANJ102"], True, "a key of JSON alone; it sees no format"),
    (report(2019, head="年度: 2019", share="78"), ["ANJ110"], True, "two names of one key"),
    (report(2019, share="78", 覆盖率="78"), ["ANJ110"], True, "two names of one indicator"),
    (report(2019, head="部门: 教 育局", share="78"), [], False, "a name that is folded"),
    (report(2019, SHARE="78"), [], False, "a name that is folded"),
    (report(2019, tail=explanation("ANJ502", "share", "~"), share="78"), [], False, "nothing, to an editor"),
    (
        report(2019, tail=explanation("ANJ502", "share", "78", "无"), share="78"),
        [],
        False,
        "a reason, though nothing asks",
    ),
]


@pytest.mark.parametrize(("text", "told", "taken", "why"), LIMITS)
def test_limits(text: str, told: list[str], taken: bool, why: str) -> None:
    """What the schema does not know though it is a fault, and the few things that it refuses though they are none."""
    assert (told, taken) == (errors(text), small_validator().is_valid(seen(text))), why


@given(st.sampled_from(["share", "beds", "homes", "deaths", "births", "money", "ground"]), TEXTS)
def test_texts_of_numbers(id_: str, text: str) -> None:
    """A text is taken by the pattern of its unit where the grammar takes it, and by no other but for its digits."""
    counted = small().indicators[id_]
    pattern = Draft202012Validator(amount(counted.unit, counted.unit_forms, {}, "zh"))
    missing = read_missing(text)
    quantity = read_amount(text, counted.unit, counted.unit_forms)
    taken = (missing is not None and missing != Missing("vague")) or (missing is None and quantity.amount is not None)
    assert taken is pattern.is_valid(text)

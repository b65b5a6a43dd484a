"""`anju new`: forms out, as a user asks for them; filled in, and nothing else changed, they are checked as they are."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from anju_cli.catalogue import Catalogue, Indicator, Part
from anju_cli.loading import Loaded, load_report, load_shipped
from anju_cli.numbers import one_by_one
from anju_cli.outcome import Status
from anju_cli.readers import READERS
from anju_cli.run import Request, carry_out
from anju_cli.submission import MISSING_WORDS, Figure, Missing, Quantity
from anju_cli.templates import TEMPLATE_FORMATS
from anju_cli.templates.rows import leads_of
from anju_cli.texts import LANGUAGES
from anju_cli.texts.template_words import template_words
from tests.command_line import CommandLine, in_folder_of
from tests.forms import Filling, content, filled, form, shipped, written
from tests.real_workbooks import converted, needs_libreoffice
from tests.samples_of_code import HEAD, every_year, indicator, plan, report

#: The formats that `check` reads.
READ = [name for name, format_ in TEMPLATE_FORMATS.items() if format_.suffixes[0] in READERS]
#: 教育局 leads a share and a grade; 民政局 leads one held against what nobody leads; 卫健局 leads nothing.
PLAN = plan(
    HEAD.replace("民政局: {en: Civil Affairs}", "民政局: {en: Civil Affairs}, 卫健局: {en: Health}"),
    share=indicator(every_year("rises: true"), more="range: [0, 100]"),
    rank=indicator(every_year("grade_at_least: 乙"), unit="等级", more="grades: [丙, 乙, 甲]"),
    wage=indicator(every_year("not_below: norm", lead="民政局"), unit="元"),
    norm=indicator(unit="元"),
)


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan."""
    return in_folder_of(PLAN, CommandLine(monkeypatch, capsys), tmp_path)


def figures(text: str) -> dict[str, Any]:
    """The figures of a form in JSON."""
    read: dict[str, Any] = json.loads(text)["填报数"]
    return read


# what is asked for


def test_a_form_goes_to_standard_output(anju: CommandLine) -> None:
    """In YAML unless told otherwise; aliases name a department; who is held against a reference reports it too."""
    ran = anju("new", "--year", "2019", "--department", "教体局")
    assert (0, "", True) == (
        ran.code,
        ran.err,
        ran.out.startswith("# yaml-language-server: $schema=report.schema.json\n"),
    )
    assert [True, True, False] == [f"\n  {name}:" in ran.out for name in ("share率", "rank率", "wage率")]
    ran = anju("new", "--year", "2019", "--department", "民政局", "--format", "json")
    assert ["wage率", "norm率"] == list(figures(ran.out))


def test_without_a_department_all_is_asked(anju: CommandLine) -> None:
    """One form for who reports for the whole region."""
    assert 4 == len(figures(anju("new", "--year", "2019", "-f", "json").out))


def test_where_an_editor_finds_the_schema(anju: CommandLine) -> None:
    """--schema says it."""
    ran = anju("new", "--year", "2019", "--schema", "../s.json")
    assert ran.out.startswith("# yaml-language-server: $schema=../s.json\n")


@pytest.mark.parametrize("format_", TEMPLATE_FORMATS)
def test_a_form_for_each(anju: CommandLine, format_: str) -> None:
    """A file for each department that leads something, in a folder that is made; said in one line."""
    ran = anju("new", "--year", "2019", "--all-departments", "甲/空表", "--format", format_)
    suffix = TEMPLATE_FORMATS[format_].suffixes[0]
    assert (0, "", "已写入 甲/空表: 2 张空表\n") == (ran.code, ran.out, ran.err)
    assert {f"教育局-2019{suffix}", f"民政局-2019{suffix}"} == set(os.listdir("甲/空表"))


def test_the_format_of_many_is_a_workbook(anju: CommandLine) -> None:
    """Departments fill in workbooks."""
    assert 0 == anju("new", "--year", "2019", "--all-departments", "forms").code
    assert {".xlsx"} == {path.suffix for path in Path("forms").iterdir()}


def test_names_of_files_are_names_of_files(anju: CommandLine) -> None:
    """A department that is called like a path stays in the folder, and two never share a file."""
    Path("plan.yaml").write_text(PLAN.replace("民政局", '"../a/b"').replace("教育局", '"../a?b"'), "utf-8")
    ran = anju("new", "--year", "2019", "--all-departments", "forms", "--format", "csv")
    assert (0, {"_a_b-2019.csv", "_a_b-2-2019.csv"}) == (ran.code, set(os.listdir("forms")))


def test_a_form_is_written_over_an_older_one_and_never_over_what_is_read(anju: CommandLine) -> None:
    """As every output: whole or not at all, and no input is lost."""
    assert 0 == anju("new", "--year", "2018", "--output", "form.yaml").code
    assert 0 == anju("new", "--year", "2019", "--output", "form.yaml").code
    assert "年度: 2019" in Path("form.yaml").read_text("utf-8")
    Path("2018.yaml").write_text(report(2018, share="70"), "utf-8")
    for path in ("2018.yaml", "plan.yaml"):
        ran = anju("new", "--year", "2019", "--history", ".", "--output", path)
        assert (2, True) == (ran.code, "不覆盖" in ran.err)
    assert report(2018, share="70") == Path("2018.yaml").read_text("utf-8")


@pytest.mark.parametrize("format_", READ)
@pytest.mark.parametrize(
    "entry", [{"value": "70"}, {"value": "待报"}, {"value": "约70"}, {"source": "年报"}, {"note": "见附件"}]
)
def test_a_form_is_not_written_over_a_filled_one(anju: CommandLine, format_: str, entry: dict[str, str]) -> None:
    """What a department has filled in would be lost: neither one form nor those of all departments replace it."""
    suffix = TEMPLATE_FORMATS[format_].suffixes[0]
    path = Path(f"forms/教育局-2019{suffix}")
    all_forms = ("new", "--year", "2019", "--all-departments", "forms", "--format", format_)
    assert [0, 0] == [anju(*all_forms).code, anju(*all_forms).code]
    path.write_bytes(filled(path.read_bytes(), format_, {"share率": entry}))
    returned = path.read_bytes()
    said = f"anju: {path} 已经在那里, 不是空表(可能已经填了数), 不覆盖; 请另换文件名或文件夹, 或先把它移走\n"
    for command in (all_forms, ("new", "--year", "2019", "--output", str(path))):
        ran = anju(*command)
        assert (2, said, returned) == (ran.code, ran.err, path.read_bytes())


def test_a_form_is_not_written_over_what_is_no_form(anju: CommandLine) -> None:
    """A file that can't be told for a blank form may hold anybody's work."""
    Path("form.csv").write_text("会议记录\n", "utf-8")
    assert 2 == anju("new", "--year", "2019", "--output", "form.csv").code
    assert "会议记录\n" == Path("form.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--department", "教育局"], 2, "用 --year 写明"),
        (["--year", "2007"], 2, "只收 2008～2025 年的数: 2007"),
        (["--year", "19"], 2, "四位数字"),
        (["--year", "2019", "--department", "教局"], 2, "没有部门“教局”"),
        (["--year", "2019", "--department", "卫健局"], 3, "卫健局 没有牵头的目标"),
        (
            ["--year", "2019", "--all-departments", "d", "--department", "教育局"],
            2,
            "不与 --department、--output 同时使用",
        ),
        (["--year", "2019", "--all-departments", "d", "--output", "a.csv"], 2, "不与 --department、--output 同时使用"),
        (["--year", "2019", "--format", "xlsx"], 2, "不能写到标准输出"),
        (["--year", "2019", "--output", "a.doc"], 2, "不认识的文件后缀“.doc”"),
        (["--year", "2019", "--output", "a.csv", "--format", "yaml"], 2, "与 --format yaml 不符"),
        (["--year", "2019", "--all-departments", "plan.yaml/d"], 2, "无法写入 plan.yaml/d"),
        (["--year", "2019", "--history", "9.yaml", "--output", "a.csv"], 2, "没有这个路径: 9.yaml"),
    ],
)
def test_what_can_not_be_written(anju: CommandLine, arguments: list[str], code: int, said: str) -> None:
    """Each wrong usage is told, and nothing is written."""
    ran = anju("new", *arguments)
    assert (code, "", True) == (ran.code, ran.out, said in ran.err)
    assert ["plan.yaml"] == os.listdir()


# last year's figures


def test_last_years_figures_are_filled_in(anju: CommandLine) -> None:
    """Those of the own region that are believed; as the reports write them, a grade as a grade."""
    Path("r").mkdir()
    Path("r/a.yaml").write_text(report(2018, share="70.50", rank="乙"), "utf-8")
    Path("r/b.yaml").write_text(report(2018, head="region: 乙区", wage="3"), "utf-8")
    Path("r/c.yaml").write_text(report(2017, norm="3"), "utf-8")
    ran = anju("new", "--year", "2019", "--history", "r", "--format", "json")
    assert (0, "") == (ran.code, ran.err)
    assert '"上年数": 70.50' in ran.out
    assert [70.5, "乙", None, None] == [figure["上年数"] for figure in figures(ran.out).values()]


def test_years_of_history_count(anju: CommandLine) -> None:
    """A figure of before the plan's period is not judged, and believed all the same."""
    Path("a.yaml").write_text(report(2017, norm="3"), "utf-8")
    ran = anju("new", "--year", "2018", "--history", "a.yaml", "--format", "json")
    assert (0, 3) == (ran.code, figures(ran.out)["norm率"]["上年数"])


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (report(2018, share="780"), 1, "ANJ204"),
        (report(2018, share="0.7"), 0, "ANJ205"),
        (report(2018, head="sample: true", share="70"), 0, "示例数据不算"),
        (report(2019, share="{value: 71, previous: 70}"), 0, "没有可信的 2018 年的数"),
        (report(2018, share="待报"), 0, "没有可信的 2018 年的数"),
    ],
)
def test_what_is_not_believed_is_not_filled_in(anju: CommandLine, text: str, code: int, said: str) -> None:
    """A fault, an open query, an imagined figure, what only this year's report states: the form is written without."""
    Path("a.yaml").write_text(text, "utf-8")
    ran = anju("new", "--year", "2019", "--history", "a.yaml", "--format", "json")
    assert (code, True) == (ran.code, said in ran.err)
    assert {None} == {figure["上年数"] for figure in figures(ran.out).values()}


def test_a_form_with_last_years_figures_alone_is_an_empty_return(anju: CommandLine) -> None:
    """What the form had filled in is nobody's report."""
    Path("a.yaml").write_text(report(2018, share="70"), "utf-8")
    anju("new", "--year", "2019", "--department", "教育局", "--history", "a.yaml", "--output", "r.yaml")
    ran = anju("check", "a.yaml", "r.yaml")
    assert (3, True) == (ran.code, "交了空表(1 个部门): 教育局" in ran.out)


# and back


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("format_", READ)
def test_a_blank_form_reads_as_nothing_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, format_: str, lang: str
) -> None:
    """Of every department: exit code 3, no error, no query."""
    line = CommandLine(monkeypatch, capsys)
    for department in leads_of(shipped()):
        path = written(tmp_path, content(form(department, lang=lang), format_), format_)
        ran = line("check", path, "--format", "json")
        levels = {finding["level"] for finding in json.loads(ran.out)["diagnostics"]}
        assert (3, {"note"}) == (ran.code, levels)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_blank_form_is_what_the_schema_describes(anju: CommandLine, lang: str) -> None:
    """An editor with the schema of reports finds nothing to say of a form as it is sent out."""
    schema = json.loads(anju("schema", "report").out)
    blank = json.loads(anju("new", "--year", "2019", "--format", "json", "--lang", lang).out)
    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(blank)]


@pytest.mark.parametrize("format_", READ)
def test_last_years_figure_comes_back_as_it_was(format_: str, tmp_path: Path) -> None:
    """A number of many digits, of thousands, below zero, with a place of zero; a grade."""
    previous = {
        "nursing_bed_share": "24.60", "rural_dibao_standard": "123456789012.5", "elder_institution_beds": "4377",
        "post_disaster_relief_standard": "-0.5",
    }  # fmt: skip
    ids = {row.key: id_ for row in form().rows for id_ in [shipped().indicator_names.certain[row.key]]}
    held = {id_: text for id_, text in previous.items() if id_ in ids.values()}
    path = written(tmp_path, content(form(previous=held), format_), format_)
    (submission,) = load_report(str(path), shipped()).submissions
    amounts = {id_: figure.previous.amount for id_, figure in submission.figures.items() if figure.previous}
    assert {id_: Decimal(text) for id_, text in held.items()} == {id_: amounts[id_] for id_ in held}
    graded = written(tmp_path, content(form("区卫计局", {"cdc_grade": "二级甲等"}), format_), format_)
    (submission,) = load_report(str(graded), shipped()).submissions
    assert (submission.figures["cdc_grade"].previous or Quantity("", Missing("blank"))).amount == 2


def _value(draw: st.DrawFn, unit: str, whole: bool, low: int, high: int) -> str:
    number = draw(st.integers(low, high))
    return str(number) if whole or one_by_one(unit) else f"{number}.{draw(st.integers(0, 9))}"


def _parts(draw: st.DrawFn, counted: tuple[Part, Part], per: int) -> dict[str, str]:
    """Parts with a rate that ends within two places: one that is rounded may lie beyond the goal."""
    denominator = draw(st.sampled_from([100, 200, 400, 500, 1000, 2500, 5000, 10_000]))
    numerator = draw(
        st.integers(denominator // 10, denominator if counted[0].unit == counted[1].unit else 2 * denominator)
    )
    whole, hundredths = divmod(numerator * per * 100 // denominator, 100)
    return {"value": f"{whole}.{hundredths:02d}", "numerator": str(numerator), "denominator": str(denominator)}


def _figure(draw: st.DrawFn, asked: Indicator, lang: str) -> dict[str, str]:
    """What a clerk may write for an indicator: a word, a grade, a number alone, or with its parts."""
    kind = draw(st.sampled_from(["blank", "word", "number", "number", "parts", "parts"]))
    if kind == "blank":
        return {}
    if kind == "word":
        words = [word for word, _, _ in template_words(lang).missing if word in MISSING_WORDS]
        return {"value": draw(st.sampled_from(words)), "note": "与本地无关"}
    if asked.grades:
        return {"value": draw(st.sampled_from(asked.grades))}
    if kind == "parts" and asked.numerator and asked.denominator and asked.per:
        return _parts(draw, (asked.numerator, asked.denominator), int(asked.per))
    low, high = asked.range
    value = _value(draw, asked.unit, asked.whole, int(low or 0) + 2, int(high or asked.per or 5000) - 1)
    return {"value": value, "source": draw(st.sampled_from(["", "本局统计", "1-2", "2019-12"]))}


@st.composite
def fillings(draw: st.DrawFn, lang: str) -> tuple[str, Filling]:
    """A department, and what it writes."""
    department = draw(st.sampled_from(leads_of(shipped())))
    by_name = {asked.name.in_(lang): asked for asked in shipped().indicators.values()}
    rows = form(department, lang=lang).rows
    return department, {row.key: _figure(draw, by_name[row.key], lang) for row in rows}


def _read(figure: Figure) -> tuple[object, ...]:
    """What a figure says, wherever it stands; the unit is the form's."""
    numbers = (figure.value, figure.numerator, figure.denominator)
    said = [number.reading if number.amount is None else number.amount for number in numbers if number]
    return (*said, figure.source, figure.note)


class CameTo(NamedTuple):
    """The figures of a return, how each promise stands, and what was found but blanks and sheets that are no report."""

    figures: dict[str, tuple[object, ...]]
    statuses: dict[str, Status]
    codes: list[str]


def _come_to(path: Path, loaded: Loaded, catalogue: Catalogue) -> CameTo:
    (submission,) = load_report(str(path), catalogue).submissions
    outcome = carry_out(Request((str(path),)), loaded, catalogue)
    found = sorted(finding.diagnostic.code for finding in outcome.findings)
    return CameTo(
        {id_: _read(figure) for id_, figure in submission.figures.items()},
        {judgement.target: judgement.status for judgement in outcome.judgements},
        [code for code in found if code not in {"ANJ305", "ANJ118"}],
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=15)
@given(data=st.data())
def test_a_form_filled_in_is_accepted_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, lang: str, data: st.DataObject
) -> None:
    """Random figures that can be true: in every format the same, as the clerk wrote them, and none at fault."""
    department, filling = data.draw(fillings(lang))
    folder, loaded = tmp_path_factory.getbasetemp(), load_shipped()
    template = form(department, lang=lang)
    outcomes = []
    for format_ in READ:
        path = written(folder, filled(content(template, format_), format_, filling, lang), format_)
        outcomes.append(_come_to(path, loaded, shipped()))
    ids = shipped().indicator_names.certain
    assert ({ids[row.key] for row in template.rows}, []) == (set(outcomes[0].figures), outcomes[0].codes)
    assert [outcomes[0]] * len(READ) == outcomes


@needs_libreoffice
def test_a_form_saved_by_libreoffice_is_the_same(tmp_path: Path) -> None:
    """Another program opens the form filled in, writes it anew, and nothing is lost."""
    rows = form("区卫计局").rows
    filling = {row.key: {"value": row.grades[2] if row.grades else "1204", "source": "1-2"} for row in rows}
    own = filled(content(form("区卫计局"), "xlsx"), "xlsx", filling)
    before, after = (
        _come_to(written(tmp_path, raw, "xlsx"), load_shipped(), shipped())
        for raw in (own, converted(own, "xlsx", tmp_path))
    )
    assert len(rows) == len(before.figures)
    assert before == after

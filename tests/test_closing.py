"""The closing block: what a leader asks, on one screen; what is told folded before it; `--quiet`, which leaves it."""

import itertools
import random
from collections import Counter
from typing import Any

import pytest

from anju_cli.characters import columns
from anju_cli.codes import CODES, Level
from anju_cli.diagnostics import Diagnostic, Topic
from anju_cli.formats import View
from anju_cli.outcome import Coverage, Finding, Judgement, Outcome, Report, Result, Section, Status, Unmatched
from anju_cli.places import Place, Span
from anju_cli.tally import Tally, tally_of, united
from anju_cli.texts import LANGUAGES, texts
from tests.outcomes import BEDS, EMPTY, OUTCOME, OWN, changed, words
from tests.rendering import document
from tests.samples_of_code import Judging, indicator, plan, report, target

NOTES = [code for code, level in CODES.items() if level is Level.NOTE]


def short(number: int, status: Status = Status.MISSED, **more: object) -> Judgement:
    """A promise that is missed, or behind."""
    return changed(BEDS, name=words(f"第{number}项指标"), clause="四(五)3", status=status, detail="", **more)


def section(judgements: tuple[Judgement, ...], region: str = OWN, year: int = 2019, **more: object) -> Section:
    """A region and year with these promises."""
    counts = dict(Counter(judgement.status for judgement in judgements))
    history = bool(more.pop("history", False))
    usual = Section(region, year, region == OWN, history, sample=False, asked=len(judgements), not_asked=0,
        counts=counts, judgements=judgements)  # fmt: skip
    return usual._replace(**more)  # type: ignore[arg-type]  # whatever a section has


def outcome(*sections: Section, own: bool = True, **more: object) -> Outcome:
    """A run over regions and years; a return of the own region among them, or none."""
    return_ = Report("a.yaml", OWN if own else "乙县", 2019, None, "all", False, "utf-8", "a" * 64, 5)  # noqa: FBT003 - no sample
    whole = Outcome(OUTCOME.catalogue, (return_,), sections, (), Coverage(1, 5, 5), Result(0, "ok"))
    return whole._replace(**more)  # type: ignore[arg-type]  # whatever an outcome has


def block(told: Outcome, width: int = 80, lang: str = "zh", **more: Any) -> list[str]:
    """The lines of the block alone."""
    return document("text", told, View(lang, width, terminal=True, quiet=True)._replace(**more)).splitlines()


TWENTY = tuple(short(number) for number in range(20))
FULL = outcome(
    *(
        section(tuple(short(number) for number in range(20)), year=year, not_asked_leads=(("区财政局", 9),))
        for year in (2018, 2019, 2020)
    ),
    *(section((short(1), short(2, Status.BEHIND)), region=f"{name}县") for name in "甲乙丙丁"),
    section((), region="戊县", year=2015, history=True),
    coverage=Coverage(
        7, 900, 900, passed_over=12, unread=tuple(f"returns/区第{number}局的年度报表.docx" for number in range(12))
    ),
)
ABSENT = tuple(f"区第{number}委员会" for number in range(1, 15))


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_fits_a_screen(lang: str, width: int) -> None:
    """However many regions, absences, misses and unread files: 23 lines and the prompt, none wider than the screen."""
    first, *others = FULL.sections
    full = FULL._replace(sections=(first, others[0], others[1]._replace(absent=ABSENT, empty=ABSENT), *others[2:]))
    lines = block(full, width, lang)
    assert len(lines) <= 23
    assert [] == [line for line in lines if columns(line) > width]


def test_the_budget() -> None:
    """Four lines of totals, the own newest year first, the rest counted; nine missed; two of unread; the result."""
    lines = block(FULL)
    assert [f"{OWN} {year} 年  应核 20 项:  未达标 20  未要求 9 项" for year in (2020, 2019, 2018)] == lines[:3]
    assert "另有 4 个地区或年度, 不逐一列出   另有 1 个地区或年度在规划期之前, 不判定" == lines[3]
    assert f"未达标和落后的目标({OWN} 2020 年)" == lines[4]
    assert [f"× 未达标  第{number}项指标  四(五)3  区民政局  差 3.8 张/千人" for number in range(9)] == lines[5:14]
    assert "另有 11 项: 未达标 11   其他地区和年度: 未达标 44、落后 4" == lines[14]
    unread = "".join(lines[16:-1])
    assert unread.startswith(
        "文件夹中另有 12 个文件或文件夹未读(像填报表、但格式不能读的 12 个:returns/区第0局的年度报表.docx、"
    )
    assert unread.endswith("returns/区第9局的年度报表.docx等)")
    assert len(lines) <= 23
    assert "结果: 核对完毕, 填报数可信(退出码 0)" == lines[-1]


def test_what_an_error_holds_back_is_counted() -> None:
    """A promise whose figure has an error, and one whose column has a misspelt head: nobody reads either."""
    reasons = ((), ("ANJ201",), ("ANJ205",), ("before",))
    held = tuple(short(1, Status.UNDETERMINED, reasons=codes) for codes in reasons)
    assert 2 == tally_of(outcome(section(held))).refused


def test_a_narrow_terminal() -> None:
    """Where there is no room for a single name it says how many there are."""
    many = FULL._replace(
        coverage=FULL.coverage._replace(unread=tuple(f"{name}/{'年' * 20}.docx" for name in "abcdefgh"))
    )
    assert "未读(像填报表、但格式不能读的 8 个;" in "".join(block(many, 40))
    absent = block(outcome(section((), absent=("区" * 999,))), 40)
    assert "没有交表(1 个部门)" == absent[1]


def test_missed_before_behind() -> None:
    """The missed are named first; where all are named nothing is counted, and of one region no heading says which."""
    lines = block(outcome(section((short(1, Status.BEHIND), short(2), BEDS, short(3, Status.MET)))))
    starts = ["× 未达标  第2项指标", "△ 落后    第1项指标", f"△ 落后    {BEDS.name.zh}"]
    assert [True, True, True] == [line.startswith(start) for line, start in zip(lines[1:4], starts, strict=True)]
    assert [] == [line for line in lines if "另有" in line or "未达标和落后的目标" in line]


def test_the_behind_are_named_behind_many_missed() -> None:
    """Where the missed take every line, what is behind is named with its lead in two lines, if there is room."""
    many = section((*(short(number) for number in range(10)), *(short(number, Status.BEHIND) for number in range(7))))
    lines = block(outcome(many))
    assert "另有 8 项: 未达标 1、落后 7" == lines[-5]
    assert lines[-4].startswith("其中落后(7): 第0项指标(区民政局)、")
    assert lines[-3].startswith("    第")
    full = FULL._replace(sections=(many, *FULL.sections[3:]), coverage=Coverage(1, 5, 5, missing=tuple("abcdefgh")))
    assert [] == [line for line in block(full) if "其中落后" in line]


def test_the_clause_goes_first() -> None:
    """Where a line is short the clause is left out; what has no room even so goes on beneath, and is counted."""
    name = "一二三四五六七八九十" * 2
    row = block(outcome(section((changed(BEDS, name=words(name)),))))[1]
    assert f"△ 落后    {name}  区民政局  差 3.8 张/千人" == row
    long = changed(BEDS, name=words(name * 2), status=Status.MISSED)
    lines = block(outcome(section((long,) * 12), coverage=Coverage(1, 5, 5, passed_over=3)))
    assert "另有 4 项: 未达标 4" == lines[-4]
    assert "          六七八九十  四(五)3  区民政局  差 3.8 张/千人" == lines[2]


def test_an_assumed_figure_is_marked() -> None:
    """A miss that rests on an assumed figure says so, here too."""
    assert block(outcome(section((short(1, assumed=True),))))[1].endswith("差 3.8 张/千人  假设")


def test_who_is_absent() -> None:
    """By name where there is room, else in two lines and how many; an empty return beside; other years' counted."""
    lines = block(outcome(section((), absent=("区教育局", "区财政局"))))
    assert "没有交表(2 个部门): 区教育局、区财政局" == lines[1]
    lines = block(outcome(section((), absent=ABSENT * 2), section((), year=2018, absent=ABSENT)))
    assert lines[2].startswith("没有交表(28 个部门): 区第1委员会、")
    assert "".join(line.strip() for line in lines[2:-3]).endswith("、区第13委员会、区第14委员会")
    assert "其他年度没有交表的: 14 个" == lines[-3]
    lines = block(outcome(section(TWENTY, absent=ABSENT * 4)))
    assert any(line.endswith(" 等 56 个") for line in lines)
    lines = block(outcome(section((), absent=("区教育局",), empty=ABSENT)))
    assert "没有交表(1 个部门): 区教育局" == lines[1]
    assert lines[2].startswith("交了空表(14 个部门): 区第1委员会、")
    assert lines[4].endswith("、区第14委员会")
    assert "Nothing handed in (departments: 1): District Education Bureau" in block(
        outcome(section((), absent=("区教育局",))), lang="en"
    )


def test_nobody_is_of_the_own_region() -> None:
    """One line says so; the missed are those of the first other region, by name, and its newest year."""
    others = [section((short(year),), region=region, year=year) for region in ("乙县", "丙县") for year in (2018, 2019)]
    lines = block(outcome(*others, section((), region="丁县", year=2016, history=True), own=False))
    assert f"没有{OWN}的填报表, 不列没有交表的部门" == lines[-6]
    assert ["未达标和落后的目标(丙县 2019 年)", "× 未达标  第2019项指标"] == [lines[-5], lines[-4].split("  四")[0]]


def test_only_years_before_the_plan() -> None:
    """Where nothing is judged the block counts what there is."""
    lines = block(outcome(section((), year=2017, history=True)))
    assert "另有 1 个地区或年度在规划期之前, 不判定" == lines[0]
    assert lines[1].startswith("已核 1 份填报表")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["year", "department", "area", "basis", "indicator"])
def test_what_was_asked_for_in_vain(lang: str, kind: str) -> None:
    """Each thing asked for that nothing answers to has a line of its own, in the words of the language."""
    value = {"area": "social", "basis": "number", "year": "2019"}.get(kind, "区教育局")
    catalogue = OUTCOME.catalogue._replace(indicators={value: words("入园率", "Enrolment")})
    coverage = Coverage(1, 5, 5, unmatched=(Unmatched(kind, value),))
    lines = block(outcome(section(()), catalogue=catalogue, coverage=coverage), 120, lang)
    shown = {"area": ("基本社会服务|养老", "Basic social services | elderly"), "basis": ("定量", "number"),
             "indicator": ("入园率", "Enrolment")}  # fmt: skip
    name = dict(zip(LANGUAGES, shown.get(kind, (value, value)), strict=True))[lang]
    name = "District Education Bureau" if (kind, lang) == ("department", "en") else name
    assert texts(lang)(f"unmatched_{kind}", value=name) == lines[-2]


def test_the_result_has_its_colour() -> None:
    """Green for what is believed, yellow with open queries, red for everything else; nothing of the block is grey."""
    colours = {("ok", 0): "32", ("queries", 0): "33", ("missing", 2): "1;31"}
    for (why, code), colour in colours.items():
        last = block(outcome(section((short(1),)), result=Result(code, why)), color=True)[-1]
        assert last.startswith(f"\x1b[{colour}m结果")
    (row,) = [line for line in block(outcome(section((short(1),))), color=True) if "第1项" in line]
    assert "\x1b[31m差 3.8 张/千人" in row
    assert ["\x1b[90m四(五)3\x1b[0m"] == [part for part in row.split("  ") if "[90m" in part]


def test_portions_add_up_to_the_same() -> None:
    """However a run is cut, and in whatever order its parts come, the block is that of the whole."""
    findings = tuple(note(NOTES[number % 3], number) for number in range(20))
    whole = FULL._replace(findings=tuple(sorted(findings, key=lambda finding: finding.rank)))
    parts = [EMPTY._replace(catalogue=whole.catalogue, sections=(each,)) for each in whole.sections]
    parts += [EMPTY._replace(catalogue=whole.catalogue, findings=(finding,)) for finding in findings]
    parts.append(EMPTY._replace(catalogue=whole.catalogue, reports=whole.reports, coverage=whole.coverage))
    for seed in range(5):
        random.Random(seed).shuffle(parts)  # noqa: S311 - an order, no secret
        tally = united(map(tally_of, parts))
        assert tally_of(whole) == tally._replace(elsewhere=tally_of(whole).elsewhere)


def test_a_tally_stays_small() -> None:
    """Of a thousand regions four sections are kept, of which one has judgements, nine at most."""
    tallies = [tally_of(outcome(section((BEDS,) * 99, region=f"第{number}县"))) for number in range(30)]
    tally: Tally = united(tallies)
    assert [9, 0, 0, 0] == [len(kept.judgements) for kept in tally.foremost]
    assert 30 * 99 == tally.short[Status.BEHIND]


# what is told folded


def note(code: str, line: int, kind: str = "", topic: Topic = Topic.NONE, path: str = "a.yaml") -> Finding:
    """A note of a code."""
    place = Place(path, ("year",), Span(line, 3, line, 9))
    arguments = {"year": "2016", "first": "2018", "last": "2020", "region": "乙县", "name": OWN}
    return Finding(Diagnostic(code, place, arguments, kind, topic=topic), place.span, "year: 2016")


def shown(*findings: Finding, lang: str = "zh", **more: object) -> list[str]:
    """What is said of some findings, without the closing block."""
    view = View(lang)._replace(**more)  # type: ignore[arg-type]  # whatever a view has
    return document("text", EMPTY._replace(findings=findings), view).partition("\n\n")[0].splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", NOTES)
def test_every_note_folds(lang: str, code: str) -> None:
    """Several notes of a code are one line: level, code, how many, what, the first places; one has its own words."""
    say = texts(lang)
    level = f"{say('level_note')} {code} "
    (line,) = shown(*(note(code, number) for number in (4, 3, 2, 1)), lang=lang)
    assert line.startswith(f"{level}4 ")
    assert say.listed(("a.yaml:1:3", "a.yaml:2:3", "a.yaml:3:3")) in line
    assert line.endswith((" 等", " and more"))
    assert "{" not in line
    (line,) = shown(note(code, 1), note(code, 2), lang=lang)
    assert line.startswith(f"{level}2 ")
    assert line.endswith("a.yaml:2:3")
    (line,) = shown(note(code, 1), lang=lang)
    assert line.startswith(f"a.yaml:1:3: {level}")


@pytest.mark.parametrize("code", NOTES)
def test_a_folded_note_agrees_in_number(code: str) -> None:
    """In English a count and its noun agree."""
    one, two = (texts("en").folded(note(code, 1).diagnostic, count) for count in (1, 2))
    assert one.startswith("1 ")
    assert one != two.replace("2 ", "1 ", 1) or code == "ANJ612"


def test_codes_fold_apart_and_verbose_unfolds() -> None:
    """A line a code, in their order; --verbose lists each with its place first."""
    findings = tuple(itertools.starmap(note, [("ANJ603", 1), ("ANJ301", 2), ("ANJ603", 3), ("ANJ301", 4)]))
    assert ["提示 ANJ301 2", "提示 ANJ603 2"] == [line[:11] for line in shown(*findings)]
    ranked = sorted(findings, key=lambda finding: finding.rank)
    lines = shown(*ranked, verbose=True)
    assert [f"a.yaml:{number}:3: 提示 ANJ" for number in (1, 2, 3, 4)] == [line[:18].rstrip("36") for line in lines]


def test_a_near_region_is_never_folded() -> None:
    """The note on a name that is all but the own one keeps a line of its own, however many there are."""
    near = [note("ANJ115", line, "near", Topic.NEAR_REGION) for line in (1, 2)]
    lines = shown(*near, note("ANJ115", 3), note("ANJ115", 4))
    assert ["a.yaml:1:3: 提示 ANJ115 ", "a.yaml:2:3: 提示 ANJ115 "] == [line[:22] for line in lines[:2]]
    assert lines[2].startswith("提示 ANJ115 2 份填报表是别的地区的")


def test_a_place_is_wrapped_at_a_terminal_alone() -> None:
    """Off a terminal the line is whole however long; at one it is folded, but not within a place."""
    path = f"returns/{'很长的文件夹/' * 5}2019年.yaml"
    findings = [note("ANJ603", line, path=path) for line in (1, 2)]
    assert 1 == len(shown(*findings, width=80))
    rows = shown(*findings, width=60, terminal=True)
    assert [f"    {path}:1:3、", f"    {path}:2:3"] == rows[-2:]


def test_a_reading_of_the_whole(judged: Judging) -> None:
    """What is open stands before the report, notes behind it, and the closing block, which says no word twice, last."""
    plan_ = plan(x=indicator(target("at_least: 300"), unit="户"))
    text = document("text", judged(plan_, {"a.yaml": report(2018, x="９0"), "b.yaml": report(2019, x="约 5")}), View())
    order = ["强制 ANJ201", "2019 年度差距报告", "已核 2 份填报表", "结果: "]
    assert sorted(order, key=text.index) == order

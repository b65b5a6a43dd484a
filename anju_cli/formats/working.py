"""The working behind each judgement of an indicator: the clause, the numbers with their places, the formulas."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from anju_cli.formats import phrases, run_notes, shown_numbers, signs
from anju_cli.formats.findings import finding_lines
from anju_cli.formats.layout import Line, Piece, broken, fold, pad, width_of
from anju_cli.formats.view import View
from anju_cli.numbers import plain
from anju_cli.outcome import Input, Judgement, Outcome, Section
from anju_cli.places import Place, written_place
from anju_cli.quotients import Quotient, RoundedNumber, visible_need
from anju_cli.texts import Texts
from anju_cli.texts.explain_words import ExplainWords
from anju_cli.timelines import Course, Row, courses
from anju_cli.trace import Step, needs_room, trace, written

#: The working has room.
_PLACES = 4


def working_lines(id_: str, outcome: Outcome, view: View, say: Texts, more: ExplainWords) -> list[Line]:
    """Every judgement of an indicator with what it was made from; empty where it was judged nowhere."""
    warnings = run_notes.warnings(outcome, say)
    lines = [line for warning in warnings for line in fold([Piece(warning, "bold yellow")], view.width)]
    findings = tuple(finding for finding in outcome.findings if finding.diagnostic.indicator == id_)
    lines += finding_lines(findings, view, say)
    for section in outcome.sections:
        for judgement in section.judgements:
            if judgement.indicator == id_:
                lines += [*([[]] if lines else []), *_judgement(judgement, section, outcome, view, say, more)]
    return lines


def year_lines(id_: str, outcome: Outcome, years: tuple[int, ...], view: View, say: Texts) -> list[Line]:
    """What else is known of an indicator: years that no judgement was made for, and `years` that have no figure."""
    rows = [(course, row) for course in courses(outcome, (id_,)) for row in course.rows]
    lines: list[Line] = []
    for course, row in rows:
        if row.stated or not row.judgements:
            figure = enumerate(broken(Piece(_year(course, row, say)), view.width - 4))
            lines += [[Piece("    " if index else ""), piece] for index, piece in figure]
            lines += fold([Piece(phrases.note(row.note, say), signs.GREY)], view.width, indent=4)
    present = {row.year for _, row in rows if not row.says_nothing}
    lacking = [year for year in sorted(set(years)) if year not in present] if present else []
    return lines + [[Piece(say("year_no_figure", year=year))] for year in lacking]


def _year(course: Course, row: Row, say: Texts) -> str:
    """A year and its figure, with how it came about."""
    value = row.grade or row.written or phrases.quantity(row.value or Decimal(0), course.unit, say)
    marks = (("trend_stated", row.stated), ("assumed_mark", row.assumed), ("sample", row.sample))
    remarks = say.listed(tuple(say(key) for key, is_so in marks if is_so))
    value += say("paren", text=remarks) if remarks else ""
    return say("year_figure", region=course.region, year=row.year, value=value)


def _judgement(
    judgement: Judgement, section: Section, outcome: Outcome, view: View, say: Texts, more: ExplainWords
) -> Iterator[Line]:
    status = f"{signs.SHAPES[judgement.status]} {say(f'status_{judgement.status.value}')}"
    heading = more.words["working_heading"].format(region=section.region, year=section.year)
    title = [Piece(judgement.name.in_(say.lang), "bold")]
    title.append(Piece(status, signs.COLOURS.get(judgement.status, signs.GREY)))
    title += [Piece(mark, signs.GREY) for mark in phrases.grounds(judgement, say)]
    yield from fold(title, view.width, indent=4, first=[Piece(heading, "bold")])
    clause = f"{outcome.catalogue.document} {judgement.clause} {say('quoted', quote=judgement.quote)}"
    yield from _pair(more.words["clause"], clause, _at(judgement.clause_place), view, more)
    word = phrases.aspiration(judgement.promise, say)
    goal = phrases.goal(judgement, say) + (say("paren", text=word) if word else "")
    yield from _pair(more.words["promise"], goal, "", view, more)
    department = run_notes.department(judgement.lead, outcome.catalogue, say)
    yield from _pair(more.words["lead"], phrases.lead(judgement.promise, department, say), "", view, more)
    for given in judgement.inputs:
        yield from _pair(
            more.words[f"input_{given.role}"], _input(given, judgement, say, more.words), _at(given.place), view, more
        )
        yield from _pair("", phrases.note(given.note, say), "", view, more)
    if judgement.value is None:
        yield from _pair("", phrases.note(judgement.note, say), "", view, more)
    for step in trace(judgement):
        yield from _pair(
            more.words[f"step_{step.code.partition('_')[0]}"], _step(step, judgement, say, more.words), "", view, more
        )
    why = tuple(filter(None, (phrases.detail(judgement, say), phrases.reasons(judgement, say))))
    if why:
        yield from _pair(more.words["working_why"], say.listed(why), "", view, more)


def _pair(key: str, text: str, where: str, view: View, more: ExplainWords) -> list[Line]:
    """What a number is, the number, and where it stands."""
    widest = max(width_of([Piece(word)]) for name, word in more.words.items() if name.startswith(("input_", "step_")))
    head: Line = [Piece("  "), Piece(pad(key, widest), "cyan"), Piece("  ")]
    lines = fold([Piece(text), Piece(where, signs.GREY)], view.width, indent=width_of(head), first=[])
    return [[*head, *lines[0][1:]], *lines[1:]] if lines else []


def _at(place: Place | None) -> str:
    if place is None:
        return ""
    return written_place(place.path, place.span)


def _input(given: Input, judgement: Judgement, say: Texts, words: Mapping[str, str]) -> str:
    if given.role == "value" and judgement.grade is not None:
        return words["input_year"].format(year=given.year, value=judgement.grade)
    indicator = judgement.promise.indicator
    part = {"numerator": indicator.numerator, "denominator": indicator.denominator}.get(given.role) or indicator
    value = phrases.quantity(given.value, part.shown_unit, say)
    return words["input_year"].format(year=given.year, value=value)


def _step(step: Step, judgement: Judgement, say: Texts, words: Mapping[str, str]) -> str:
    """A formula with the numbers in it, and what came of it."""
    numbers = {key: _bracketed(written(value)) for key, value in step.inputs.items()}
    if step.code.startswith("compare_"):
        formula = say(f"formula_{step.code}", **numbers)
        gap = phrases.distance(judgement, say)
        return words[f"result_{step.result}"].format(formula=formula, gap=say("paren", text=gap) if gap else "")
    formula = words[f"formula_{_formula(step)}"].format_map(numbers)
    if step.code in {"line", "milestone"}:
        return words[f"result_{step.result}"].format(formula=formula)
    if step.code in {"things", "things_above"}:
        return words[f"result_{step.code}"].format(formula=formula, result=step.result)
    if not isinstance(step.result, Quotient):
        return f"{formula} = {written(step.result)}"
    if step.code == "projection" and shown_numbers.impossible(step.result, judgement):  # what can't be is no number
        suffices = judgement.progress is not None and judgement.progress.suffices
        return f"{formula}, {say('trend_ahead_full' if suffices else 'trend_ahead_never')}"
    result, slight = _divided(step.code, step.result, judgement, say)
    return f"{formula} {'=' if result.exact else '≈'}{slight} {plain(result.bare)}"


def _divided(code: str, quotient: Quotient, judgement: Judgement, say: Texts) -> tuple[RoundedNumber, str]:
    """A quotient of the working: a need never towards less, what is compared on its own side of it."""
    room, least = needs_room(code, judgement), max(_PLACES, shown_numbers.places(judgement))
    if room is not None:
        return visible_need(quotient, least, room[0]), ""
    beside = (judgement.value,) if code == "expected" else judgement.promise.bounds
    result = quotient.apart(beside, least)
    return result, shown_numbers.slightly(quotient, result, beside, say)


def _formula(step: Step) -> str:
    """Which formula: those with a direction have one for each."""
    down, code = step.inputs.get("d") == -1, step.code.removesuffix("_above").removesuffix("_measured")
    return f"{code}_down" if down else code


def _bracketed(number: str) -> str:
    """A number below zero stands in brackets where a sign precedes it."""
    return f"({number})" if number.startswith("-") else number

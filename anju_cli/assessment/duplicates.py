"""The same figure of a region and year in two files: where they agree they are one, else neither is judged."""

from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.assessment.scope import named
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.places import Place, row_of
from anju_cli.submission import Explanation, Figure, Missing, Quantity, Submission, is_near


class _Statement(NamedTuple):
    """One quantity of a figure, and the department whose report has it, if that is known."""

    figure: Figure
    field: str
    quantity: Quantity
    department: str | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.figure.at(self.field)


def duplicates(group: list[Submission], catalogue: Catalogue) -> list[Diagnostic]:
    """Another number is an error, the same one a note; 待报 or a blank beside a figure yields to it, with a note."""
    findings: list[Diagnostic] = []
    first: dict[tuple[str, str], _Statement] = {}
    silent: list[Figure] = []
    for figure, department in _reported(group):
        if _yields(figure.value):
            silent.append(figure)
        for field, quantity in figure.fields:
            if not _says_something(quantity):
                continue
            statement = _Statement(figure, field, quantity, department)
            earlier = first.setdefault((figure.indicator, field), statement)
            if earlier is not statement and not (field != "value" and _agree(earlier.quantity, quantity)):
                findings.append(_repeated(earlier, statement, catalogue))
    for figure in silent:
        counting = first.get((figure.indicator, "value"))
        if counting is not None:
            findings.append(_yielding(figure, counting))
    return findings


def _reported(group: list[Submission]) -> Iterator[tuple[Figure, str | None]]:
    """Every figure, with the department that its report names."""
    for submission in group:
        for figure in submission.figures.values():
            yield figure, submission.department


def _elsewhere(earlier: Place, place: Place) -> str:
    """Where the first of two stands: another file, else the row or cell of the same one."""
    return earlier.path if earlier.path != place.path else row_of(earlier.path, earlier.span)


def _yielding(figure: Figure, counting: _Statement) -> Diagnostic:
    """A word for what is still missing beside a figure."""
    related = (Related(counting.place, "first", counting.quantity.text),)
    path = _elsewhere(counting.place, figure.at("value"))
    arguments = {"first": counting.quantity.text, "second": figure.value.text, "path": path}
    kind = "yields_blank" if figure.value.reading == Missing("blank") else "yields"
    return Diagnostic("ANJ409", figure.at("value"), arguments, kind, figure.indicator, figure.value.text, related)


def shared_reasons(submission: Submission, group: list[Submission]) -> tuple[Explanation, ...]:
    """The reasons that other files of one region and year give for figures that this one has as well."""
    return tuple(
        reason
        for report in group
        if report is not submission
        for reason in report.explanations
        if _same_figure(submission.figures.get(reason.indicator), report.figures.get(reason.indicator))
    )


def base_reasons(submission: Submission, later: list[Submission]) -> tuple[Explanation, ...]:
    """The reasons in the next year's reports that repeat a figure as their year before."""
    return tuple(
        reason
        for report in later
        for reason in report.explanations
        if _repeats(report.figures.get(reason.indicator), submission.figures.get(reason.indicator))
    )


def _repeats(figure: Figure | None, earlier: Figure | None) -> bool:
    """Whether a figure states another as its year before."""
    previous = None if figure is None else figure.previous
    return previous is not None and earlier is not None and _agree(previous, earlier.value)


def _same_figure(figure: Figure | None, other: Figure | None) -> bool:
    return figure is not None and other is not None and _agree(figure.value, other.value)


def merged(figures: list[Figure]) -> Figure:
    """The figure that counts: the most exactly written, else 待报; what it lacks is added from the others."""
    whole, *others = sorted(figures, key=_precedence)
    for figure in others:
        for field in ("previous", "numerator", "denominator"):
            if not _is_stated(getattr(whole, field)) and _is_stated(getattr(figure, field)):
                whole = _with(whole, figure, (field,))
    return whole._replace(note=_notes(figures))


def _notes(figures: list[Figure]) -> str | None:
    """The notes of all that say something, each once and in one order, whatever the files are called."""
    notes = {figure.note for figure in figures if figure.note is not None and _says_something(figure.value)}
    return "; ".join(sorted(notes, key=lambda note: (not is_near(note), note))) or None


def _precedence(figure: Figure) -> tuple[int, int, str]:
    """The order in which figures count, whatever their files are called: of equal numbers, the one with more digits."""
    value = figure.value
    if value.amount is not None:
        return 0, int(value.amount.as_tuple().exponent), value.text
    pending = isinstance(value.reading, Missing) and value.reading.word == "pending"
    return (1 if _says_something(value) else 2 if pending else 3), 0, value.text


def _with(figure: Figure, source: Figure, fields: tuple[str, ...]) -> Figure:
    """Some fields of another file's figure, and where they stand."""
    places = {**figure.places, **{field: source.at(field) for field in fields}}
    return figure._replace(places=places, **{field: getattr(source, field) for field in fields})


def _repeated(first: _Statement, second: _Statement, catalogue: Catalogue) -> Diagnostic:
    """One figure given twice; by two departments, both are named."""
    related = (Related(first.place, "first", first.quantity.text),)
    path = _elsewhere(first.place, second.place)
    arguments = {"first": first.quantity.text, "second": second.quantity.text, "path": path}
    departments, kind = (first.department, second.department), ""
    if None not in departments and len(set(departments)) > 1:
        kind = "departments"
        for role, department in zip(("first_department", "second_department"), departments, strict=True):
            arguments |= named(role, filter(None, (department,)), catalogue)
    agree = _agree(first.quantity, second.quantity)
    code, topic = ("ANJ409", Topic.NONE) if agree else ("ANJ408", Topic.DUPLICATE)
    indicator, written = second.figure.indicator, second.quantity.text
    return Diagnostic(code, second.place, arguments, kind, indicator, written, related, topic=topic)


def _is_stated(quantity: Quantity | None) -> bool:
    return quantity is not None and _says_something(quantity)


def _yields(quantity: Quantity) -> bool:
    """Whether a figure is still to come: it is no other figure than one that another file has."""
    return isinstance(quantity.reading, Missing) and quantity.reading.word in {"blank", "pending"}


def _says_something(quantity: Quantity) -> bool:
    reading = quantity.reading
    return not (isinstance(reading, Missing) and reading.word in {"blank", "pending", "misshapen"})


def _agree(first: Quantity, second: Quantity) -> bool:
    """Equal as numbers, the same word for what is missing, or else the same text."""
    if first.amount is not None and second.amount is not None:
        return first.amount == second.amount
    return first.reading == second.reading and (isinstance(first.reading, Missing) or first.text == second.text)

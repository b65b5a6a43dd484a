"""The same figure of a region and year in two files: where they agree they are one, else neither is judged."""

from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.submission import Explanation, Figure, Missing, Quantity, Submission, is_near


def duplicates(group: list[Submission]) -> list[Diagnostic]:
    """Another number is an error, the same one a note; 待报 or a blank beside a figure yields to it, with a note."""
    findings: list[Diagnostic] = []
    first: dict[tuple[str, str], tuple[Figure, Quantity]] = {}
    silent: list[Figure] = []
    for figure in (figure for submission in group for figure in submission.figures.values()):
        if _yields(figure.value):
            silent.append(figure)
        for field, quantity in figure.fields:
            if not _says_something(quantity):
                continue
            earlier, stated = first.setdefault((figure.indicator, field), (figure, quantity))
            if earlier is not figure and not (field != "value" and _agree(stated, quantity)):
                findings.append(_repeated(field, (earlier, stated), (figure, quantity)))
    for figure in silent:
        counting = first.get((figure.indicator, "value"))
        if counting is not None:
            findings.append(_yielding(figure, *counting))
    return findings


def _yielding(figure: Figure, counting: Figure, quantity: Quantity) -> Diagnostic:
    """A word for what is still missing beside a figure."""
    related = (Related(counting.at("value"), "first", quantity.text),)
    arguments = {"first": quantity.text, "second": figure.value.text, "path": counting.place.path}
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


def _repeated(field: str, first: tuple[Figure, Quantity], second: tuple[Figure, Quantity]) -> Diagnostic:
    (earlier, stated), (figure, quantity) = first, second
    agree = _agree(stated, quantity)
    related = (Related(earlier.at(field), "first", stated.text),)
    arguments = {"first": stated.text, "second": quantity.text, "path": earlier.place.path}
    code, topic = ("ANJ409", Topic.NONE) if agree else ("ANJ408", Topic.DUPLICATE)
    return Diagnostic(code, figure.at(field), arguments, "", figure.indicator, quantity.text, related, topic=topic)


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

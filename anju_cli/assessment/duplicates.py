"""The same figure of a region and year in two files: where they agree they are one, else neither is judged."""

from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.submission import Figure, Missing, Quantity, Submission


def duplicates(group: list[Submission]) -> list[Diagnostic]:
    """Another number is an error, the same one a note."""
    findings: list[Diagnostic] = []
    first: dict[tuple[str, str], tuple[Figure, Quantity]] = {}
    for figure in (figure for submission in group for figure in submission.figures.values()):
        for field, quantity in figure.fields:
            if not _says_something(quantity):
                continue
            earlier, stated = first.setdefault((figure.indicator, field), (figure, quantity))
            if earlier is not figure and not (field != "value" and _agree(stated, quantity)):
                findings.append(_repeated(field, (earlier, stated), (figure, quantity)))
    return findings


def merged(figures: list[Figure]) -> Figure:
    """The figure that counts: one with something to say, else the first; what it lacks and another file has is added.

    Parts are taken together or not at all: a numerator of one file is none to another file's denominator.
    """
    whole = next((figure for figure in figures if _says_something(figure.value)), figures[0])
    for figure in figures:
        if not _is_stated(whole.previous) and _is_stated(figure.previous):
            whole = _with(whole, figure, ("previous",))
        if whole.numerator is None and whole.denominator is None and figure.numerator and figure.denominator:
            whole = _with(whole, figure, ("numerator", "denominator"))
    return whole


def _with(figure: Figure, source: Figure, fields: tuple[str, ...]) -> Figure:
    """Some fields of another file's figure, and where they stand."""
    elsewhere = (*figure.elsewhere, *((field, source.at(field)) for field in fields))
    return figure._replace(elsewhere=elsewhere, **{field: getattr(source, field) for field in fields})


def _repeated(field: str, first: tuple[Figure, Quantity], second: tuple[Figure, Quantity]) -> Diagnostic:
    (earlier, stated), (figure, quantity) = first, second
    agree = _agree(stated, quantity)
    related = (Related(earlier.at(field), "first", stated.text),)
    arguments = {"first": stated.text, "second": quantity.text, "path": earlier.place.path}
    code, topic = ("ANJ409", Topic.NONE) if agree else ("ANJ408", Topic.DUPLICATE)
    return Diagnostic(code, figure.at(field), arguments, "", figure.indicator, quantity.text, related, topic=topic)


def _is_stated(quantity: Quantity | None) -> bool:
    return quantity is not None and _says_something(quantity)


def _says_something(quantity: Quantity) -> bool:
    reading = quantity.reading
    return not (isinstance(reading, Missing) and reading.word in {"blank", "pending", "misshapen"})


def _agree(first: Quantity, second: Quantity) -> bool:
    """Equal as numbers, the same word for what is missing, or else the same text."""
    if first.amount is not None and second.amount is not None:
        return first.amount == second.amount
    return first.reading == second.reading and (isinstance(first.reading, Missing) or first.text == second.text)

"""The same figure of a region and year in two files: where they agree they are one, else neither is judged."""

from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.submission import Figure, Missing, Quantity, Submission


def twice(group: list[Submission]) -> list[Diagnostic]:
    """Another number is an error, the same one a note."""
    found: list[Diagnostic] = []
    first: dict[tuple[str, str], tuple[Figure, Quantity]] = {}
    for figure in (figure for submission in group for figure in submission.figures.values()):
        for field, quantity in figure.fields:
            if not _says_something(quantity):
                continue
            other, said = first.setdefault((figure.indicator, field), (figure, quantity))
            if other is not figure and not (field != "value" and _agree(said, quantity)):
                found.append(_again(field, (other, said), (figure, quantity)))
    return found


def merged(figures: list[Figure]) -> Figure:
    """The figure that counts: one with something to say, else the first; what it lacks and another file has is added.

    Parts are taken together or not at all: a numerator of one file is none to another file's denominator.
    """
    telling = next((figure for figure in figures if _says_something(figure.value)), figures[0])
    for other in figures:
        if not _given(telling.previous) and _given(other.previous):
            telling = _with(telling, other, ("previous",))
        if telling.numerator is None and telling.denominator is None and other.numerator and other.denominator:
            telling = _with(telling, other, ("numerator", "denominator"))
    return telling


def _with(figure: Figure, other: Figure, fields: tuple[str, ...]) -> Figure:
    """Some fields of another file's figure, and where they stand."""
    places = {**figure.places, **{field: other.at(field) for field in fields}}
    return figure._replace(places=places, **{field: getattr(other, field) for field in fields})


def _again(field: str, first: tuple[Figure, Quantity], second: tuple[Figure, Quantity]) -> Diagnostic:
    (other, said), (figure, quantity) = first, second
    code = "ANJ409" if _agree(said, quantity) else "ANJ408"
    related = (Related(other.at(field), "first", said.text),)
    arguments = {"first": said.text, "second": quantity.text, "path": other.place.path}
    return Diagnostic(code, figure.at(field), arguments, "", figure.indicator, quantity.text, related)


def _given(quantity: Quantity | None) -> bool:
    return quantity is not None and _says_something(quantity)


def _says_something(quantity: Quantity) -> bool:
    reading = quantity.reading
    return not (isinstance(reading, Missing) and reading.word in {"blank", "pending", "misshapen"})


def _agree(left: Quantity, right: Quantity) -> bool:
    """Equal as numbers, the same word for what is missing, or else the same text."""
    if left.amount is not None and right.amount is not None:
        return left.amount == right.amount
    return left.reading == right.reading and (isinstance(left.reading, Missing) or left.text == right.text)

"""Judgements as JSON, a line each, filled into templates: a run of many reports writes a hundred thousand of them.

What a promise says by itself is encoded once for all regions and years; texts from outside are encoded
once each. Everything else is our own numbers and words, which need no escape.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from anju_cli.formats.json_values import PACED, JsonText, Record, encoded, goal
from anju_cli.numbers import RoundedNumber, plain
from anju_cli.outcome import Input, Judgement, Pace, Step, written_value
from anju_cli.places import Place
from anju_cli.texts import Texts

_NULL = "null"


def _template(*keys: str) -> str:
    """An object with these keys, each with a value to be filled in."""
    return "{" + ", ".join(f'"{key}": %s' for key in keys) + "}"


_INPUT = _template("role", "year", "value", "path", "line", "column")
_STEP = _template("code", "inputs", "result")
_PLACE = _template("path", "line", "column", "end_line", "end_column", "cell")
_THINGS = _template("count", "unit")
_BASE = _template("year", "value")
_STANDING = _template(
    *("region", "year", "status", "shade", "reasons", "would_be", "value", "previous", "assumed", "gap", "things"),
    *("base", *PACED, "suffices", "required_things", "rounded", "running_total", "met_in", "after_period"),
    *("years_used", "inputs", "steps", "source"),
)
_NOT_PACED = (*(_NULL,) * (len(PACED) + 2), "[]")


def standings(judgements: Iterable[Judgement], say: Texts) -> Iterator[JsonText]:
    """The JSON of each judgement."""
    promises: dict[str, str] = {}
    for judgement in judgements:
        promise = promises.get(judgement.target)
        if promise is None:
            promise = promises[judgement.target] = f"{encoded(_promise(judgement, say))[:-1]}, "
        yield JsonText(promise + _standing(judgement)[1:])


def _promise(judgement: Judgement, say: Texts) -> Record:
    """What the catalogue says of it."""
    return {
        "target": judgement.target,
        "indicator": judgement.indicator,
        "name": judgement.name.in_(say.lang),
        "area": judgement.area or None,
        "clause": judgement.clause,
        "quote": judgement.quote,
        "lead": judgement.lead,
        "partners": list(judgement.partners),
        "basis": judgement.basis,
        "aspirational": judgement.aspirational,
        "schedule": {"every_year": True} if judgement.by is None else {"by": judgement.by},
        "unit": judgement.unit,
        "goal": goal(judgement.goal),
    }


def _standing(judgement: Judgement) -> str:
    """How it stands in one region and year, and by which working."""
    return _STANDING % (
        _text(judgement.region),
        judgement.year,
        _text(judgement.status.value),
        _text(judgement.shade or None),
        _list(map(_text, judgement.reasons)),
        _text(judgement.would_be.value if judgement.would_be else None),
        _text(written_value(judgement)),
        _NULL if judgement.grade is not None else _figure(judgement.previous),
        _flag(judgement.assumed),
        _figure(judgement.gap),
        _THINGS % (judgement.things.number, _text(judgement.things.unit)) if judgement.things else _NULL,
        _BASE % (judgement.base.year, _figure(judgement.base.value)) if judgement.base else _NULL,
        *(_paced(judgement.pace) if judgement.pace else _NOT_PACED),
        _figure(judgement.running_total),
        _NULL if judgement.met_in is None else judgement.met_in,
        _flag(judgement.after_period),
        _list(map(str, judgement.years_used)),
        _list(map(_input, judgement.inputs)),
        _list(map(_step, judgement.steps)),
        _place(judgement.source) if judgement.source else _NULL,
    )


def _paced(pace: Pace) -> tuple[str, ...]:
    """The figures of the line, beside them whether the pace suffices, and which of them were rounded."""
    found: tuple[RoundedNumber, ...] = tuple(getattr(pace, key) for key in PACED)
    return (
        *(_figure(one.value) for one in found),
        _flag(pace.suffices),
        _NULL if pace.required_things is None else str(pace.required_things),
        _list(f'"{key}"' for key, one in zip(PACED, found, strict=True) if not one.exact),
    )


def _input(operand: Input) -> str:
    """A number that was used, and where it begins."""
    role, year, value, where = operand
    at = where.span if where else None
    line, column = (at.line, at.column) if at else (_NULL, _NULL)
    return _INPUT % (_text(role), year, f'"{plain(value)}"', _text(where.path if where else None), line, column)


def _step(step: Step) -> str:
    code, inputs, result = step
    given = ", ".join([f'"{key}": {_text(value)}' for key, value in inputs.items()])
    return _STEP % (_text(code), f"{{{given}}}", _text(result))


def _place(place: Place) -> str:
    """A file with line and column, or with a cell."""
    return _PLACE % (_text(place.path), *(place.span or (_NULL,) * 4), _text(place.cell and str(place.cell)))


def _figure(value: Decimal | None) -> str:
    """An exact decimal in plain notation; null where there is none."""
    return _NULL if value is None else f'"{plain(value)}"'


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(texts)}]"


@lru_cache(maxsize=16_384)  # regions, paths and figures come back again and again
def _text(value: str | None) -> str:
    return encoded(value)

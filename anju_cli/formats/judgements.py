"""Judgements as JSON, a line each, filled into templates: a run of many reports writes a hundred thousand of them.

What a promise says by itself is encoded once for all regions and years; texts from outside are encoded
once each. Everything else is our own numbers and words, which need no escape.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from anju_cli.formats.records import PACED, Encoded, Record, encoded, goal
from anju_cli.numbers import Shown, plain
from anju_cli.outcome import Input, Judgement, Pace, Step, written_value
from anju_cli.source import Place
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


def standings(judgements: Iterable[Judgement], say: Texts) -> Iterator[Encoded]:
    """The JSON of each judgement."""
    promises: dict[str, str] = {}
    for one in judgements:
        promise = promises.get(one.target)
        if promise is None:
            promise = promises[one.target] = f"{encoded(_promise(one, say))[:-1]}, "
        yield Encoded(promise + _standing(one)[1:])


def _promise(one: Judgement, say: Texts) -> Record:
    """What the catalogue says of it."""
    return {
        "target": one.target,
        "indicator": one.indicator,
        "name": one.name.in_(say.lang),
        "area": one.area or None,
        "clause": one.clause,
        "quote": one.quote,
        "lead": one.lead,
        "partners": list(one.partners),
        "basis": one.basis,
        "aspirational": one.aspirational,
        "schedule": {"every_year": True} if one.by is None else {"by": one.by},
        "unit": one.unit,
        "goal": goal(one.goal),
    }


def _standing(one: Judgement) -> str:
    """How it stands in one region and year, and by which working."""
    return _STANDING % (
        _text(one.region),
        one.year,
        _text(one.status.value),
        _text(one.shade or None),
        _list(map(_text, one.reasons)),
        _text(one.would_be.value if one.would_be else None),
        _text(written_value(one)),
        _NULL if one.grade is not None else _figure(one.previous),
        _flag(one.assumed),
        _figure(one.gap),
        _THINGS % (one.things.number, _text(one.things.unit)) if one.things else _NULL,
        _BASE % (one.base.year, _figure(one.base.value)) if one.base else _NULL,
        *(_paced(one.pace) if one.pace else _NOT_PACED),
        _figure(one.running_total),
        _NULL if one.met_in is None else one.met_in,
        _flag(one.after_period),
        _list(map(str, one.years_used)),
        _list(map(_input, one.inputs)),
        _list(map(_step, one.steps)),
        _place(one.source) if one.source else _NULL,
    )


def _paced(pace: Pace) -> tuple[str, ...]:
    """The figures of the line, beside them whether the pace suffices, and which of them were rounded."""
    found: tuple[Shown, ...] = tuple(getattr(pace, key) for key in PACED)
    return (
        *(_figure(one.value) for one in found),
        _flag(pace.suffices),
        _NULL if pace.required_things is None else str(pace.required_things),
        _list(f'"{key}"' for key, one in zip(PACED, found, strict=True) if not one.exact),
    )


def _input(one: Input) -> str:
    """A number that was used, and where it begins."""
    role, year, value, where = one
    at = where.span if where else None
    line, column = (at.line, at.column) if at else (_NULL, _NULL)
    return _INPUT % (_text(role), year, f'"{plain(value)}"', _text(where.path if where else None), line, column)


def _step(one: Step) -> str:
    code, inputs, result = one
    given = ", ".join([f'"{key}": {_text(value)}' for key, value in inputs.items()])
    return _STEP % (_text(code), f"{{{given}}}", _text(result))


def _place(one: Place) -> str:
    """A file with line and column; a table's cell comes with tables."""
    return _PLACE % (_text(one.path), *(one.span or (_NULL,) * 4), _NULL)


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

"""Judgements as JSON, a line each. What a promise says by itself is encoded once for all regions and years."""

from anju_cli.formats.json_values import Record, encoded, ends, figure, goal, paced, place, things
from anju_cli.numbers import plain
from anju_cli.outcome import Input, Judgement, written_value
from anju_cli.quotients import Quotient, told_need
from anju_cli.texts import Texts
from anju_cli.trace import Step, needs_room, trace, written


class JudgementLines:
    """Writes judgements; remembers the promises met."""

    def __init__(self, say: Texts) -> None:
        self._say = say
        self._promises: dict[str, str] = {}

    def line(self, judgement: Judgement) -> str:
        """One judgement."""
        promise = self._promises.get(judgement.target)
        if promise is None:
            promise = self._promises[judgement.target] = encoded(_promise(judgement, self._say))[:-1]
        return f"{promise}, {encoded(_standing(judgement))[1:]}"


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
        "partners": list(judgement.promise.target.partners),
        "basis": judgement.promise.target.basis,
        "aspirational": bool(judgement.aspirational),
        "aspirational_word": judgement.aspirational or None,
        "lead_assigned": judgement.promise.target.lead_assigned,
        "schedule": {"every_year": True} if judgement.by is None else {"by": judgement.by},
        "unit": judgement.unit,
        "goal": goal(judgement.promise),
    }


def _standing(judgement: Judgement) -> Record:
    """How it stands in one region and year, and by which working."""
    base, line, (to_do, rounded) = judgement.base, paced(judgement), things(judgement.shortfall)
    return {
        "region": judgement.region,
        "year": judgement.year,
        "status": judgement.status.value,
        "shade": judgement.detail or None,
        "reasons": judgement.reasons,
        "would_be": judgement.would_be.value if judgement.would_be else None,
        "value": written_value(judgement),
        "previous": None if judgement.grade is not None else figure(judgement.before),
        "note": judgement.note or None,
        "assumed": judgement.assumed,
        "on_sample": judgement.on_sample,
        "gap": figure(judgement.gap),
        "things": to_do,
        "base": {"year": base.year, "value": plain(base.value)} if base else None,
        **line,
        "approximate": [*line["approximate"], *(["things"] if rounded else [])],
        "running_total": figure(judgement.running_total),
        "met_in": judgement.met_in,
        "met_before": judgement.met_before,
        "after_period": judgement.after_period,
        "years_used": judgement.years_used,
        "inputs": [_input(operand) for operand in judgement.inputs],
        "steps": [_step(step, judgement) for step in trace(judgement)],
        "source": place(judgement.source),
    }


def _input(operand: Input) -> Record:
    """A number that was used, and where it begins."""
    role, year, value, where, _ = operand
    path, (line, column, _, _, cell) = (where.path, ends(where.span)) if where else (None, ends(None))
    return {
        "role": role, "year": year, "value": plain(value), "path": path, "line": line, "column": column, "cell": cell
    }  # fmt: skip


def _step(step: Step, judgement: Judgement) -> Record:
    inputs = {key: written(number) for key, number in step.inputs.items()}
    quotient = step.result
    if not isinstance(quotient, Quotient):
        return {"code": step.code, "inputs": inputs, "result": written(quotient)}
    room = needs_room(step.code, judgement)
    result = told_need(quotient, room[0]) if room else quotient.told()
    return {"code": step.code, "inputs": inputs, "result": plain(result.bare)}

"""What a run came to: the exit code and why."""

from anju_cli.diagnostics import Level
from anju_cli.outcome import Coverage, Result, Status, Unmatched
from anju_cli.tally import Tally

#: What --fail-on may ask about, and the statuses it looks at.
FAIL_ON: dict[str, tuple[Status, ...]] = {
    "error": (),
    "query": (),
    "missed": (Status.MISSED,),
    "behind": (Status.BEHIND, Status.MISSED),
    "undetermined": (Status.UNDETERMINED,),
    "unreported": (Status.NOT_REPORTED, Status.PENDING),
    "absent": (),
}


def result_of(tally: Tally, coverage: Coverage, fail_on: tuple[str, ...]) -> Result:
    """2 could not check, before 1 faults, before 3 nothing checked, before 0."""
    errors, nothing = tally.levels[Level.ERROR], tally.figures_seen == 0
    if coverage.missing:
        return Result(2, "missing")
    if errors and (tally.faults or not nothing):
        return Result(1, "faults", {"errors": str(errors)})
    kinds = tuple(kind for kind in dict.fromkeys(fail_on) if _occurs(kind, tally))
    if kinds:
        return Result(1, "fail_on", {"asked": " ".join(kinds)})
    unanswered = _unanswered(tally, coverage)
    if unanswered is not None:
        return unanswered
    if tally.open_queries:
        return Result(0, "queries")
    return Result(0, "history" if tally.all_history else "ok")


def _unanswered(tally: Tally, coverage: Coverage) -> Result | None:
    """Nothing was checked, or something asked for by name matched nothing; `None` where neither is so."""
    if not tally.figures_seen:
        return Result(3, "nothing_asked" if tally.figures else "nothing")
    return Result(3, "unmatched") if coverage.unmatched else None


def unmatched(tally: Tally, coverage: Coverage) -> tuple[Unmatched, ...]:
    """What was asked for by name and nothing answers to."""
    names = (("path", coverage.fruitless), *coverage.filters)
    return tuple(
        Unmatched(kind, value)
        for kind, values in names
        for value in dict.fromkeys(values)
        if not tally.matches[kind, value]
    )


def _occurs(kind: str, tally: Tally) -> bool:
    """Whether what --fail-on asks about is there; other regions' promises are not looked at."""
    if kind == "query":
        return tally.open_queries > 0
    if kind == "absent":
        return bool(tally.absent) or (tally.reports > 0 and not tally.own_reports)
    return any(tally.statuses[status] for status in FAIL_ON[kind])

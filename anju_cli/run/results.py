"""What a run came to: the exit code and why."""

from anju_cli.diagnostics import Level
from anju_cli.outcome import Outcome, Result, Status

#: What --fail-on may ask about, and the statuses it looks at.
FAIL_ON: dict[str, tuple[Status, ...]] = {
    "error": (),
    "query": (),
    "missed": (Status.MISSED,),
    "behind": (Status.BEHIND, Status.MISSED),
    "undetermined": (Status.UNDETERMINED,),
    "unreported": (Status.NOT_REPORTED, Status.PENDING),
}


def result_of(outcome: Outcome, fail_on: tuple[str, ...]) -> Result:
    """2 could not check, before 1 faults, before 3 nothing checked, before 0."""
    errors = [finding for finding in outcome.findings if finding.level is Level.ERROR]
    nothing = outcome.coverage.figures_seen == 0
    if outcome.coverage.missing:
        return Result(2, "missing")
    if errors and not (nothing and all(error.diagnostic.code == "ANJ008" for error in errors)):
        return Result(1, "faults", {"errors": str(len(errors))})
    asked = tuple(key for key in dict.fromkeys(fail_on) if _found(outcome, key))
    if asked:
        return Result(1, "fail_on", {"asked": " ".join(asked)})
    if nothing:
        return Result(3, "nothing_asked" if outcome.coverage.figures else "nothing")
    if _found(outcome, "query"):
        return Result(0, "queries")
    return Result(0, "history" if all(section.history for section in outcome.sections) else "ok")


def _found(outcome: Outcome, key: str) -> bool:
    """Whether what --fail-on asks about is there; other regions' promises are not looked at."""
    if key == "query":
        return any(finding.level is Level.QUERY and finding.diagnostic.open for finding in outcome.findings)
    own = (judgement for section in outcome.sections if section.own for judgement in section.judgements)
    return any(finding.status in FAIL_ON[key] for finding in own)

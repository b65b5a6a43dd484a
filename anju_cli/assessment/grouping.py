"""Reports by region and year."""

from collections.abc import Iterable

from anju_cli.submission import Submission

Groups = dict[tuple[str, int], list[Submission]]


def grouped(submissions: Iterable[Submission]) -> Groups:
    """Those whose region and year are known, in the order given."""
    groups: Groups = {}
    for submission in submissions:
        if submission.region is not None and submission.year is not None:
            groups.setdefault((submission.region, submission.year), []).append(submission)
    return groups


def sound(group: Iterable[Submission]) -> list[Submission]:
    """Those of some reports that were read to their end."""
    return [submission for submission in group if not submission.broken]

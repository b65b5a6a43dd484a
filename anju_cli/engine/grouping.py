"""Reports by region and year."""

from collections.abc import Iterable

from anju_cli.submission import Submission

Groups = dict[tuple[str, int], list[Submission]]


def grouped(submissions: Iterable[Submission]) -> Groups:
    """Those whose region and year are known, in the order given."""
    groups: Groups = {}
    for one in submissions:
        if one.region is not None and one.year is not None:
            groups.setdefault((one.region, one.year), []).append(one)
    return groups

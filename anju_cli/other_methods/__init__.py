"""Other methods' ways to look at a course, for comparison only: nothing here is a verdict. The literal table."""

from collections.abc import Callable

from anju_cli.other_methods.series import Comparison, Series


def _open_sdg(series: Series) -> Comparison:
    from anju_cli.other_methods.open_sdg import compare

    return compare(series)


#: A comparison is a function and its line here.
COMPARISONS: dict[str, Callable[[Series], Comparison]] = {"open-sdg": _open_sdg}

__all__ = ["COMPARISONS", "Comparison", "Series"]

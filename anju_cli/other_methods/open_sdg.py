"""The ratio of Open SDG sites, release 2.4: compound growth so far over the growth that was needed.

Source: open-sdg/open-sdg, `docs/progress-methodology.md`, and what Statistics Canada published with it.
Its geometric path, its allowance of 5 % and its numbers in place of zero make promises look kept that are
not: it is shown to compare with such sites, and nothing here is a verdict.
"""

from decimal import Context, Decimal

from anju_cli.other_methods.series import Comparison, Series

#: Roots are not exact: forty digits are far more than the nine that anybody compares.
_ROUGH = Context(prec=40)

_ONE, _TOP = Decimal(1), Decimal(5)

#: Those sites divide by the base: a zero becomes this. (A promise of zero is then met by 0.001, and not by 0.0005.)
_FOR_ZERO = Decimal("0.001")

#: C = 1 − (b ÷ limit)^4.44: the nearer a base lies to the best possible value, the less growth is asked.
_STEEP = Decimal("4.44")

#: With a target, the least ratio for each word.
_TOWARDS = (
    (Decimal("0.95"), "substantial_progress"),
    (Decimal("0.6"), "moderate_progress"),
    (Decimal(0), "limited_progress"),
)
#: Without one, the least growth a year.
_ALONE = (
    (Decimal("0.015"), "substantial_progress"),
    (Decimal("0.005"), "moderate_progress"),
    (Decimal(0), "limited_progress"),
)
#: With a target, the score by the ratio: from which ratio on, slope, offset.
_SCORES_TOWARDS = (
    (Decimal("0.6"), Decimal("7.1429"), Decimal("-4.2857")),
    (Decimal("-Infinity"), Decimal("4.1667"), Decimal("-2.5")),
)
#: Without one, by the growth over C.
_SCORES_ALONE = (
    (Decimal("0.015"), Decimal(500), Decimal(-5)),
    (Decimal("0.005"), Decimal(250), Decimal("-1.25")),
    (Decimal(0), Decimal(500), Decimal("-2.5")),
)
#: What falls back scores by its growth alone, whatever the limit.
_FALLING = (Decimal(125), Decimal("-2.5"))

#: Where no ratio can be formed: no time has passed, or the values have both signs.
NOT_ASSESSED = Comparison(None, None, "not_available")


def compare(series: Series) -> Comparison:
    """The ratio with its score from -5 to 5, and the word that those sites have for it."""
    base, target = series.base or _FOR_ZERO, series.target
    if series.year <= series.base_year or base * series.value < 0:
        return NOT_ASSESSED
    growth = _sign(series) * _growth(base, series.value, series.year - series.base_year)
    if target is None:
        return _alone(growth, base, series.limit)
    return _towards(growth, base, target or _FOR_ZERO, series)


def _towards(growth: Decimal, base: Decimal, target: Decimal, series: Series) -> Comparison:
    """R = d·CAGR(c, b, t − t0) ÷ |CAGR(T, b, t1 − t0)|; a value at the target has achieved it."""
    achieved = (series.value - target) * _sign(series) >= 0
    if series.due is None or series.due <= series.base_year or base * target < 0:
        return NOT_ASSESSED
    needed = abs(_growth(base, target, series.due - series.base_year))
    if needed == 0:
        return Comparison(None, _TOP if achieved else None, "target_achieved" if achieved else "not_available")
    ratio = _ROUGH.divide(growth, needed)
    if achieved:
        return Comparison(ratio, _TOP, "target_achieved")
    return Comparison(ratio, _score(ratio, _SCORES_TOWARDS), _word(ratio, _TOWARDS))


def _alone(growth: Decimal, base: Decimal, limit: Decimal | None) -> Comparison:
    """R = d·CAGR(c, b, t − t0), against thresholds that shrink towards the limit."""
    room = _room(base, limit)
    if room <= 0:
        return NOT_ASSESSED
    eased = _ROUGH.divide(growth, room)
    if growth < 0:
        slope, offset = _FALLING
        return Comparison(growth, _clipped(slope * growth + offset), "deterioration")
    return Comparison(growth, _score(eased, _SCORES_ALONE), _word(eased, _ALONE))


def _room(base: Decimal, limit: Decimal | None) -> Decimal:
    if limit is None:
        return _ONE
    if limit <= 0 or base < 0:
        return Decimal(0)
    return _ONE - _ROUGH.power(_ROUGH.divide(base, limit), _STEEP)


def _sign(series: Series) -> int:
    """Higher is better, or lower. Those sites take lower where nobody says; here the goal always says."""
    return 1 if series.rising else -1


def _growth(base: Decimal, value: Decimal, years: int) -> Decimal:
    """CAGR: (c ÷ b)^(1 ÷ years) − 1; both values of one sign, or the later one zero."""
    return _ROUGH.power(_ROUGH.divide(value, base), _ROUGH.divide(_ONE, Decimal(years))) - _ONE


def _score(ratio: Decimal, table: tuple[tuple[Decimal, Decimal, Decimal], ...]) -> Decimal:
    slope, offset = next((slope, offset) for least, slope, offset in table if ratio >= least)
    return _clipped(slope * ratio + offset)


def _clipped(score: Decimal) -> Decimal:
    return max(-_TOP, min(_TOP, score))


def _word(ratio: Decimal, table: tuple[tuple[Decimal, str], ...]) -> str:
    return next((word for least, word in table if ratio >= least), "deterioration")

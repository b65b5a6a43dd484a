"""What a catalogue must keep beyond its shape: a code, a place and arguments for each breach."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue.breach import Breach
from anju_cli.catalogue.models import Catalogue, Indicator, Part, Target
from anju_cli.catalogue.quotes import unquoted
from anju_cli.names import Names, fold
from anju_cli.numbers import plain, scale_of
from anju_cli.places import Route


def breaches(catalogue: Catalogue) -> Iterator[Breach]:
    """Every breach, in the catalogue's order."""
    yield from _head(catalogue)
    yield from _clashes(catalogue.indicator_names, "indicators")
    yield from _clashes(catalogue.department_names, "departments")
    for id_, indicator in catalogue.indicators.items():
        route: Route = ("indicators", id_)
        yield from _indicator(indicator, route)
        yield from _forms(indicator, route)
        for index, target in enumerate(indicator.targets):
            yield from _target(catalogue, indicator, target, (*route, "targets", index))
        yield from _twice(indicator, route)


def _head(catalogue: Catalogue) -> Iterator[Breach]:
    head = catalogue.catalogue
    reversed_ = [key for key in ("period", "years") if _is_reversed(getattr(head, key))]
    for key in reversed_:
        yield Breach("ANJ701", ("catalogue", key), "order")
    if not reversed_ and (head.span[0] > head.period[0] or head.span[1] < head.period[1]):
        yield Breach("ANJ701", ("catalogue", "years"), "years")
    if not catalogue.promises:
        yield Breach("ANJ703", ("indicators",), "promises", {"key": "targets"})


def _is_reversed(years: tuple[int, int] | None) -> bool:
    return years is not None and years[0] > years[1]


def _clashes(names: Names, table: str) -> Iterator[Breach]:
    for name, first, second in names.clashes:
        yield Breach("ANJ705", (table, second), table, {"name": name, "first": first, "second": second})


def _indicator(indicator: Indicator, route: Route) -> Iterator[Breach]:
    low, high = indicator.range
    if low is not None and high is not None and low > high:
        yield Breach("ANJ701", (*route, "range"), "order")
    if (indicator.numerator is None) != (indicator.denominator is None):
        yield Breach("ANJ707", route, "one_part")
    if indicator.numerator and indicator.per is None:
        yield Breach("ANJ707", (*route, "numerator"), "per")
    if indicator.per is not None and (indicator.numerator is None or indicator.per <= 0):
        yield Breach("ANJ707", (*route, "per"), "per_alone")
    if _written_percent(indicator.unit):
        yield Breach("ANJ707", (*route, "unit"), "percent_unit", {"unit": indicator.unit})
    if indicator.max_change is not None and indicator.max_change < 0:
        yield Breach("ANJ701", (*route, "max_change"), "max_change")
    if len(set(map(fold, indicator.grades))) != len(indicator.grades):
        yield Breach("ANJ705", (*route, "grades"), "grades", {"name": "grades"})
    if indicator.unit == "%" and indicator.per not in (None, 100):
        yield Breach("ANJ707", (*route, "per"), "percent")


#: Words for per cent, folded; 百分点 is none of them.
_PERCENT = frozenset({"百分比", "百分数", "百分率", "百分之", "percent", "percentage", "pct"})


def _written_percent(unit: str) -> bool:
    """Whether a unit means % and is written otherwise: the rules of a share would not see it."""
    bare = fold(unit)
    return unit != "%" and bool(bare) and (not bare.strip("%") or bare in _PERCENT)


def _forms(indicator: Indicator, route: Route) -> Iterator[Breach]:
    """A form without the unit's own 万 or 亿 would let 5元 pass for 5万元; in English there are at most two forms."""
    written: list[tuple[Route, Indicator | Part]] = [(route, indicator)]
    for key, part in (("numerator", indicator.numerator), ("denominator", indicator.denominator)):
        if part:
            written.append(((*route, key), part))
    for place, counted in written:
        for form in counted.unit_forms:
            if scale_of(form) != scale_of(counted.unit):
                yield Breach("ANJ707", (*place, "unit_forms"), "forms", {"name": form, "unit": counted.unit})
        if counted.unit_en.count("|") > 1 or not all(map(str.strip, (counted.unit_en or "-").split("|"))):
            yield Breach("ANJ707", (*place, "unit_en"), "plural", {"name": counted.unit_en})


def _twice(indicator: Indicator, route: Route) -> Iterator[Breach]:
    kinds: set[str] = set()
    for index, target in enumerate(indicator.targets):
        if target.goal.kind in kinds:
            yield Breach("ANJ704", (*route, "targets", index), "twice", {"key": target.goal.kind})
        kinds.add(target.goal.kind)


def _target(catalogue: Catalogue, indicator: Indicator, target: Target, route: Route) -> Iterator[Breach]:
    yield from _names(catalogue, target, route)
    yield from _possible(indicator, target, route)
    yield from unquoted(indicator, target, route)
    if fold(target.aspirational) not in fold(target.quote):
        words = {"word": target.aspirational, "quote": target.quote}
        yield Breach("ANJ706", (*route, "aspirational"), "aspirational", words)
    first, last = sorted(catalogue.catalogue.span)
    if target.by is not None and not first <= target.by <= last:
        yield Breach("ANJ701", (*route, "by"), "due")
    yield from _line(indicator, target, route, catalogue.catalogue.period)
    yield from _line_values(catalogue, indicator, target, route)


def _line(indicator: Indicator, target: Target, route: Route, period: tuple[int, int]) -> Iterator[Breach]:
    """What a line begins with and runs through; nothing that it would pass over in silence."""
    baseline, (start, last) = target.baseline, period
    if baseline is not None and indicator.kind == "total" and baseline.value != 0:
        yield Breach("ANJ701", (*route, "baseline"), "total")
    if baseline is not None and baseline.year >= (last if target.by is None else target.by):
        yield Breach("ANJ701", (*route, "baseline"), "baseline")
    if not _one_way(target):
        yield Breach("ANJ701", (*route, "milestones"), "monotone")
    if target.milestones and not target.goal.paced:
        yield Breach("ANJ701", (*route, "milestones"), "unpaced")
    if baseline is not None and target.milestones and min(target.milestones) <= baseline.year:
        yield Breach("ANJ701", (*route, "milestones"), "baseline")
    if target.milestones and (target.by is None or max(target.milestones) >= target.by):
        yield Breach("ANJ701", (*route, "milestones"), "milestones")
    elif target.milestones and baseline is None and min(target.milestones) < start:
        yield Breach("ANJ701", (*route, "milestones"), "milestones_early", {"year": str(start)})


def _line_values(catalogue: Catalogue, indicator: Indicator, target: Target, route: Route) -> Iterator[Breach]:
    """Baselines and milestones are values that can be, in years that can be meant."""
    first, last = catalogue.catalogue.span
    points = [("baseline", (*route, "baseline"), *target.baseline[:2])] if target.baseline else []
    points += [
        ("milestones", (*route, "milestones", str(year)), year, value) for year, value in target.milestones.items()
    ]
    for key, place, year, value in points:
        arguments = {"key": key, "value": plain(value), "year": str(year), "first": str(first), "last": str(last)}
        if not _inside(value, indicator.range):
            yield Breach("ANJ701", place, "line_range", {**arguments, "range": _ends(indicator)})
        if indicator.whole and value != value.to_integral_value():
            yield Breach("ANJ701", place, "line_whole", arguments)
        if year < first - _LONG_AGO:
            yield Breach("ANJ701", place, "line_year", arguments)


#: A plan measures from no year that lies further back.
_LONG_AGO = 50


def _one_way(target: Target) -> bool:
    """Whether milestones go towards the goal, year by year, from a base that is short of it.

    A goal with two bounds has no direction of its own.
    """
    ends = target.goal.bounds.ends
    if not target.milestones or len(ends) != 1:
        return True
    down, base = target.goal.direction == "down", target.baseline
    values = [value for _, value in sorted(target.milestones.items())] + list(ends)
    if base is not None and (base.value > ends[0] if down else base.value < ends[0]):
        values.insert(0, base.value)
    return values == sorted(values, reverse=down)


def _names(catalogue: Catalogue, target: Target, route: Route) -> Iterator[Breach]:
    if target.area is not None and target.area not in catalogue.areas:
        yield _unknown(("area", "area_near"), target.area, catalogue.area_names, (*route, "area"))
    for key, names in (("lead", (target.lead,)), ("partners", target.partners)):
        for name in names:
            if catalogue.departments and name not in catalogue.departments:
                yield _unknown(("department", "department_near"), name, catalogue.department_names, (*route, key))
    reference = target.goal.describe().reference
    if reference is not None:
        yield from _reference(catalogue, reference, (*route, target.goal.kind))


def _unknown(kinds: tuple[str, str], name: str, names: Names, route: Route) -> Breach:
    """A name that the catalogue does not have, with the nearest that it has: the second kind."""
    near = names.meant(name)
    return Breach("ANJ708", route, kinds[bool(near)], {"name": name, "near": "|".join(near)})


def _reference(catalogue: Catalogue, name: str, route: Route) -> Iterator[Breach]:
    """The indicator held against: another one, and counted in the same unit."""
    own, reference = catalogue.indicators[str(route[1])], catalogue.indicators.get(name)
    if reference is None:
        yield _unknown(("indicator", "indicator_near"), name, catalogue.indicator_names, route)
    elif reference is own:
        yield Breach("ANJ708", route, "itself", {"name": name})
    elif reference.unit != own.unit:
        yield Breach("ANJ707", route, "reference", {"name": name, "unit": reference.unit})


def _possible(indicator: Indicator, target: Target, route: Route) -> Iterator[Breach]:
    goal = target.goal
    if goal.kind == "complete" and indicator.unit != "%":
        yield Breach("ANJ707", (*route, "complete"), "complete")
    if bool(indicator.grades) != (goal.needs == "grades"):
        yield Breach("ANJ708", route, "grades", {"name": goal.kind})
    if goal.needs == "reference" and indicator.grades:
        yield Breach("ANJ708", route, "grades", {"name": goal.kind})
    if any(not _inside(end, indicator.range) for end in goal.bounds.ends):
        yield Breach("ANJ709", (*route, goal.kind), "", {"range": _ends(indicator)})


def _ends(indicator: Indicator) -> str:
    """The possible range as the catalogue writes it."""
    return f"[{', '.join('null' if end is None else plain(end) for end in indicator.range)}]"


def _inside(value: Decimal, bounds: tuple[Decimal | None, Decimal | None]) -> bool:
    low, high = bounds
    return (low is None or value >= low) and (high is None or value <= high)

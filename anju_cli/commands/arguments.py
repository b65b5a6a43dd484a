"""What the options of a run mean in the catalogue's terms: its departments and areas, figures assumed."""

import typer

from anju_cli.assessment import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands.options import SAY, guess, near
from anju_cli.comparison import EarlierOutcome
from anju_cli.submission import Figure
from anju_cli.texts.help import command_line_language


def scope_of(
    years: tuple[int, ...],
    departments: tuple[str, ...],
    areas: tuple[str, ...],
    bases: tuple[str, ...],
    catalogue: Catalogue,
    *,
    all_years: bool,
    indicators: tuple[str, ...] = (),
) -> Scope:
    """What the user asked to see."""
    if all_years and years:
        raise typer.BadParameter(SAY["both_years"])
    return Scope(
        years=years,
        all_years=all_years,
        departments=tuple(_department(name, catalogue) for name in departments),
        areas=tuple(_area(name, catalogue) for name in areas),
        bases=bases,
        indicators=indicators,
    )


def _department(name: str, catalogue: Catalogue) -> str:
    match = catalogue.department_names.find(name)
    if match is None:
        close = near(name, catalogue.departments)
        raise typer.BadParameter(SAY["unknown_department"].format(value=visible(name), near=close))
    return match.id


def _area(name: str, catalogue: Catalogue) -> str:
    for key, area in catalogue.areas.items():
        if name in (key, area.zh, area.en):
            return key
    raise typer.BadParameter(SAY["unknown_area"].format(value=visible(name), choices=" ".join(catalogue.areas)))


def indicator(name: str, catalogue: Catalogue) -> str:
    """An indicator's id from any of its names."""
    match = catalogue.indicator_names.find(name)
    if match is None:
        close = guess(catalogue.indicator_names.near(name))
        raise typer.BadParameter(SAY["unknown_indicator"].format(value=visible(name), near=close))
    return match.id


def assumed(what_if: tuple[str, ...], catalogue: Catalogue) -> tuple[Figure, ...]:
    """INDICATOR=VALUE: figures to judge in place of those reported."""
    figures = tuple(_assumption(assumption, catalogue) for assumption in what_if)
    if len({figure.indicator for figure in figures}) < len(figures):
        raise typer.BadParameter(SAY["what_if_twice"])
    return figures


def _assumption(text: str, catalogue: Catalogue) -> Figure:
    from anju_cli.loading.figures import read_assumed

    name, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise typer.BadParameter(SAY["what_if_form"].format(value=visible(text)))
    id_ = indicator(name.strip(), catalogue)
    figure = read_assumed(id_, value, catalogue.indicators[id_])
    if figure is None:
        unit = catalogue.indicators[id_].shown_unit.named(command_line_language())
        raise typer.BadParameter(SAY["what_if_value"].format(value=visible(value), unit=visible(unit)))
    return figure


def earlier(path: str | None) -> EarlierOutcome | None:
    """The outcome to compare with."""
    if path is None:
        return None
    from anju_cli.loading.earlier import load_earlier

    return load_earlier(path)

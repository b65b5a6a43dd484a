"""What the options of a run mean in the catalogue's terms: its departments and areas, figures assumed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from anju_cli.assessment import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands.choices import guess
from anju_cli.names import Names
from anju_cli.submission import Figure
from anju_cli.texts.help import SAY, command_line_language

# Most runs are held against nothing.
if TYPE_CHECKING:
    from anju_cli.comparison import EarlierOutcome


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
    lang = command_line_language()
    listed = [catalogue.department_in(department, lang) for department in catalogue.departments]
    return _found(name, catalogue.department_names, "unknown_department", listed)


def _area(name: str, catalogue: Catalogue) -> str:
    lang = command_line_language()
    listed = [SAY["area_choice"].format(key=key, name=area.in_(lang)) for key, area in catalogue.areas.items()]
    return _found(name, catalogue.area_names, "unknown_area", listed)


def indicator(name: str, catalogue: Catalogue) -> str:
    """An indicator's id from any of its names."""
    return _found(name, catalogue.indicator_names, "unknown_indicator")


def _found(name: str, names: Names, unknown: str, choices: Iterable[str] = ()) -> str:
    """What a name stands for, folded; else the nearest, and the choices where they are few."""
    match = names.find(name)
    if match is None:
        words = {
            "value": visible(name),
            "near": guess(names.near(name)),
            "choices": SAY["comma"].join(map(visible, choices)),
        }
        raise typer.BadParameter(SAY[unknown].format(**words))
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


def earlier(path: str | None) -> "EarlierOutcome | None":
    """The outcome to compare with."""
    if path is None:
        return None
    from anju_cli.loading.earlier import load_earlier

    return load_earlier(path)

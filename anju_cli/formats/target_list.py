"""The catalogue's promises as lines: all of them, or those that have every word asked for."""

from anju_cli.catalogue import Catalogue, Indicator, Target
from anju_cli.characters import visible
from anju_cli.formats.goals import goal_of
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.formats.view import View
from anju_cli.names import fold as folded
from anju_cli.texts import Texts, texts


def listing(catalogue: Catalogue, words: tuple[str, ...], view: View) -> list[Line]:
    """By service area: id, name, goal, clause and lead of each promise; empty where nothing is found."""
    say = texts(view.lang)
    found = [(id_, target) for id_, target in catalogue.promises if _has(catalogue, id_, target, words)]
    lines: list[Line] = []
    for area in dict.fromkeys(target.area or "" for _, target in found):
        name = catalogue.areas[area].in_(view.lang) if area in catalogue.areas else say("no_area")
        ones = [(id_, target) for id_, target in found if (target.area or "") == area]
        lines += [*([[]] if lines else []), [Piece(visible(name), "bold"), Piece(f"  {len(ones)}", "bright_black")]]
        for id_, target in ones:
            lines += _promise(catalogue, id_, target, view, say)
    if found:
        lines += [[], [Piece(say("targets_found", count=len(found), all=len(catalogue.promises)))]]
    return lines


def _promise(catalogue: Catalogue, id_: str, target: Target, view: View, say: Texts) -> list[Line]:
    indicator = catalogue.indicators[id_]
    lead = (
        catalogue.departments[target.lead].en
        if view.lang == "en" and target.lead in catalogue.departments
        else target.lead
    )
    first = fold([Piece(visible(indicator.name.in_(view.lang)), "bold"), Piece(id_, "cyan")], view.width, indent=2)
    fields = [
        Piece(goal_of(indicator, target, catalogue, say)),
        Piece(target.clause, "bright_black"),
        Piece(visible(lead), "bright_black"),
        *([Piece(say("aspirational"), "bright_black")] if target.aspirational else []),
    ]
    return first + fold(fields, view.width, indent=6)


def _has(catalogue: Catalogue, id_: str, target: Target, words: tuple[str, ...]) -> bool:
    haystack = folded(" ".join(_said(catalogue.indicators[id_], id_, target, catalogue)))
    return all(folded(word) in haystack for word in words)


def _said(indicator: Indicator, id_: str, target: Target, catalogue: Catalogue) -> tuple[str, ...]:
    area = catalogue.areas.get(target.area or "")
    lead = catalogue.departments.get(target.lead)
    return (
        id_,
        indicator.name.zh,
        indicator.name.en,
        *indicator.aliases,
        target.clause,
        target.quote,
        target.lead,
        *target.partners,
        target.basis,
        *((area.zh, area.en) if area else ()),
        lead.en if lead else "",
    )

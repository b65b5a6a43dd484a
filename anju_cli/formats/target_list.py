"""The catalogue's promises as lines: all of them, or those that have every word asked for."""

from anju_cli.catalogue import Catalogue, Promise
from anju_cli.characters import visible
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.formats.phrases import aspiration, goal_phrase, lead
from anju_cli.formats.view import View
from anju_cli.names import fold as folded
from anju_cli.texts import Texts, texts


def listing(catalogue: Catalogue, words: tuple[str, ...], view: View) -> list[Line]:
    """By service area: id, name, goal, clause and lead of each promise; empty where nothing is found."""
    say = texts(view.lang)
    matching = [promise for promise in catalogue.promises if _has(catalogue, promise, words)]
    lines: list[Line] = []
    for area in dict.fromkeys(promise.area for promise in matching):
        name = catalogue.areas[area].in_(view.lang) if area in catalogue.areas else say("no_area")
        promises = [promise for promise in matching if promise.area == area]
        lines += [*([[]] if lines else []), [Piece(visible(name), "bold"), Piece(f"  {len(promises)}", "bright_black")]]
        for promise in promises:
            lines += _promise_lines(catalogue, promise, view, say)
    if matching:
        lines += [[], [Piece(say("targets_found", count=len(matching), all=len(catalogue.promises)))]]
    return lines


def _promise_lines(catalogue: Catalogue, promise: Promise, view: View, say: Texts) -> list[Line]:
    target, department = promise.target, catalogue.department_in(promise.lead, view.lang)
    name = Piece(visible(promise.name.in_(view.lang)), "bold")
    fields = [
        Piece(goal_phrase(promise, None, say)),
        Piece(target.clause, "bright_black"),
        Piece(lead(promise, department, say), "bright_black"),
        Piece(aspiration(promise, say), "bright_black"),
    ]
    return fold([name, Piece(promise.id, "cyan")], view.width, indent=2) + fold(fields, view.width, indent=6)


def _has(catalogue: Catalogue, promise: Promise, words: tuple[str, ...]) -> bool:
    haystack = folded(" ".join(_searched(catalogue, promise)))
    return all(folded(word) in haystack for word in words)


def _searched(catalogue: Catalogue, promise: Promise) -> tuple[str, ...]:
    """Every text by which a promise may be looked for."""
    target = promise.target
    area, lead = catalogue.areas.get(promise.area), catalogue.departments.get(promise.lead)
    return (
        promise.id,
        *promise.name,
        *promise.indicator.aliases,
        target.clause,
        target.quote,
        target.lead,
        *target.partners,
        target.basis,
        *(area or ()),
        lead.en if lead else "",
    )

"""What `anju explain` shows: a code with its samples, an indicator, the grammar of numbers."""

from collections.abc import Iterable, Mapping

from anju_cli.catalogue import Catalogue, Indicator, Promise
from anju_cli.characters import columns, visible
from anju_cli.codes import CODES
from anju_cli.formats.findings import finding_lines
from anju_cli.formats.layout import Line, Piece, broken, fold, pad, width_of
from anju_cli.formats.phrases import aspiration, change_unit, goal_phrase, lead, quantity
from anju_cli.formats.view import View
from anju_cli.numbers import grouped
from anju_cli.outcome import Finding
from anju_cli.texts import Texts
from anju_cli.texts.explain_words import ExplainWords
from anju_cli.texts.glossary import Entry

#: A sample as shown: which (`bad` or `good`), its files' names and texts, what check finds in it.
Sample = tuple[str, tuple[tuple[str, str], ...], tuple[Finding, ...]]


def code_lines(code: str, samples: Iterable[Sample], view: View, say: Texts, more: ExplainWords) -> list[Line]:
    """A code: how much it weighs, what it means and why, a bad and a good sample."""
    level = say(f"level_{CODES[code].value}")
    lines: list[Line] = [[Piece(f"{code}  {level}", "bold")], []]
    lines += [[row] for row in broken(Piece(say.why(code)), view.width)]
    shown = list(samples)
    if not shown:
        return [*lines, [], [Piece(more.words["no_sample"], "bright_black")]]
    for which, files, findings in shown:
        lines += [[], [Piece(more.words[which], "bold")]]
        for name, text in files:
            lines += _file(name, text, len(files) > 1)
        if findings:
            lines += [[], *finding_lines(findings, view, say)]
    return lines


def _file(name: str, text: str, named: bool) -> list[Line]:
    head: list[Line] = [[Piece(f"  {name}", "cyan")]] if named else []
    return head + [[Piece("  | ", "bright_black"), Piece(visible(row))] for row in text.splitlines()]


def indicator_lines(id_: str, catalogue: Catalogue, view: View, say: Texts, more: ExplainWords) -> list[Line]:
    """An indicator: what is counted, and each promise with quote, goal and how it is judged."""
    indicator = catalogue.indicators[id_]
    lines: list[Line] = [[Piece(visible(indicator.name.in_(view.lang)), "bold")], []]
    lines += _pairs(_facts(id_, indicator, view.lang, say, more.words), view)
    for promise in catalogue.promises_about[id_]:
        lines += [[], *_pairs(_promise(promise, catalogue, view.lang, say, more.words), view)]
    if not indicator.targets:
        lines += [[], [Piece(more.words["no_targets"])]]
    return lines


def _facts(id_: str, indicator: Indicator, lang: str, say: Texts, words: Mapping[str, str]) -> list[tuple[str, str]]:
    low, high = (words["open_end"] if bound is None else grouped(bound) for bound in indicator.range)
    facts = [
        (words["id"], id_),
        (words["aliases"], say.listed(indicator.aliases)),
        (words["definition"], indicator.definition.in_(lang) if indicator.definition else ""),
        (words["unit"], indicator.shown_unit.named(lang)),
        (words["unit_forms"], say.listed(indicator.unit_forms)),
        (
            words["range"],
            "" if indicator.grades else f"{low}～{high}" + (f" ({words['whole']})" if indicator.whole else ""),
        ),
        (words["grades"], " < ".join(indicator.grades)),
        (words["parts"], parts_phrase(indicator, lang, words)),
        (words["max_change_key"], _move(indicator, say, words)),
        (words["kind"], words[f"kind_{indicator.kind}"]),
    ]
    return [(key, value) for key, value in facts if value]


def _move(indicator: Indicator, say: Texts, words: Mapping[str, str]) -> str:
    """The largest move within a year that passes without a query, in the unit of a difference."""
    if not indicator.max_change:
        return ""
    return words["max_change"].format(value=quantity(indicator.max_change, change_unit(indicator.shown_unit, say), say))


def parts_phrase(indicator: Indicator, lang: str, words: Mapping[str, str]) -> str:
    """What is divided by what, in which units; empty for an indicator without parts."""
    if indicator.numerator is None or indicator.denominator is None or indicator.per is None:
        return ""
    return words["parts_text"].format(
        numerator=indicator.numerator.name.in_(lang),
        numerator_unit=indicator.numerator.shown_unit.in_(lang),
        denominator=indicator.denominator.name.in_(lang),
        denominator_unit=indicator.denominator.shown_unit.in_(lang),
        per=grouped(indicator.per),
    )


def _promise(
    promise: Promise, catalogue: Catalogue, lang: str, say: Texts, words: Mapping[str, str]
) -> list[tuple[str, str]]:
    target = promise.target
    word, department = aspiration(promise, say), catalogue.department_in(target.lead, lang)
    facts = [
        (words["promise"], goal_phrase(promise, None, say) + (say("paren", text=word) if word else "")),
        (words["input_base"], _baseline(promise, say, words)),
        (words["input_milestone"], _milestones(promise, say, words)),
        (words["quote"], say("quoted", quote=target.quote)),
        (words["clause"], f"{catalogue.catalogue.document} {target.clause}"),
        (words["lead"], lead(promise, department, say)),
        (words["partners"], say.listed(tuple(catalogue.department_in(name, lang) for name in target.partners))),
        (words["judged"], _judged(promise, lang, words)),
        (words["editorial"], target.editorial.in_(lang) if target.editorial else ""),
    ]
    return [(key, value) for key, value in facts if value]


def _baseline(promise: Promise, say: Texts, words: Mapping[str, str]) -> str:
    """Where the plan says it started, and by which source."""
    baseline = promise.baseline
    if baseline is None:
        return ""
    start = words["input_year"].format(year=baseline.year, value=quantity(baseline.value, promise.shown_unit, say))
    return start + say("paren", text=baseline.source) if baseline.source else start


def _milestones(promise: Promise, say: Texts, words: Mapping[str, str]) -> str:
    """What the plan asks of the years on the way."""
    steps = sorted(promise.milestones.items())
    return say.listed(
        tuple(
            words["input_year"].format(year=year, value=quantity(value, promise.shown_unit, say))
            for year, value in steps
        )
    )


def _judged(promise: Promise, lang: str, words: Mapping[str, str]) -> str:
    if promise.goal.needs == "before":
        return words["judged_direction"]
    if promise.reference is not None:
        return words["judged_reference"].format(reference=promise.reference.name.in_(lang))
    if promise.due is None:
        return words["judged_every_year"]
    way = "judged_by_milestones" if promise.milestones else "judged_by"
    return words[way if promise.paced else "judged_by_no_pace"].format(year=promise.due)


def entry_lines(entries: Iterable[Entry], levels: Mapping[str, str], view: View) -> list[Line]:
    """Words explained, each under its names and where it belongs."""
    lines: list[Line] = []
    for entry in entries:
        head = fold([Piece(" / ".join(entry.names), "bold"), Piece(levels[entry.level], "bright_black")], view.width)
        lines += [[], *head, *([row] for row in broken(Piece(entry.words), view.width))]
    return lines[1:]


def _pairs(pairs: list[tuple[str, str]], view: View) -> list[Line]:
    """Keys in a column, their texts folded beside them."""
    width = max(columns(key) for key, _ in pairs) + 2
    lines: list[Line] = []
    for key, text in pairs:
        rows = broken(Piece(text), view.width - width)
        lines += [[Piece(pad(key if not at else "", width), "bright_black"), row] for at, row in enumerate(rows)]
    return lines


def number_lines(view: View, more: ExplainWords) -> list[Line]:
    """The grammar of a number, a row a form."""
    lines = [[row] for row in broken(Piece(more.words["forms_title"], "bold"), view.width)]
    example = max(columns(form[0]) for form in more.forms) + 2
    verdict = max(columns(more.words[form[1]]) for form in more.forms) + 2
    styles = {"taken": "green", "noted": "yellow", "refused": "red"}
    lines.append([])
    for text, kind, words in more.forms:
        head: Line = [Piece("  " + pad(text, example)), Piece(pad(more.words[kind], verdict), styles[kind])]
        rows = broken(Piece(words), view.width - width_of(head))
        lines += [[*(head if not at else [Piece(" " * width_of(head))]), row] for at, row in enumerate(rows)]
    return lines

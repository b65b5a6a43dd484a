"""Small catalogues and reports, and what they come to: the tests of the middle floors write what they are about.

`plan(share=indicator(...))` is a catalogue's text, `report(2019, share="78.5")` a report's.
"""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from anju_cli.assessment import Scope
from anju_cli.loading import load_catalogue
from anju_cli.outcome import Finding, Judgement, Outcome
from anju_cli.run import Request, carry_out

#: What `check` shows without options, and every year.
NEWEST, ALL_YEARS = Scope(), Scope(all_years=True)

#: A plan of two departments for 2018 to 2020.
HEAD = """\
catalogue: {title: 甲计划, document: 甲府办〔2018〕1号, region: {name: 甲区, aliases: [甲城区]}, period: [2018, 2020]}
departments: {教育局: {en: Education, aliases: [教体局]}, 民政局: {en: Civil Affairs}}
indicators:
"""

#: Parts of a share of people, and of beds to a thousand people.
SHARE = "per: 100, numerator: {name: 达标, unit: 人}, denominator: {name: 全部, unit: 人}"
RATIO = "per: 1000, numerator: {name: 床位, unit: 张}, denominator: {name: 老人, unit: 人}"


def target(goal: str, when: str = "by: 2020", lead: str = "教育局", more: str = "") -> str:
    """One promise; its quote is the goal's own words, so that it has the number."""
    rest = f", {more}" if more else ""
    words = goal.replace('"', "")
    return f'{{{goal}, {when}, basis: number, clause: 三, quote: "{words}", lead: {lead}{rest}}}'


def every_year(goal: str, lead: str = "教育局", more: str = "") -> str:
    """A promise of each year."""
    return target(goal, "every_year: true", lead, more)


def indicator(*targets: str, unit: str = "%", more: str = "") -> str:
    """An indicator with its promises."""
    rest = f", {more}" if more else ""
    return f'{{name: {{zh: NAME, en: NAME}}, unit: "{unit}"{rest}, targets: [{", ".join(targets)}]}}'


def plan(head: str = HEAD, **indicators: str) -> str:
    """A catalogue's text: an indicator is named by its id, in both languages."""
    lines = [f"  {id_}: {text.replace('NAME', id_ + '率', 1).replace('NAME', id_)}" for id_, text in indicators.items()]
    return head + "\n".join(lines) + "\n"


def report(year: int | str, head: str = "", tail: str = "", **figures: str) -> str:
    """A report's text: `head` are its other keys, `tail` what comes behind the figures."""
    lines = [f"  {id_}: {text}" for id_, text in figures.items()]
    return f"year: {year}\n{head and head + chr(10)}figures:\n" + "\n".join(lines) + f"\n{tail}"


def explanation(code: str, indicator_: str, value: str, reason: str = "情况属实") -> str:
    """The part of a report that explains one query."""
    return f"explanations:\n  - {{code: {code}, indicator: {indicator_}, value: {value}, reason: {reason}}}\n"


class Judging(Protocol):
    """Judges reports in a folder of their own: `judged(plan(...), {"a.yaml": report(...)})`."""

    def __call__(
        self,
        catalogue: str,
        reports: Mapping[str, str] | str,
        scope: Scope = ...,
        fail_on: tuple[str, ...] = ...,
    ) -> Outcome:
        """What the reports come to."""
        ...


def judge_in(
    folder: Path,
    catalogue: str,
    reports: Mapping[str, str] | str,
    scope: Scope = NEWEST,
    fail_on: tuple[str, ...] = (),
) -> Outcome:
    """What reports come to; a single text is one report. The catalogue must be without fault."""
    given = {"report.yaml": reports} if isinstance(reports, str) else reports
    for name, text in {"targets.yaml": catalogue, **given}.items():
        (folder / name).write_text(text, "utf-8")
    loaded = load_catalogue(str(folder / "targets.yaml"))
    assert () == loaded.diagnostics
    assert loaded.catalogue is not None
    paths = tuple(str(folder / name) for name in given)
    return carry_out(Request(paths, scope, fail_on), loaded, loaded.catalogue)


def codes(outcome: Outcome) -> list[str]:
    """Every finding's code, with its kind where it has one, in the order told."""
    return [told(finding) for finding in outcome.findings]


def told(finding: Finding) -> str:
    """A finding's code, with its kind where it has one."""
    return "/".join(filter(None, (finding.diagnostic.code, finding.diagnostic.kind)))


def only(outcome: Outcome, target_: str = "") -> Judgement:
    """The one judgement there is, or the one of a target (`share/at_least`) in the newest year."""
    found = [judgement for judgement in outcome.judgements if target_ in ("", judgement.target)]
    assert 1 == len(found)
    return found[0]


def stands(judgement: Judgement) -> tuple[str, str, tuple[str, ...]]:
    """Status, finer word and reasons of a judgement."""
    return judgement.status.value, judgement.detail, judgement.reasons


def before_in(judgement: Judgement) -> int | None:
    """The year that a judgement was held against as the one before."""
    return next((given.year for given in judgement.inputs if given.role == "before"), None)


def number(text: str | None) -> Decimal | None:
    """A number of a table."""
    return None if text is None else Decimal(text)

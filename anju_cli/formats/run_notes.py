"""What is said about the run itself: which departments, what was left out, what it came to."""

from collections.abc import Iterable

from anju_cli.diagnostics import Level
from anju_cli.outcome import Assumption, CatalogueFacts, Coverage, Result, Section
from anju_cli.tally import RunSummary, Tally
from anju_cli.texts import Texts


def department(name: str, catalogue: CatalogueFacts, say: Texts) -> str:
    """A department's name in the language asked, as it stands in the catalogue."""
    return catalogue.departments.get(name, name) if say.lang == "en" else name


def area(key: str, catalogue: CatalogueFacts, say: Texts) -> str:
    """A service area's name; the key itself where the catalogue has no such area."""
    name = dict(catalogue.areas).get(key)
    return key if name is None else name.in_(say.lang)


def resting_on(section: Section, say: Texts) -> tuple[str, ...]:
    """That judgements of a year rest on imagined or assumed figures; that its own are imagined is said elsewhere."""
    told = (("on_sample", section.on_sample and not section.sample), ("assumed_section", section.assumed))
    return tuple(say(key) for key, is_so in told if is_so)


def assumptions(figures: Iterable[Assumption], catalogue: CatalogueFacts, say: Texts) -> str:
    """Which figures were assumed, and what was reported in their place; empty where none was."""
    phrases = tuple(_assumption(assumption, catalogue, say) for assumption in figures)
    return say("assumed_heading", assumptions=say.listed(phrases)) if phrases else ""


def _assumption(assumption: Assumption, catalogue: CatalogueFacts, say: Texts) -> str:
    name = assumption.name.in_(say.lang)
    name = name if assumption.region == catalogue.region else say("since_region", region=assumption.region, name=name)
    value = assumption.unit.behind(assumption.value, say.lang)
    key = "assumption_unreported" if assumption.reported is None else "assumption"
    return say(key, name=name, year=assumption.year, value=value, reported=assumption.reported)


def filters(coverage: Coverage, catalogue: CatalogueFacts, say: Texts) -> str:
    """What was left out by the options; empty where nothing was asked to be."""
    named = []
    for name, values in coverage.filters:
        words = tuple(_filter_value(name, value, catalogue, say) for value in values)
        named.append(say(f"filter_{name}", values=say.listed(words)))
    if not named:
        return ""
    rest = (say("left_out", count=coverage.left_out),) if coverage.left_out else ()
    return "; ".join((say("only", filters=say.listed(tuple(named))), *rest))


def level_count(level: Level, tally: Tally, say: Texts) -> str:
    """How many findings of a level, and how many of them stand with a reason."""
    word, count = say(f"level_{level.value}"), tally.levels[level]
    if level is Level.QUERY and tally.explained:
        return say("explained_count", level=word, count=count, explained=tally.explained)
    return say("level_count", level=word, count=count)


def _filter_value(name: str, value: str, catalogue: CatalogueFacts, say: Texts) -> str:
    if name == "area":
        return area(value, catalogue, say)
    if name == "basis":
        return say(f"basis_{value}")
    return department(value, catalogue, say) if name == "department" else value


def outcome_words(result: Result, say: Texts) -> str:
    """What the run came to, in words."""
    arguments = dict(result.arguments)
    if result.why == "fail_on":
        arguments["asked"] = say.listed(tuple(say(f"fail_{key}") for key in arguments["asked"].split()))
    words = say(f"result_{result.why}", **arguments)
    faulty = arguments.get("assumed_errors")
    return say("assumed_fault", result=words, errors=faulty) if faulty else words


def result_line(result: Result, say: Texts) -> str:
    """What the run came to, in words and as the exit code."""
    return say("result_line", why=outcome_words(result, say), code=result.code)


def counts(summary: RunSummary, say: Texts) -> list[str]:
    """What was checked, and how many findings there are of each level."""
    tally = summary.tally
    checked = say("checked", reports=tally.reports, figures=tally.figures, targets=len(tally.targets))
    return [checked, *(level_count(level, tally, say) for level in Level)]

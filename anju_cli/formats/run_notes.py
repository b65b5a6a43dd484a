"""What is said about the run itself: which departments, what was left out, what it came to."""

from collections.abc import Iterable

from anju_cli.characters import visible
from anju_cli.diagnostics import Level
from anju_cli.outcome import Assumption, CatalogueFacts, Coverage, Outcome, Result, Section
from anju_cli.tally import RunSummary, Tally
from anju_cli.texts import Texts

#: So many files are named, the rest counted.
MOST_FILES = 10


def department(name: str, catalogue: CatalogueFacts, say: Texts) -> str:
    """A department's name in the language asked, as it stands in the catalogue."""
    return catalogue.departments.get(name, name) if say.lang == "en" else name


def area(key: str, catalogue: CatalogueFacts, say: Texts) -> str:
    """A service area's name; the key itself where the catalogue has no such area."""
    name = dict(catalogue.areas).get(key)
    return key if name is None else name.in_(say.lang)


def resting_on(section: Section, say: Texts) -> tuple[str, ...]:
    """That judgements of a year rest on imagined or assumed figures; that its own are imagined is said elsewhere."""
    marks = (("on_sample", section.on_sample and not section.sample), ("assumed_section", section.assumed))
    return tuple(say(key) for key, is_so in marks if is_so)


def assumptions(figures: Iterable[Assumption], catalogue: CatalogueFacts, say: Texts) -> str:
    """Which figures were assumed, and what was reported in their place; empty where none was."""
    phrases = tuple(_assumption(assumption, catalogue, say) for assumption in figures)
    return say("assumed_heading", assumptions=say.listed(phrases)) if phrases else ""


def warnings(outcome: Outcome, say: Texts) -> tuple[str, ...]:
    """That figures are assumed, or imagined, which stands before everything else."""
    sample = say("sample") if outcome.sample else ""
    return tuple(filter(None, (assumptions(outcome.assumptions, outcome.catalogue, say), sample)))


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


def absences(section: Section, catalogue: CatalogueFacts, say: Texts) -> list[tuple[str, tuple[str, ...]]]:
    """Who has handed in nothing (with its promises nobody was asked for), whose return is empty: a head and names."""
    lists = []
    if section.absent:
        leads = tuple(_lead(name, count, catalogue, say) for name, count in section.absent_leads)
        lists.append((say("absent_list", count=len(leads)), leads))
    if section.empty:
        leads = tuple(visible(department(name, catalogue, say)) for name in section.empty)
        lists.append((say("empty_list", count=len(leads)), leads))
    return lists


def _lead(name: str, count: int, catalogue: CatalogueFacts, say: Texts) -> str:
    lead = visible(department(name, catalogue, say))
    return say("lead_count", lead=lead, count=count) if count else lead


def unmatched(coverage: Coverage, catalogue: CatalogueFacts, say: Texts) -> tuple[str, ...]:
    """What was asked for by name and nothing answers to, a line each."""
    return tuple(
        say(f"unmatched_{kind}", value=visible(_filter_value(kind, value, catalogue, say)))
        for kind, value in coverage.unmatched
    )


def no_own_return(summary: RunSummary, say: Texts) -> str:
    """That no return is of the plan's own region; empty where one is, or nothing was read."""
    alone = summary.tally.reports and not summary.tally.own_reports
    return say("no_own_return", region=visible(summary.catalogue.region)) if alone else ""


def passed_over(coverage: Coverage, say: Texts, most: int = MOST_FILES) -> str:
    """What was not read of the folders given: files that look like returns, and what anju wrote, `most` by name.

    Where there is room for no name they are counted.
    """
    if not coverage.passed_over:
        return ""
    named = (("unread_files", coverage.unread), ("outcome_files", coverage.outcomes))
    kinds = [say(key, count=len(paths)) + _files(paths, say, most) for key, paths in named if paths]
    rest = coverage.passed_over - len(coverage.unread) - len(coverage.outcomes)
    if rest:
        kinds.append(say("passed_over_rest", count=rest) if kinds else say("passed_over_all"))
    return say("passed_over", count=coverage.passed_over, kinds="; ".join(kinds))


def _files(paths: tuple[str, ...], say: Texts, most: int) -> str:
    if not most:
        return ""
    names = say.listed(paths[:most])
    return say("files_by_name", names=say("more_names", names=names) if len(paths) > most else names)


def lacking(coverage: Coverage, catalogue: CatalogueFacts, say: Texts) -> tuple[str, ...]:
    """What was asked for in vain, and what was not read, a line each."""
    unread = passed_over(coverage, say)
    return (*unmatched(coverage, catalogue, say), *([unread] if unread else []))


def remarks(summary: RunSummary, say: Texts) -> tuple[str, ...]:
    """The same, and that no return is of the plan's own region; a line each."""
    alone = no_own_return(summary, say)
    return (*([alone] if alone else []), *lacking(summary.coverage, summary.catalogue, say))


def level_count(level: Level, tally: Tally, say: Texts) -> str:
    """How many findings of a level, and how many of them stand with a reason."""
    count = say(f"count_{level.value}", count=tally.levels[level])
    if level is Level.QUERY and tally.explained:
        return say("explained_count", count=count, explained=tally.explained)
    return count


def _filter_value(name: str, value: str, catalogue: CatalogueFacts, say: Texts) -> str:
    if name == "area":
        return area(value, catalogue, say)
    if name == "basis":
        return say(f"basis_{value}")
    if name == "indicator":
        return catalogue.indicators[value].in_(say.lang)
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

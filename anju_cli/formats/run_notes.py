"""What is said about the run itself: which departments, what was left out, what it came to."""

from anju_cli.diagnostics import Level
from anju_cli.outcome import Assumption, Outcome, Section
from anju_cli.texts import Texts


def department(name: str, outcome: Outcome, say: Texts) -> str:
    """A department's name in the language asked, as it stands in the catalogue."""
    return outcome.catalogue.departments.get(name, name) if say.lang == "en" else name


def area(key: str, outcome: Outcome, say: Texts) -> str:
    """A service area's name; the key itself where the catalogue has no such area."""
    found = dict(outcome.catalogue.areas).get(key)
    return key if found is None else found.in_(say.lang)


def resting_on(section: Section, say: Texts) -> tuple[str, ...]:
    """That judgements of a year rest on imagined or assumed figures; that its own are imagined is said elsewhere."""
    told = (("on_sample", section.on_sample and not section.sample), ("assumed_section", section.assumed))
    return tuple(say(key) for key, is_so in told if is_so)


def assumptions(outcome: Outcome, say: Texts) -> str:
    """Which figures were assumed, and what was reported in their place; empty where none was."""
    told = tuple(_assumption(assumption, outcome, say) for assumption in outcome.assumptions)
    return say("assumed_heading", assumptions=say.listed(told)) if told else ""


def _assumption(assumption: Assumption, outcome: Outcome, say: Texts) -> str:
    name = assumption.name.in_(say.lang)
    name = (
        name
        if assumption.region == outcome.catalogue.region
        else say("since_region", region=assumption.region, name=name)
    )
    value = f"{assumption.value} {assumption.unit}".strip()
    key = "assumption_unreported" if assumption.reported is None else "assumption"
    return say(key, name=name, year=assumption.year, value=value, reported=assumption.reported)


def filters(outcome: Outcome, say: Texts) -> str:
    """What was left out by the options; empty where nothing was asked to be."""
    named = []
    for name, values in outcome.coverage.filters:
        words = tuple(_filter_value(name, value, outcome, say) for value in values)
        named.append(say(f"filter_{name}", values=say.listed(words)))
    if not named:
        return ""
    left_out = outcome.coverage.left_out
    rest = (say("left_out", count=left_out),) if left_out else ()
    return "; ".join((say("only", filters=say.listed(tuple(named))), *rest))


def level_count(level: Level, outcome: Outcome, say: Texts) -> str:
    """How many findings of a level, and how many of them stand with a reason."""
    word, count = say(f"level_{level.value}"), outcome.number_of(level)
    if level is Level.QUERY and outcome.explained:
        return say("explained_count", level=word, count=count, explained=outcome.explained)
    return say("level_count", level=word, count=count)


def _filter_value(name: str, value: str, outcome: Outcome, say: Texts) -> str:
    if name == "area":
        return area(value, outcome, say)
    if name == "basis":
        return say(f"basis_{value}")
    return department(value, outcome, say) if name == "department" else value


def result(outcome: Outcome, say: Texts) -> str:
    """What the run came to, in words."""
    arguments = dict(outcome.result.arguments)
    if outcome.result.why == "fail_on":
        arguments["asked"] = say.listed(tuple(say(f"fail_{key}") for key in arguments["asked"].split()))
    told = say(f"result_{outcome.result.why}", **arguments)
    faulty = arguments.get("assumed_errors")
    return say("assumed_fault", result=told, errors=faulty) if faulty else told

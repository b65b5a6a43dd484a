"""The heading of a report: region, year, department, and the words that stand for a choice."""

from collections.abc import Mapping
from typing import TypeVar

from anju_cli.catalogue import Catalogue
from anju_cli.catalogue.models import Region
from anju_cli.characters import clipped
from anju_cli.diagnostics import Topic
from anju_cli.loading.collector import FindingCollector
from anju_cli.numbers import read_year
from anju_cli.submission import SAMPLES, SCOPES, written_text

_Choice = TypeVar("_Choice")


def read_region(text: str | None, collector: FindingCollector, catalogue: Catalogue) -> str | None:
    """The region; the catalogue's own where none is written, `None` where it is in doubt."""
    own, text = catalogue.catalogue.region.name, written_text(text)
    if text is None:
        return own
    if collector.hidden("region", text):
        return None
    match = catalogue.region_names.find(text)
    if match:
        collector.folded("region", text, match.id, folded=match.folded)
        return own
    # Few reports name another region.
    from anju_cli.loading.regions import is_other, likeness

    region = catalogue.catalogue.region
    kind = None if is_other(text, region) else likeness(text, region)
    if kind is not None:
        arguments = {"name": own, "region": clipped(text)}
        collector.find("ANJ114", "region", text=text, arguments=arguments, kind="" if kind == "slip" else kind)
        return None
    _tell_other(text, collector, region)
    return text.strip()


def _tell_other(text: str, collector: FindingCollector, region: Region) -> None:
    """That a region is another one; a name that differs from the own one in a character stands out."""
    from anju_cli.loading.regions import is_near, is_other

    near = not is_other(text, region) and is_near(text, region)
    kind, topic = ("near", Topic.NEAR_REGION) if near else ("", Topic.NONE)
    arguments = {"name": region.name, "region": clipped(text)}
    collector.find("ANJ115", "region", text=text, arguments=arguments, kind=kind, topic=topic)


def read_report_year(text: str, collector: FindingCollector, catalogue: Catalogue, *, whole: bool) -> int | None:
    """The year, within the catalogue's; without one nothing is said where it may stand in what could not be read."""
    year, noted = read_year(text)
    first, last = catalogue.catalogue.span
    if year is not None and first <= year <= last:
        if noted:
            collector.find("ANJ307", "year", text=text, arguments={"year": str(year)})
        return year
    kind = "missing" if written_text(text) is None else "outside" if year else "form"
    if kind != "missing" or (whole and not collector.is_meant("year")):
        arguments = {"first": str(first), "last": str(last), "year": clipped(text), "key": collector.word("year")}
        collector.find("ANJ106", "year", text=text, arguments=arguments, kind=kind)
    return None


def read_department(text: str | None, collector: FindingCollector, catalogue: Catalogue) -> str | None:
    """The department, by the catalogue's name; `None` where none is written or it is not known."""
    text = written_text(text)
    if text is None or collector.hidden("department", text):
        return None
    match = catalogue.department_names.find(text)
    if match:
        collector.folded("department", text, match.id, folded=match.folded)
        return match.id
    collector.unknown("ANJ107", ("department",), text, catalogue.department_names)
    return None


def read_scope(text: str | None, collector: FindingCollector) -> str:
    """What is expected of it: all that it leads; of a department that is not known, what it reports."""
    scope = _choice("scope", text, SCOPES, "all", collector)
    return "reported" if collector.fault(("department",)) else scope


def read_sample(text: str | None, collector: FindingCollector) -> bool:
    """Whether its figures are imagined."""
    return _choice("sample", text, SAMPLES, False, collector)  # noqa: FBT003 - the default of a choice


def _choice(
    key: str, text: str | None, choices: Mapping[str, _Choice], default: _Choice, collector: FindingCollector
) -> _Choice:
    text = written_text(text)
    if text is None:
        return default
    if text.strip() not in choices:
        written_key = collector.written_key((key,))
        own = [choice for choice in choices if choice.isascii() == written_key.isascii()]
        arguments = {"key": written_key, "choices": " / ".join(own), "written": clipped(text)}
        collector.find("ANJ109", key, text=text, arguments=arguments)
    return choices.get(text.strip(), default)

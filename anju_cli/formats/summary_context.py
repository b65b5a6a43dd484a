"""What every part of the leaders' page needs: the plan, the words, and cells told one way everywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anju_cli.characters import clipped
from anju_cli.formats import phrases, run_notes, signs
from anju_cli.formats.markdown_escape import Marked, filled
from anju_cli.formats.view import View
from anju_cli.outcome import CatalogueFacts, Judgement, Status
from anju_cli.tally import refused
from anju_cli.texts import Texts, texts


def _zh() -> Mapping[str, str]:
    from anju_cli.texts.zh.summary import SUMMARY

    return SUMMARY


def _en() -> Mapping[str, str]:
    from anju_cli.texts.en.summary import SUMMARY

    return SUMMARY


#: The page's own words in each language.
SUMMARIES: dict[str, Callable[[], Mapping[str, str]]] = {"zh": _zh, "en": _en}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a plan: calling it gives a phrase of its own with outside text escaped."""

    catalogue: CatalogueFacts
    view: View
    say: Texts
    words: Mapping[str, str]

    def __call__(self, key: str, **arguments: object) -> Marked:
        """A phrase of the page, fit for Markdown."""
        return filled(self.words[key], **arguments)

    def heads(self, *keys: str) -> tuple[Marked, ...]:
        """The head of a table."""
        return tuple(self(f"column_{key}") for key in keys)

    def department(self, name: str) -> str:
        """A department in the page's language."""
        return run_notes.department(name, self.catalogue, self.say)

    def lead(self, judgement: Judgement) -> str:
        """Who leads a promise."""
        return phrases.lead(judgement.promise, self.department(judgement.lead), self.say)

    def area(self, key: str) -> str:
        """A service area in the page's language."""
        return run_notes.area(key, self.catalogue, self.say) or self.words["area_none"]

    def name(self, judgement: Judgement) -> str:
        """An indicator in the page's language."""
        return judgement.name.in_(self.say.lang)

    def striving(self, judgement: Judgement) -> str:
        """An indicator by name, with the plan's word where it only strives for what it promises."""
        return self._marked(self.name(judgement), phrases.aspiration(judgement.promise, self.say))

    def status(self, judgement: Judgement) -> str:
        """Shape and word, with the finer word where it says more."""
        word = f"{signs.SHAPES[judgement.status]} {self.say(f'status_{judgement.status.value}')}"
        return self._marked(word, phrases.detail(judgement, self.say))

    def figure(self, judgement: Judgement) -> str:
        """What was reported. A figure in doubt is told as written; where there is none the cell stays blank."""
        marks = phrases.grounds(judgement, self.say)
        if judgement.value is not None:
            explained = self.say("explained_mark") if judgement.explained else ""
            more = tuple(filter(None, (explained, phrases.near_mark(judgement.note, self.say))))
            return self._marked(phrases.figure(judgement, self.say), self.say.listed((*more, *marks)))
        if judgement.status is not Status.UNDETERMINED or not judgement.written:
            return ""
        key = "not_believed" if refused(judgement) else "to_settle"
        return self._marked(self.words[key].format(written=clipped(judgement.written)), self.say.listed(marks))

    def goal(self, judgement: Judgement) -> str:
        """The goal as the plan puts it; 力争 is marked."""
        return self._marked(phrases.goal(judgement, self.say), phrases.aspiration(judgement.promise, self.say))

    def gap(self, judgement: Judgement) -> str:
        """How far it is short, in its unit alone."""
        return phrases.distance(judgement, self.say)

    def _marked(self, text: str, mark: str) -> str:
        return f"{text} ({mark})" if mark and self.say.lang == "en" else f"{text}({mark})" if mark else text


def page_of(catalogue: CatalogueFacts, view: View) -> Page:
    """A page in the language of the view."""
    return Page(catalogue, view, texts(view.lang), SUMMARIES[view.lang]())

"""What a form is written over: an older blank one, never what somebody has filled in."""

import os
from collections.abc import Iterable

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.codes import Level
from anju_cli.errors import AnjuError
from anju_cli.loading import load_report
from anju_cli.submission import MISSING_WORDS, Figure


def refuse_filled(paths: Iterable[str], catalogue: Catalogue) -> None:
    """Stop before anything is written where a file is there that is no blank form."""
    for path in paths:
        if os.path.isfile(path) and not _is_blank(path, catalogue):
            raise AnjuError("output_is_filled", path=visible(path))


def _is_blank(path: str, catalogue: Catalogue) -> bool:
    """Whether a file reads as a form in which nothing but last year's figures stands."""
    report = load_report(path, catalogue)
    figures = [figure for submission in report.submissions for figure in submission.figures.values()]
    is_sound = all(finding.level is not Level.ERROR for finding in report.diagnostics)
    return is_sound and bool(figures) and all(map(_is_empty, figures))


def _is_empty(figure: Figure) -> bool:
    entries = [quantity.text.strip() for key, quantity in figure.fields if key != "previous"]
    return {MISSING_WORDS.get(entry) for entry in entries} == {"blank"} and not (figure.source or figure.note)

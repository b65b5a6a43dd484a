"""Plain values to the shape of a report: what is no key or no text is told and left out.

A report has one level of texts beneath four lists of keys; models of Pydantic for it took a tenth
of a run to build and said nothing that this does not.
"""

from typing import Any, NamedTuple, TypeVar

from anju_cli.places import Route
from anju_cli.submission import ExplanationShape, FigureShape, ReportShape, RevisionShape

_Shape = TypeVar("_Shape", FigureShape, ExplanationShape, RevisionShape)


class Misfit(NamedTuple):
    """Something that does not fit: an unknown `key`, or where a `text`, `list` or `mapping` was expected."""

    kind: str
    route: Route


def report_shape(plain: dict[str, Any]) -> tuple[ReportShape, list[Misfit]]:
    """What fits, and what does not with its route."""
    misfits: list[Misfit] = []
    texts: dict[str, Any] = {}
    for key, value in plain.items():
        if key not in ReportShape._fields:
            misfits.append(Misfit("key", (key,)))
        elif key not in _TABLES:
            if isinstance(value, str):
                texts[key] = value
            else:
                misfits.append(Misfit("text", (key,)))
    figures = _figures(plain.get("figures", {}), misfits)
    explanations = _listed(ExplanationShape, plain.get("explanations", []), "explanations", misfits)
    revisions = _listed(RevisionShape, plain.get("revisions", []), "revisions", misfits)
    return ReportShape(**texts, figures=figures, explanations=explanations, revisions=revisions), misfits


_TABLES = frozenset({"figures", "explanations", "revisions"})


def _figures(plain: Any, misfits: list[Misfit]) -> dict[str, FigureShape]:
    if not isinstance(plain, dict):
        misfits.append(Misfit("mapping", ("figures",)))
        return {}
    return {id_: _texts(FigureShape, figure, ("figures", id_), misfits) for id_, figure in plain.items()}


def _listed(shape: type[_Shape], plain: Any, key: str, misfits: list[Misfit]) -> tuple[_Shape, ...]:
    if not isinstance(plain, list):
        misfits.append(Misfit("list", (key,)))
        return ()
    return tuple(_texts(shape, entry, (key, index), misfits) for index, entry in enumerate(plain))


def _texts(shape: type[_Shape], plain: Any, route: Route, misfits: list[Misfit]) -> _Shape:
    """One level of texts. A key that does not fit is left out, and told."""
    if not isinstance(plain, dict):
        misfits.append(Misfit("mapping", route))
        return shape()
    fields = shape._fields
    fitting = {key: value for key, value in plain.items() if key in fields and type(value) is str}
    if len(fitting) == len(plain):
        return shape(**fitting)
    rest = (key for key in plain if key not in fitting)
    misfits.extend(Misfit("text" if key in fields else "key", (*route, key)) for key in rest)
    return shape(**fitting)

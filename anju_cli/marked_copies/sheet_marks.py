"""A sheet's part with its faulty cells coloured: one conditional format a sheet, so that cell styles stay."""

from collections.abc import Iterable, Sequence

from anju_cli.marked_copies.edits import Edit
from anju_cli.marked_copies.xml_places import Element, XmlPart, xml_part
from anju_cli.readers.workbooks.xlsx_workbook import is_true

#: True in every cell, and known again as ours whatever program has written the book since.
ALWAYS = b'"anju"="anju"'
_FLAT = frozenset({"sheetData"})
#: The children of a sheet in the order that the format asks for.
_ORDER: Sequence[str] = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing"),
)


def sheet_part(name: str, raw: bytes) -> XmlPart:
    """A sheet's part without what stands in its cells."""
    return xml_part(name, raw, 3, _FLAT)


def coloured(part: XmlPart, cells: Iterable[tuple[int, Sequence[str]]]) -> list[Edit]:
    """The cells under each differential format coloured by it."""
    prefix = part.root.prefix
    formats = b"".join(
        b'<%(p)sconditionalFormatting sqref="%(cells)s"><%(p)scfRule type="expression" dxfId="%(dxf)d" priority="1">'
        b"<%(p)sformula>%(always)s</%(p)sformula></%(p)scfRule></%(p)sconditionalFormatting>"
        % {b"p": prefix, b"cells": " ".join(names).encode(), b"dxf": dxf, b"always": ALWAYS}
        for dxf, names in cells
        if names
    )
    return [part.in_order(part.root, "conditionalFormatting", _ORDER, formats)] if formats else []


def with_drawing(part: XmlPart, relation: str, space: str) -> Edit:
    """A sheet that names the part in which its comments' boxes are drawn."""
    new = f'legacyDrawing xmlns:r="{space}" r:id="{relation}"/>'
    return part.in_order(part.root, "legacyDrawing", _ORDER, b"<" + part.root.prefix + new.encode())


def deselected(part: XmlPart) -> list[Edit]:
    """A sheet that is not selected beside ours: what is typed into one of several would stand in all."""
    views = [view for views in part.within(part.root, "sheetViews") for view in part.within(views, "sheetView")]
    return [part.attribute(view, "tabSelected", "0") for view in views if is_true(view.attributes.get("tabSelected"))]


def own_formats(part: XmlPart) -> list[Element]:
    """The elements that colour cells as ours do: whole formats, or single rules among others."""
    elements = []
    for format_ in part.within(part.root, "conditionalFormatting"):
        rules = part.within(format_, "cfRule")
        own = [rule for rule in rules if any(_is_ours(part, formula) for formula in part.within(rule, "formula"))]
        elements += [format_] if own and len(own) == len(rules) else own
    return elements


def _is_ours(part: XmlPart, formula: Element) -> bool:
    return part.text(formula).replace(" ", "").encode() == ALWAYS

"""What a workbook says of itself: its sheets in order, its conventions, and the parts that it names."""

import posixpath
from typing import NamedTuple

from anju_cli.readers.sheets.grid import Visibility
from anju_cli.readers.workbooks.book import BookError
from anju_cli.readers.workbooks.xlsx_package import Elements, Package

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIP_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_MACRO_SHEETS = frozenset({"xlMacrosheet", "xlIntlMacrosheet"})
_VISIBILITIES: dict[str, Visibility] = {"hidden": "hidden", "veryHidden": "very_hidden"}


class Relationship(NamedTuple):
    """A part, or something outside, that a part names; `sort` is the last word of its type."""

    sort: str
    target: str
    is_external: bool


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    visibility: Visibility


class Conventions(NamedTuple):
    """How a book counts days, and whether it says that its formulas' values are to be calculated anew."""

    from_1904: bool = False
    outdated: bool = False


class WorkbookPart(NamedTuple):
    """The main part: the sheets, the conventions, and what it names."""

    sheets: tuple[SheetEntry, ...]
    conventions: Conventions
    relations: dict[str, Relationship]

    def target(self, sort: str) -> str | None:
        """The part of a sort, where there is one."""
        return next((relation.target for relation in self.relations.values() if relation.sort == sort), None)


def is_true(attribute: str | None) -> bool:
    """An XML boolean."""
    return attribute in {"1", "true", "on"}


def read_workbook(package: Package) -> WorkbookPart:
    """The main part of a book, or an error where the package is no book of ours."""
    types = _content_types(package)
    main = main_part(package)
    _check_types(package, types, main)
    relations = relations_by_id(package, main)
    _check_relations(package, relations)
    return _main_part(package, main, relations)


def main_part(package: Package) -> str:
    """The name of the main part."""
    main = next((relation.target for relation in _relations(package, "") if relation.sort == "officeDocument"), None)
    if main is None:
        raise BookError("missing_part", part="xl/workbook.xml")
    return main


def _content_types(package: Package) -> dict[str, str]:
    """Content types by part name or by suffix, both in lower case."""
    if CONTENT_TYPES not in package:
        if "xl/workbook.xml" in package:
            raise BookError("missing_part", part=CONTENT_TYPES)
        raise BookError("another_package", content=_other_package(package))
    types: dict[str, str] = {}

    def default(attributes: dict[str, str]) -> None:
        types[f".{attributes.get('Extension', '')}".lower()] = attributes.get("ContentType", "")

    def override(attributes: dict[str, str]) -> None:
        types[attributes.get("PartName", "").lstrip("/").lower()] = attributes.get("ContentType", "")

    package.parse(CONTENT_TYPES, Elements("Types", {"Default": default, "Override": override}))
    return types


def _other_package(package: Package) -> str:
    if "mimetype" in package and b"opendocument" in package.beginning("mimetype"):
        return "open_document"
    return "numbers" if "index/document.iwa" in package else "archive"


def _check_types(package: Package, types: dict[str, str], main: str) -> None:
    """Macros, binary books and other documents go by the content types."""
    kind = types.get(main.lower()) or types.get(posixpath.splitext(main)[1].lower(), "")
    if "sheet.binary" in kind:
        raise BookError("another_package", content="binary_workbook")
    if "macroEnabled" in kind or any("vbaProject" in content for content in types.values()):
        raise BookError("macros")
    if "wordprocessingml" in kind or "presentationml" in kind:
        raise BookError("another_package", content="document" if "wordprocessingml" in kind else "presentation")
    if main not in package:
        raise BookError("missing_part", part=main)


def _check_relations(package: Package, relations: dict[str, Relationship]) -> None:
    """Macros and links to other books go by what the workbook names."""
    for relation in relations.values():
        if relation.sort == "vbaProject" or relation.sort in _MACRO_SHEETS:
            raise BookError("macros")
        if relation.sort == "externalLink":
            linked = [] if relation.is_external else _relations(package, relation.target)
            raise BookError("external_links", target=linked[0].target if linked else relation.target)


def relations_part(part: str) -> str:
    """The name of the part that holds what a part names."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_by_id(package: Package, part: str) -> dict[str, Relationship]:
    """What a part names, by id."""
    relations: dict[str, Relationship] = {}
    folder = posixpath.dirname(part)

    def relation(attributes: dict[str, str]) -> None:
        target, is_external = attributes.get("Target", ""), attributes.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        sort = attributes.get("Type", "").rpartition("/")[2]
        relations[attributes.get("Id", "")] = Relationship(sort, target, is_external)

    path = relations_part(part)
    if path in package:
        package.parse(path, Elements("Relationships", {"Relationship": relation}))
    return relations


def _relations(package: Package, part: str) -> list[Relationship]:
    return list(relations_by_id(package, part).values())


def _main_part(package: Package, main: str, relations: dict[str, Relationship]) -> WorkbookPart:
    sheets: list[SheetEntry] = []
    conventions = Conventions()

    def sheet(attributes: dict[str, str]) -> None:
        relation = next((attributes[name] for name in _RELATIONSHIP_IDS if name in attributes), "")
        visibility = _VISIBILITIES.get(attributes.get("state", ""), "visible")
        name = attributes.get("name", "")
        if name.lower() in {sheet.name.lower() for sheet in sheets}:
            raise BookError("duplicate_sheet", sheet=name)
        sheets.append(SheetEntry(name, relation, visibility))
        package.budget.spend("sheets", 1)

    def properties(attributes: dict[str, str]) -> None:
        nonlocal conventions
        conventions = conventions._replace(from_1904=is_true(attributes.get("date1904")))

    def calculation(attributes: dict[str, str]) -> None:
        nonlocal conventions
        conventions = conventions._replace(outdated=is_true(attributes.get("fullCalcOnLoad")))

    starts = {"workbook": lambda _: None, "sheet": sheet, "workbookPr": properties, "calcPr": calculation}
    package.parse(main, Elements("workbook", starts))
    return WorkbookPart(tuple(sheets), conventions, relations)

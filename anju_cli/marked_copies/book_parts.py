"""A workbook on its way to a copy: parts that are edited at some bytes, added or left out; all others stay as they are.

What was done is kept in the copy itself, so that it can be undone to the byte.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from anju_cli.marked_copies.edits import Edit, edited, undoing
from anju_cli.marked_copies.undo_record import PartUndo, checksum, undo_comment, undo_record
from anju_cli.marked_copies.xml_places import DECLARATION, XmlPart, escaped, xml_part
from anju_cli.readers.workbooks.xlsx_package import Package
from anju_cli.readers.workbooks.xlsx_workbook import (
    CONTENT_TYPES,
    Relationship,
    main_part,
    read_workbook,
    relations_by_id,
)
from anju_cli.readers.workbooks.xlsx_workbook import relations_part as relations_part_of

PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
#: Where the parts stand that anju adds.
FOLDER = "xl/anju/"
FINDINGS_PART = f"{FOLDER}findings.xml"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def relations_space(part: XmlPart) -> str:
    """The namespace in which a part names others: that of the form, usual or strict, that the book has."""
    return _STRICT_RELATIONS if part.root.space == _STRICT else _RELATIONS


class NewRelation(NamedTuple):
    """A part that another is to name: under which id, the last word of its type, and where it is."""

    id: str
    sort: str
    target: str


class BookParts:
    """The parts of a book by name, and what becomes of them."""

    def __init__(self, raw: bytes) -> None:
        self.package = Package(raw)
        self.workbook = read_workbook(self.package)
        self.main = main_part(self.package)
        self.edits: dict[str, list[Edit]] = {}
        self.added: dict[str, bytes] = {}
        self.dropped: set[str] = set()

    @property
    def is_signed(self) -> bool:
        """Whether a signature says that nothing in it was changed."""
        return any(name.startswith("_xmlsignatures/") for name in self.package.parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.package

    def read(self, name: str) -> bytes:
        """A part as it is in the book."""
        return self.package.read(name)

    def relations(self, part: str) -> dict[str, Relationship]:
        """What a part names, by id."""
        return relations_by_id(self.package, part)

    def edit(self, name: str, edits: Iterable[Edit]) -> None:
        """Have a part edited."""
        edits = list(edits)
        if edits:
            self.edits.setdefault(self._filed(name), []).extend(edits)

    def add(self, name: str, raw: bytes, content_type: str = "") -> None:
        """A new part."""
        self.added[name] = raw
        if content_type:
            types = xml_part(CONTENT_TYPES, self.read(CONTENT_TYPES), 1)
            override = b'<Override PartName="/%s" ContentType="%s"/>' % (name.encode(), content_type.encode())
            self.edit(CONTENT_TYPES, [_child(types, override)])

    def drop(self, name: str) -> None:
        """Leave a part out, and what the content types say of it."""
        self.dropped.add(self._filed(name))
        types = xml_part(CONTENT_TYPES, self.read(CONTENT_TYPES), 1)
        for override in types.within(types.root, "Override"):
            if override.attributes.get("PartName", "").lstrip("/").lower() == name.lower():
                self.edit(CONTENT_TYPES, [Edit(override.start, override.end, b"")])

    def relate(self, part: str, root: XmlPart, relations: Iterable[NewRelation]) -> None:
        """Have a part, whose root is known, name more."""
        space = relations_space(root)
        new = b"".join(
            b'<Relationship Id="%s" Type="%s/%s" Target="%s"/>'
            % (id_.encode(), space.encode(), sort.encode(), escaped(target))
            for id_, sort, target in relations
        )
        name = relations_part_of(part)
        if self.has(name):
            self.edit(name, [_child(xml_part(name, self.read(name), 1), new)])
        else:
            head = f'<Relationships xmlns="{PACKAGE_RELATIONS}">'.encode()
            self.add(name, DECLARATION + head + new + b"</Relationships>")

    def packed(self, keeper: str = "") -> bytes:
        """The copy. Where a part `keeper` is named, among those added, it holds what undoes the edits."""
        written = {name: edited(self.read(name), edits) for name, edits in self.edits.items()}
        if keeper:
            self.added[keeper] += self._undo(written)
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for info in self.package.archive.infolist():
                name = info.filename
                if name not in self.dropped:
                    archive.writestr(_entry(name, info), written.get(name) or self.read(name))
            for name, raw in self.added.items():
                archive.writestr(_entry(name), raw)
        return file.getvalue()

    def _undo(self, written: dict[str, bytes]) -> bytes:
        """What turns the edited parts into those of the book."""
        parts = [
            PartUndo(name, checksum(raw), tuple(undoing(self.read(name), self.edits[name])))
            for name, raw in written.items()
        ]
        return undo_comment(parts, list(self.added))

    def undone(self, keeper: str) -> bool:
        """Undo what a copy says was done; whether it is still as it was written."""
        record = undo_record(self.read(keeper))
        if record is None or not all(map(self.has, record.added)) or not all(map(self._is_as_written, record.parts)):
            return False
        self.edits = {part.name: list(part.inverse) for part in record.parts}
        self.dropped = set(map(self._filed, record.added))
        return True

    def _is_as_written(self, part: PartUndo) -> bool:
        return self.has(part.name) and checksum(self.read(part.name)) == part.checksum

    def _filed(self, name: str) -> str:
        """A part's name as the file has it."""
        return self.package.parts[name.lower()].filename


def _child(part: XmlPart, new: bytes) -> Edit:
    """More children of a root, under its prefix."""
    return part.appended(part.root, new.replace(b"<", b"<" + part.root.prefix))


def _entry(name: str, like: ZipInfo | None = None) -> ZipInfo:
    """An entry of the file: as it was, or with a date that is always the same."""
    entry = ZipInfo(name, like.date_time if like else (1980, 1, 1, 0, 0, 0))
    entry.create_system = like.create_system if like else 0
    entry.external_attr = like.external_attr if like else 0
    entry.compress_type = like.compress_type if like else ZIP_DEFLATED
    return entry

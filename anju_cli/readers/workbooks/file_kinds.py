"""What a file is by its content, where its name says a workbook."""

#: How a compound file begins, which a workbook of before 2007 is.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: How files begin: (bytes, kind).
_BEGINNINGS = (
    (COMPOUND, "compound"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "rtf"),
    (b"MIME-Version:", "html"),
    (b"\xff\xfe", "text"),
    (b"\xfe\xff", "text"),
)
_HTML = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")


def kind_of_bytes(raw: bytes) -> str:
    """A file's kind: `empty` and `pdf` among others, `text` for what has no NUL, else `unknown`."""
    if not raw:
        return "empty"
    kind = next((kind for beginning, kind in _BEGINNINGS if raw.startswith(beginning)), "")
    return kind or _kind_of_text(raw[:4000].removeprefix(b"\xef\xbb\xbf").lstrip().lower())


def _kind_of_text(head: bytes) -> str:
    if head.startswith(_HTML):
        return "html"
    if head.startswith((b"<?xml", b"<workbook")):
        if b"urn:oasis:names:tc:opendocument" in head:
            return "open_document"
        return "xml_spreadsheet" if b"urn:schemas-microsoft-com:office:spreadsheet" in head else "xml"
    return "unknown" if b"\x00" in head else "text"

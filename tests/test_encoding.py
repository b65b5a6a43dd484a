"""Bytes to text: which encoding, or the place where they are damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.places import Span
from anju_cli.readers.encoding import DecodedText, decode

REPORT = "region: 遂宁市安居区\nyear: 2019\nfigures:\n  农村卫生厕所普及率: 78.5\n"
GB = REPORT.encode("gb18030")
UTF8 = REPORT.encode()


def known(text: str) -> bool:
    """Whether a text has a key of a report."""
    return "figures:" in text or "填报数:" in text


def fault(data: bytes) -> tuple[str, str, Span, dict[str, str]]:
    """The fault of bytes that have one."""
    found = decode(data, known).fault
    assert found is not None
    return found.code, found.kind, found.span, found.arguments


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (UTF8, "utf-8"),
        (b"\xef\xbb\xbf" + UTF8, "utf-8"),
        (b"\xff\xfe" + REPORT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + REPORT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_read(data: bytes, encoding: str) -> None:
    """UTF-8 with or without its mark, and UTF-16 with one, are read without a word."""
    assert DecodedText(REPORT, encoding) == decode(data, known)


@pytest.mark.parametrize("text", ["", "year: 2019\n", "a"])
def test_plain_ascii_is_utf8(text: str) -> None:
    """ASCII needs no key of ours to be read."""
    assert DecodedText(text, "utf-8") == decode(text.encode(), known)


def test_gb18030_is_read_with_a_note() -> None:
    """What is no UTF-8 but has our keys as GB18030 is read so, with a note at its first Chinese character."""
    decoded = decode(GB, known)
    assert (REPORT, "gb18030") == (decoded.text, decoded.encoding)
    assert ("ANJ007", "", Span(1, 9, 1, 10), {}) == fault(GB)


def test_gb18030_note_counts_lines() -> None:
    """The note stands at the first character that is not ASCII, wherever that is."""
    assert ("ANJ007", "", Span(3, 3, 3, 4), {}) == fault("year: 2019\nfigures:\n  床位: 3\n".encode("gb18030"))


@pytest.mark.parametrize("mark", [b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"])
def test_utf32_is_refused(mark: bytes) -> None:
    """UTF-32 is known by its mark, not taken for UTF-16 with a zero in front."""
    data = mark + REPORT.encode("utf-32-le")
    assert (("ANJ006", "utf32", Span(1, 1, 1, 1), {}), "") == (fault(data), decode(data, known).text)


@pytest.mark.parametrize(
    "data",
    [
        *(b"PK\x05\x06", b"%PDF-1.7", b"\x1f\x8b\x08", b"\x89PNG\r\n"),
        *(b"\xff\xd8\xff\xe0", b"SQLite format 3\x00", b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c"),
    ],
)
def test_binary_files_are_known_by_their_beginning(data: bytes) -> None:
    """A PDF or a picture is told as such, not as a damaged text."""
    assert (("ANJ006", "binary", Span(1, 1, 1, 1), {}), "") == (fault(data), decode(data, known).text)


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1"])
def test_a_workbook_under_the_name_of_a_text_is_told_its_own(data: bytes) -> None:
    """Whoever renamed a workbook is sent back to its own suffix, and has nothing to convert."""
    assert (("ANJ006", "workbook", Span(1, 1, 1, 1), {}), "") == (fault(data), decode(data, known).text)


def test_zero_bytes_are_binary() -> None:
    """Bytes that are no UTF-8 and begin with zeros among them are no text."""
    assert ("ANJ006", "nul", Span(1, 1, 1, 1), {}) == fault(b"\x00\x01\xff\xfe\x00")


@pytest.mark.parametrize(
    ("data", "span", "byte", "encoding"),
    [
        (UTF8.replace("村".encode(), b"\xe6\xff\x91"), Span(4, 4, 4, 5), "0xE6", "utf-8"),
        (UTF8.replace("安".encode(), b"\xff"), Span(1, 12, 1, 13), "0xFF", "utf-8"),
        (UTF8 + b"note: \x80\n", Span(5, 7, 5, 8), "0x80", "utf-8"),
        (b"\xef\xbb\xbf" + UTF8.replace("安".encode(), b"\xff"), Span(1, 12, 1, 13), "0xFF", "utf-8"),
        ("figures:\n  床位".encode()[:-1], Span(2, 4, 2, 5), "0xE4", "utf-8"),
        (b"figures:\n  a: 1 # \xe4\xb8", Span(2, 10, 2, 11), "0xE4", "utf-8"),
        (GB.replace(b"78.5", b"78.5 \xff"), Span(4, 19, 4, 20), "0xFF", "gb18030"),
        (GB + b"note: \xd0", Span(5, 7, 5, 8), "0xD0", "gb18030"),
        (b"\xff\xfe" + REPORT.encode("utf-16-le")[:-1], Span(4, 18, 4, 19), "0x0A", "utf-16-le"),
        (b"\xfe\xff" + "a\n区".encode("utf-16-be") + b"\xdc\x00", Span(2, 2, 2, 3), "0xDC", "utf-16-be"),
        ("某种别的文件,没有我们的键".encode("gb18030"), Span(1, 2, 1, 3), "0xD6", "utf-8"),
        ("Größe: 3\n".encode("latin-1"), Span(1, 3, 1, 4), "0xF6", "utf-8"),
    ],
)
def test_damage_has_its_place(data: bytes, span: Span, byte: str, encoding: str) -> None:
    """The first bad byte is told with line and column, in the encoding that the rest of the file is in."""
    assert ("ANJ005", "", span, {"byte": byte, "encoding": encoding}) == fault(data)


def test_the_damaged_line_can_be_shown() -> None:
    """What stands before the damage, and the rest of its line, is kept for showing."""
    decoded = decode(b"figures:\n  beds: 3\xff7\n  more: 1\n", known)
    assert "figures:\n  beds: 3\ufffd7" == decoded.text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_fault(data: bytes) -> None:
    """No bytes raise, and a fault has a place in the text."""
    decoded = decode(data, known)
    assert decoded.fault is None or (decoded.fault.span.line >= 1 and decoded.fault.span.column >= 1)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_utf8_comes_back(text: str) -> None:
    """Any UTF-8 text that begins like no binary file is read as it was written."""
    data = b"\n" + text.encode()
    assert DecodedText("\n" + text, "utf-8") == decode(data, known)


def test_damage_is_told_by_lines_that_end_in_cr() -> None:
    """A file of old line ends has lines all the same."""
    decoded = decode(b"a\rb\r\nc\xff\rd", known)
    assert decoded.fault is not None
    assert (Span(3, 2, 3, 3), "a\rb\r\nc\ufffd") == (decoded.fault.span, decoded.text)

"""What a table's cells say reaches the figures as if it stood in YAML, with its cell for a place."""

from anju_cli.loading import load_catalogue
from anju_cli.loading.files import ReadFile
from anju_cli.loading.reports import ReportFile, interpret
from anju_cli.places import Cell, Span, row_of, written_place
from anju_cli.readers import Document
from anju_cli.readers.content import Content, Fault
from anju_cli.readers.nodes import CellNote, CellPoint, MappingNode, Node, ScalarNode
from anju_cli.submission import Missing

_CATALOGUE = load_catalogue("").catalogue
_ROW = Span(3, 1, 3, 2, Cell("甲", 3, 1))


def _cell(text: str, column: int, refusal: str = "", *notes: CellNote, row: int = 3) -> ScalarNode:
    start, end = (CellPoint(row - 1, at, Cell("甲", row, column)) for at in (column, column + len(text)))
    return ScalarNode(text, "cell" if refusal or notes else "plain", start, end, "", refusal, notes)


def _mapping(*entries: tuple[str, Node]) -> MappingNode:
    keys = [(_cell(key, 1), node) for key, node in entries]
    return MappingNode(tuple(keys), keys[0][0].start)


def _report(year: str, *fields: tuple[str, Node]) -> MappingNode:
    return _mapping(("年度", _cell(year, 9)), ("填报数", _mapping(("elder_beds_per_thousand", _mapping(*fields)))))


def _read(*roots: Node, faults: tuple[Fault, ...] = ()) -> ReportFile:
    content = Content(roots, faults, encoding="xlsx")
    assert _CATALOGUE is not None
    return interpret(ReadFile(Document("a.xlsx", "", "xlsx", b""), content, ()), _CATALOGUE)


def test_a_file_may_hold_several_reports() -> None:
    """Each root of a file is a report of its own, with its own year, and a fault in one is not the other's."""
    file = _read(_report("2018", ("完成值", _cell("31", 2))), _report("2019", ("完成值", _cell("甲", 3))))
    assert [2018, 2019] == [submission.year for submission in file.submissions]
    assert [("a.xlsx!甲!B3"), ("a.xlsx!甲!C3")] == [
        written_place(place.path, place.span)
        for submission in file.submissions
        for figure in submission.figures.values()
        for place in [figure.at("value")]
    ]


def test_a_refused_cell_gives_no_number() -> None:
    """A number that may not be taken from its cell is refused by the grammar's rule, in whichever field it stands."""
    fields = [(key, _cell("31", 2, "excel_date")) for key in ("完成值", "分子", "分母", "上年数")]
    figure = _read(_report("2019", *fields)).submissions[0].figures["elder_beds_per_thousand"]
    assert [("31", "excel_date", None)] * 4 == [
        (quantity.text, getattr(quantity.reading, "kind", ""), quantity.amount) for _, quantity in figure.fields
    ]


def test_a_refused_cell_beside_the_figures_is_a_fault() -> None:
    """A year that is a date of the spreadsheet is refused where it stands."""
    figures = _mapping(("elder_beds_per_thousand", _cell("31", 2)))
    root = _mapping(("年度", _cell("2019", 9, "excel_date")), ("填报数", figures))
    codes = [(finding.code, finding.kind) for finding in _read(root).diagnostics]
    assert ("ANJ201", "excel_date") in codes


def test_a_cell_is_noted_at_its_place() -> None:
    """What is to be told of a cell is told there, and the number in it is taken."""
    note = CellNote("ANJ301", "", {"written": "31"})
    file = _read(_report("2019", ("完成值", _cell("31", 2, "", note))))
    finding = file.diagnostics[0]
    assert ("ANJ301", "a.xlsx!甲!B3") == (finding.code, row_of("a.xlsx", finding.place.span))
    assert 31 == file.submissions[0].figures["elder_beds_per_thousand"].value.amount


def test_a_fault_may_be_about_one_place_alone() -> None:
    """An error that breaks nothing leaves the file's figures to be judged; any other keeps all of them from it."""
    root = _report("2019", ("完成值", _cell("31", 2)))
    alone, all_of_it = (_read(root, faults=(Fault("ANJ101", _ROW, breaks=breaks),)) for breaks in (False, True))
    assert ["", "ANJ101"] == [file.submissions[0].broken for file in (alone, all_of_it)]


def test_a_list_in_place_of_a_figure_has_no_cell() -> None:
    """Something of another shape is no refused cell."""
    file = _read(_report("2019", ("完成值", _mapping(("x", _cell("1", 2))))))
    assert Missing("misshapen") == file.submissions[0].figures["elder_beds_per_thousand"].value.reading

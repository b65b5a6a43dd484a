"""What became of each row of a sheet: every one that holds something is read, or named among those that were not."""

from itertools import groupby
from typing import Literal, TypeAlias

from anju_cli.characters import clipped
from anju_cli.readers.content import Fault
from anju_cli.readers.sheets.cell_nodes import CellNodes

#: Why a row was not read: it stands above the table; adds rows up; says something; shows how to fill in; heads rows;
#: numbers the columns; repeats the head.
PassedKind: TypeAlias = Literal["title", "total", "remark", "example", "section", "numbering", "repeated"]
#: What a row was, once dealt with.
Fate: TypeAlias = Literal["head", "figure", "heading", "refused"] | PassedKind

#: More runs of rows than this in one sheet are told together.
_MOST_RUNS = 20


class RowLedger:
    """The rows of one sheet as they are dealt with, and the faults that show on the way.

    `misfits` are those whose cells do not stand under their heads.
    """

    def __init__(self, nodes: CellNodes) -> None:
        self._nodes = nodes
        self.fates: dict[int, Fate] = {}
        self.faults: list[Fault] = []
        self.misfits: set[int] = set()

    def fault(
        self, code: str, kind: str, row: int, column: int, arguments: dict[str, str], *, breaks: bool = False
    ) -> None:
        """Something wrong at a cell."""
        self.faults.append(Fault(code, self._nodes.span(row, column), kind, arguments, breaks))

    def withhold(self) -> None:
        """The last fault keeps the figures of the table below it from being judged."""
        self.faults[-1] = self.faults[-1]._replace(withholds=True)

    def refuse(self, kind: str, row: int, column: int, arguments: dict[str, str]) -> None:
        """A row whose figures can't be taken."""
        self.fates[row] = "refused"
        self.fault("ANJ117", kind, row, column, arguments)

    def passed(self) -> list[Fault]:
        """The rows that were not read, those that follow each other for one reason together."""
        runs = [
            (kind, [row for row, _ in rows])
            for kind, rows in groupby(self.fates.items(), lambda fate: fate[1])
            if kind not in {"head", "figure", "heading", "refused"}
        ]
        faults = [self._passed_run(kind, rows) for kind, rows in runs[:_MOST_RUNS]]
        rest = [row for _, rows in runs[_MOST_RUNS:] for row in rows]
        return [*faults, *([self._passed_run("more", rest)] if rest else [])]

    def _passed_run(self, kind: str, rows: list[int]) -> Fault:
        cells = self._nodes.sheet.grid.rows[rows[0]]
        column = next((column for column in cells if self._nodes.seen(rows[0], column)), min(cells))
        arguments = {"count": str(len(rows)), "written": clipped(self._nodes.seen(rows[0], column), 40)}
        return Fault("ANJ118", self._nodes.span(rows[0], column), kind, arguments, breaks=False)

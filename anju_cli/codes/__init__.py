"""Every code that a finding may carry: how much it weighs, and a folder with all that belongs to it.

A code's folder holds its words in each language (`zh.yaml`, `en.yaml`, see `words`) and the bad and the good sample
that `anju explain` shows and the tests run (see `samples`). None is read before it is asked for.
"""

from enum import StrEnum


class Level(StrEnum):
    """强制 must be put right · 核实 may stand with a written reason · 提示 for information."""

    ERROR = "error"
    QUERY = "query"
    NOTE = "note"


_E, _Q, _N = Level.ERROR, Level.QUERY, Level.NOTE

#: Every code and its level. Families: 0 files and encoding, 1 structure and names, 2 values and
#: units, 3 form accepted with a note, 4 across figures, 5 across years, 6 coverage and timing,
#: 7 catalogue, 9 internal. A code never changes its meaning; a retired one is not used again.
CODES: dict[str, Level] = {
    "ANJ001": _E,  # can't be read
    "ANJ002": _E,  # not a regular file
    "ANJ003": _E,  # too large
    "ANJ004": _E,  # syntax of YAML or JSON
    "ANJ005": _E,  # damaged bytes
    "ANJ006": _E,  # not text, or an encoding or format that is not read
    "ANJ007": _N,  # read as GB18030
    "ANJ008": _E,  # empty
    "ANJ009": _E,  # a character that no YAML file may hold
    "ANJ010": _E,  # anchor, alias, merge key or tag
    "ANJ011": _E,  # several documents
    "ANJ012": _E,  # nested too deep, or too many values
    "ANJ013": _N,  # the catalogue in use, passed over
    "ANJ014": _N,  # the same file again, read once
    "ANJ015": _E,  # a workbook that can't be read
    "ANJ016": _E,  # the form of a CSV file: its quotes, and rows that do not fit the head
    "ANJ101": _E,  # no report
    "ANJ102": _E,  # unknown key
    "ANJ103": _E,  # required key missing
    "ANJ104": _E,  # wrong shape
    "ANJ105": _E,  # unknown indicator
    "ANJ106": _E,  # year
    "ANJ107": _E,  # unknown department
    "ANJ108": _E,  # hidden characters
    "ANJ109": _E,  # a value outside its choices
    "ANJ110": _E,  # filled in twice
    "ANJ111": _N,  # a name taken after folding
    "ANJ112": _E,  # block scalar as a figure
    "ANJ113": _E,  # a catalogue where a report was expected
    "ANJ114": _E,  # the region is all but the catalogue's
    "ANJ115": _N,  # another region, judged for comparison
    "ANJ116": _E,  # no head of a table
    "ANJ117": _E,  # a row of a table whose figures can't be taken
    "ANJ118": _N,  # rows, columns or sheets that were not read
    "ANJ119": _N,  # hidden rows, columns or sheets that count
    "ANJ201": _E,  # no number by the grammar
    "ANJ202": _E,  # another unit
    "ANJ203": _E,  # not whole
    "ANJ204": _E,  # outside the possible range
    "ANJ205": _Q,  # a share that looks like a fraction
    "ANJ206": _Q,  # a total where a ratio is asked
    "ANJ207": _E,  # unknown grade
    "ANJ208": _E,  # a word for nothing that leaves open why
    "ANJ209": _Q,  # not applicable or withheld without a reason
    "ANJ301": _N,  # full-width
    "ANJ302": _N,  # thousands separator
    "ANJ303": _N,  # unit behind the number
    "ANJ304": _N,  # 万 or 亿
    "ANJ305": _N,  # blank: not reported
    "ANJ306": _N,  # spaces
    "ANJ307": _N,  # year in another form
    "ANJ308": _N,  # a formula's stored value
    "ANJ309": _N,  # shown with fewer places than stored
    "ANJ310": _N,  # binary noise, read as fifteen digits
    "ANJ401": _E,  # numerator over denominator
    "ANJ402": _E,  # negative numerator, denominator not above zero
    "ANJ403": _E,  # the parts contradict the value
    "ANJ404": _E,  # parts without their value
    "ANJ405": _N,  # parts that can't be checked
    "ANJ406": _Q,  # truncated, not rounded
    "ANJ407": _Q,  # value and parts on different sides of the goal
    "ANJ408": _E,  # two reports, two values
    "ANJ409": _N,  # two reports, the same value
    "ANJ501": _E,  # previous differs from last year's report
    "ANJ502": _Q,  # a move above max_change
    "ANJ503": _Q,  # a total that falls
    "ANJ504": _E,  # a revision of a figure that is not there, or was another
    "ANJ505": _E,  # two revisions of one figure
    "ANJ506": _N,  # a figure revised
    "ANJ507": _E,  # a revision that gives no figure
    "ANJ508": _Q,  # a figure of the base year that differs from the catalogue's baseline
    "ANJ601": _N,  # a figure that the department does not lead
    "ANJ602": _N,  # a reference that was not reported
    "ANJ603": _N,  # a year before the plan: history
    "ANJ604": _N,  # a year after the plan
    "ANJ611": _N,  # a stale explanation
    "ANJ612": _N,  # an explanation of nothing
    "ANJ613": _E,  # an error can't be explained away
    "ANJ614": _E,  # an explanation without a reason
    "ANJ701": _E,  # the catalogue: shape or value
    "ANJ702": _E,  # unknown key
    "ANJ703": _E,  # required key missing
    "ANJ704": _E,  # exactly one comparator
    "ANJ705": _E,  # one name, two owners
    "ANJ706": _E,  # a quote without its number
    "ANJ707": _E,  # unit, parts and per
    "ANJ708": _E,  # unknown area, department, indicator or grade
    "ANJ709": _E,  # goal outside the possible range
}

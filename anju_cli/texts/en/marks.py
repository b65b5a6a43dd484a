"""The words of marked copies."""

MARKS: dict[str, str] = {
    "sheet": "anju findings",
    "title": "anju findings: {errors} {errors:error|errors}, {queries} {queries:query|queries}, "
    "{notes} {notes:note|notes}",
    "about": "anju added this sheet. It is no part of the return and is not read when the file is checked again; "
    "coloured cells carry a comment, and a click on a place leads to its cell.",
    "level": "Level",
    "place": "Place",
    "indicator": "Indicator",
    "written": "Written",
    "sentence": "What is wrong",
    "advice": "What to do",
    "whole_file": "the whole file",
    "nothing": "Nothing was found.",
    "more": "and {count} more",
    "advice_line": "What to do: {advice}",
    "on_line": "line {line}: {words}",
    "stop": ". ",
}

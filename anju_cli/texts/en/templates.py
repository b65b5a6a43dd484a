"""The words of the templates that `anju new` writes."""

TEMPLATE: dict[str, str] = {
    "title": "{plan} ({document}): report for {year}",
    "department": "department",
    "indicator": "indicator",
    # columns that are there to be read, and are passed over
    "number": "no.",
    "definition": "definition",
    "goal": "goal",
    "clause": "clause",
    "lead": "lead",
    # what stands in them
    "named": "{name}: {definition}",
    "parts": "Numerator: {numerator} ({numerator_unit}); denominator: {denominator} ({denominator_unit}).",
    "grades": "Grades, worst first: {grades}.",
    "unit_named": "Unit: {unit}.",
    "reference_only": "no target of its own: another indicator is held against it",
    # YAML: over the report, and over each figure
    "yaml_values": "Write behind the colons alone, with a space before: the number without its unit, as 28.4. How "
    "numbers may be written: anju explain numbers.",
    "yaml_missing": "Where there is no figure write pending, not applicable or withheld (for the last two say why in "
    "note), never “none” or “—”; a true zero is 0; what stays blank is not reported.",
    "yaml_previous": "A previous that is filled in is from last year's report, and is checked like any other number. "
    "Send the file back to whoever sent it to you.",
    "yaml_head": "{number}. {name}   unit: {unit}",
    "yaml_definition": "Definition: {definition}",
    "yaml_goal": "Goal: {goal}",
    "yaml_clause": "   clause: {clause}",
    # workbooks
    "sheet": "Report",
    "font": "Calibri",
    "page": "Page &P of &N",
    "ask_value": "Unit: {unit}. The number alone, without its unit. Where there is none choose pending, not "
    "applicable or withheld; for the last two say why in the note.",
    "ask_grade": "Choose the grade from the list. Where there is none choose pending, not applicable or withheld; for "
    "the last two say why in the note.",
    "ask_part": "{name}\nUnit: {unit}. Fill in both parts.",
    "ask_previous": "The figure of {year}, as in last year's report. Unit: {unit}.",
    "ask_source": "Where the figure is from, as: the bureau's statistics for {year}.",
    "ask_note": "What is to be said of the figure; why it is not applicable or withheld.",
    "no_grade_title": "There is no such grade",
    "no_grade": "Choose a grade from the list, or pending, not applicable or withheld.",
    # the sheet that says how to fill in
    "guide_sheet": "How to fill it in",
    "guide_title": "How to fill in this form",
    "guide_fill": "1. Where to write",
    "guide_missing": "2. Where there is no figure",
    "guide_numbers": "3. How numbers may be written",
    "guide_written": "written",
    "guide_verdict": "taken?",
    "guide_meaning": "what it means, or what to write instead",
}

#: How to fill it in, step by step.
STEPS: dict[str, str] = {
    "cells": "1. Fill in the pale yellow cells alone. The others are locked; add or delete no row or column, and "
    "change no name.",
    "value": "2. “value” is the figure of {year}: the number without its unit, in the unit of the form; 28.4 % is "
    "28.4 (28.4% is taken too). Grades are chosen from the list.",
    "parts": "3. “numerator” and “denominator” are filled in together, to check the value; the definition says what "
    "they count. Indicators without them have grey cells, which stay blank.",
    "previous": "4. Where “previous” is filled in, it is from last year's report and is checked like any other "
    "number: one that differs from last year's report is pointed out. Put it right if it is wrong, and tell whoever "
    "sent the form.",
    "remarks": "5. “source” says where the figure is from; “note” is for what is to be said of it. Where a definition "
    "is near but not this form's, the note begins with “口径相近”.",
    "queries": "6. Cells that come back yellow are to be checked: put them right; where one is true, add a sheet "
    "called explanations, with code, indicator, value and reason in its first row, and a row for each below.",
    "send": "7. When all is filled in, write prepared_by, reviewed_by and date below the table, save, and send this "
    "very file back to whoever sent it to you: no printout, no other format.",
}

#: What stands for a figure that is not there, and zero beside it: written so, taken or refused, and what it means.
MISSING: tuple[tuple[str, str, str], ...] = (
    ("(blank)", "taken", "not reported, and will be asked for; blank is not zero"),
    ("pending", "taken", "the figure is not out yet, and follows later"),
    ("not applicable", "taken", "the task does not concern this place; the note says why"),
    ("withheld", "taken", "not for the public; the note says why"),
    ("0", "taken", "zero indeed, judged as zero"),
    ("none  —  /  N/A", "refused", "leaves open which of these is meant: refused"),
)

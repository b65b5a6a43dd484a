"""What each finding says: the message, what to do next, and the few words under the caret.

By "CODE/kind" where a kind has words of its own, else by "CODE".
"""

MESSAGES: dict[str, tuple[str, str, str]] = {
    # 0 files and encoding
    "ANJ001": (
        "the file can't be read",
        "Check that it is still there and that you may read it, then check again.",
        "can't be read",
    ),
    "ANJ002": (
        "this is no regular file, so it was not read",
        "Name the report itself or a folder that opens; pipes and devices are not read.",
        "no regular file",
    ),
    "ANJ003": (
        "the file is larger than {limit} MB, so it was not read",
        "No yearly report is that large: check that it is the right file, or split it into several.",
        "too large",
    ),
    "ANJ004": (
        "this is not YAML, and nothing after it could be read (the parser says: {problem})",
        "Compare it with the lines around it and put it right; what follows was not checked.",
        "not read from here on",
    ),
    "ANJ004/wide_colon": (
        "the colon in line {line} is full-width (：); this line and what follows was not read",
        "Write a half-width colon and a space, as in “indicator: 78.5”, then check again.",
        "full-width colon",
    ),
    "ANJ004/tab": (
        "indented with a tab, so nothing after it could be read",
        "Indent with spaces, lines of one level alike; what follows was not checked.",
        "a tab",
    ),
    "ANJ004/start": (
        "nothing may begin with this character (such as %, @, ` or a tab), so nothing after it could be read",
        'Quote the whole value, as in unit: "%"; for a tab write spaces. What follows was not checked.',
        "can't begin like this",
    ),
    "ANJ004/indent": (
        "this line does not fit what stands before it, so nothing after it could be read",
        (
            "Check that it is indented like its neighbours and that no words follow a closing quote; what follows "
            "was not checked."
        ),
        "does not fit",
    ),
    "ANJ004/colon": (
        "a colon is missing on this line, so nothing after it could be read",
        "Write “name: content” with an ASCII colon and a space behind it; what follows was not checked.",
        "no colon",
    ),
    "ANJ004/value": (
        "one colon too many, or indented too far, so nothing after it could be read",
        "One “name: content” a line; quote a content that holds a colon. What follows was not checked.",
        "one colon too many",
    ),
    "ANJ004/quote": (
        "a quote is not closed, so nothing after it could be read",
        "Add the missing quote, the same kind as the first; what follows was not checked.",
        "not closed",
    ),
    "ANJ004/bracket": (
        "a bracket is not closed or a comma is missing, so nothing after it could be read",
        "Check that {{ }} and [ ] come in pairs with ASCII commas between; what follows was not checked.",
        "bracket or comma",
    ),
    "ANJ004/json_behind": (
        "the content has ended, and more stands behind it that was not read",
        "Delete the surplus, and check whether a bracket before it is closed too early.",
        "surplus",
    ),
    "ANJ004/json_bracket": (
        "the bracket “{bracket}” does not pair with the one before it; nothing after it could be read",
        "Check that {{ }} and [ ] come in pairs; what follows was not checked.",
        "does not pair",
    ),
    "ANJ004/json_colon": (
        "one colon too many",
        "One colon stands between a name and its content; delete this one, then check again.",
        "one colon too many",
    ),
    "ANJ004/json_comma": (
        "one comma too many",
        "No comma stands behind the last entry or where there is no content; delete it, then check again.",
        "one comma too many",
    ),
    "ANJ004/json_comment": (
        "JSON takes no comments",
        "Delete the comment; what is to be said goes into note (备注). Then check again.",
        "comment",
    ),
    "ANJ004/json_escape": (
        "the escape “{written}” stands for no character",
        "Write a backslash itself as \\\\; Chinese needs no escapes. Then check again.",
        "no such escape",
    ),
    "ANJ004/json_key": (
        "the name “{written}” has no quotes",
        "Put the name into straight double quotes, then check again.",
        "names need quotes",
    ),
    "ANJ004/json_no_colon": (
        "a colon is missing between a name and its content",
        "Add an ASCII colon between the two, then check again.",
        "no colon before it",
    ),
    "ANJ004/json_no_comma": (
        "a comma is missing between two entries",
        "Add an ASCII comma before this one, then check again.",
        "no comma before it",
    ),
    "ANJ004/json_open": (
        "this bracket is not closed",
        "Add “{bracket}” where it ends, then check again.",
        "not closed",
    ),
    "ANJ004/json_quotes": (
        "these are not straight double quotes",
        'Write both as straight double quotes ("), then check again.',
        "other quotes",
    ),
    "ANJ004/json_space": (
        "a blank that JSON does not take: {written}",
        "Delete it, or write a plain space, then check again.",
        "not a plain space",
    ),
    "ANJ004/json_string": (
        "a quote is not closed, so nothing after it could be read",
        "Add the missing double quote; a text may not run over a line's end. What follows was not checked.",
        "not closed",
    ),
    "ANJ004/json_tab": (
        "a tab within quotes",
        "Delete it, or write a plain space, then check again.",
        "a tab",
    ),
    "ANJ004/json_value": (
        "nothing stands behind a name",
        'Fill in its content; where there is no figure write null or "待报" (pending). Then check again.',
        "no content before it",
    ),
    "ANJ004/json_wide": (
        "the mark “{written}” is full-width",
        "Write the ASCII mark, then check again.",
        "full-width",
    ),
    "ANJ004/json_word": (
        "“{written}” has no quotes",
        "Put texts into straight double quotes; of a figure write the digits alone, as in 78.5. Then check again.",
        "no quotes",
    ),
    "ANJ005": (
        "the file is damaged: the byte {byte} here is no {encoding}",
        "Save it again from the original as UTF-8; this file was not checked.",
        "damaged byte",
    ),
    "ANJ006": (
        "the file's encoding or format is not read",
        "Save it as a text file in UTF-8.",
        "not read",
    ),
    "ANJ006/binary": (
        "this is no text file; it looks like a workbook, an archive, a PDF or a picture",
        "Save the figures as a text file in UTF-8; renaming the file does not help.",
        "no text",
    ),
    "ANJ006/utf32": (
        "the file is in UTF-32, which is not read",
        "Save it as UTF-8.",
        "UTF-32",
    ),
    "ANJ006/nul": (
        "the file begins with null bytes: no text, or UTF-16 without its mark",
        "Save it as UTF-8.",
        "no text",
    ),
    "ANJ007": (
        "the file is not UTF-8; it was read as GB18030",
        "Look whether the Chinese is right; when saving, choose UTF-8 from now on.",
        "read as GB18030",
    ),
    "ANJ008": (
        "the file is empty",
        "Fill in the year and the figures; where there is none yet write 待报 (pending), not an empty file.",
        "nothing here",
    ),
    "ANJ008/no_figures": (
        "the report has no figures",
        (
            "Fill in “indicator: figure” beneath figures (填报数), one a line; where there is none yet write 待报 "
            "(pending)."
        ),
        "no figures",
    ),
    "ANJ008/json_no_figures": (
        "the report has no figures",
        (
            'Fill in each indicator and its figure within the braces of "figures" (填报数); where there is none yet '
            'write "待报" (pending).'
        ),
        "no figures",
    ),
    "ANJ009": (
        "here is a character that no YAML file may hold: {character}",
        "Delete it (it mostly comes with copy and paste) and type this place anew; this file was not checked.",
        "not allowed",
    ),
    "ANJ009/json": (
        "here is a character that no text file may hold: {character}",
        "Delete it (it mostly comes with copy and paste) and type this place anew; this file was not checked.",
        "not allowed",
    ),
    "ANJ010": (
        "an anchor, alias, merge key or tag; a report takes none",
        "Write each figure in its own place.",
        "not taken",
    ),
    "ANJ010/alias": (
        "*{name} stands for something written elsewhere; a report takes no aliases",
        "Write the figure here; if the asterisk is a remark, move it to note (备注).",
        "alias",
    ),
    "ANJ010/anchor": (
        "&{name} is an anchor; a report takes none",
        "Delete &{name} and write each figure in its own place; quote the & if it is part of a text.",
        "anchor",
    ),
    "ANJ010/merge": (
        "the merge key << takes in what is written elsewhere; a report takes none",
        "Write the entries out, one by one.",
        "merge key",
    ),
    "ANJ010/tag": (
        "{name} is a type tag; a report takes none",
        "Delete the tag and write the figure or text alone; quote the exclamation mark if it is part of a text.",
        "type tag",
    ),
    "ANJ011": (
        "several documents in one file (parted by ---); only the first was read",
        "Save each report as a file of its own.",
        "the second begins here",
    ),
    "ANJ011/json": (
        "several documents in one file; only the first was read",
        "Save each report as a file of its own.",
        "the second begins here",
    ),
    "ANJ012": (
        "nested too deep or too much of it; nothing after it was read",
        "Check that it is the right file.",
        "not read from here on",
    ),
    "ANJ012/depth": (
        "brackets or indents are nested more than {limit} deep; nothing after it was read",
        "A report needs five levels: check for surplus brackets, or whether it is the right file.",
        "too deep",
    ),
    "ANJ012/count": (
        "more than {limit} entries; nothing after it was read",
        "Check that it is the right file, or split it into several.",
        "too many",
    ),
    "ANJ012/json_depth": (
        "brackets are nested more than {limit} deep; nothing after it was read",
        "A report needs five levels: check for surplus brackets, or whether it is the right file.",
        "too deep",
    ),
    "ANJ013": (
        "this is the catalogue in use, not a report; passed over",
        "Nothing to do; the catalogue and the reports are best kept apart.",
        "the catalogue",
    ),
    "ANJ014": (
        "the same file was named twice; it was read once",
        "Nothing to do; look whether another file was meant.",
        "same file",
    ),
    # 1 structure and names
    "ANJ101": (
        "this is no report: it has none of the keys, such as year (年度) or figures (填报数)",
        "A report needs at least year and figures; if they are there, check for ASCII colons with a space behind.",
        "no report",
    ),
    "ANJ101/json": (
        "this is no report: it has none of the keys, such as year (年度) or figures (填报数)",
        "A report needs at least year and figures, within the outermost braces.",
        "no report",
    ),
    "ANJ102": (
        "there is no key “{key}”",
        "Use one of the keys that a report has, or delete this entry; nothing under an unknown key is taken.",
        "unknown key",
    ),
    "ANJ102/near": (
        "there is no key “{key}”",
        "Did you mean {near}? Put it right; nothing under an unknown key is taken.",
        "did you mean {near}?",
    ),
    "ANJ103": (
        "this entry lacks “{key}”",
        "Every explanation needs code (代码), indicator (指标), value (完成值) and reason (理由).",
        "lacks “{key}”",
    ),
    "ANJ103/revision": (
        "this revision lacks “{key}”",
        "Every revision needs indicator (指标), year (年度), was (原数), value (现数) and reason (理由).",
        "lacks “{key}”",
    ),
    "ANJ103/empty": (
        "this revision gives no reason",
        "Write into reason (理由) why the figure is restated; blank or 无 is no reason.",
        "no reason",
    ),
    "ANJ104": (
        "this does not have the shape of a report",
        "Compare it with the sample (anju explain ANJ104) and put it right.",
        "wrong shape",
    ),
    "ANJ104/colon": (
        "“{written}” under “{key}” was not read as “name: value”",
        "Write a half-width colon and a space behind it, as in “indicator: 78.5”, then check again.",
        "not the colon",
    ),
    "ANJ104/list": (
        "what stands under “{key}” has the wrong shape and was not read",
        (
            "Beneath figures write “indicator: figure” a line, or {{value: figure, note: text}}; each entry of "
            "explanations and revisions begins with “- ”."
        ),
        "wrong shape",
    ),
    "ANJ104/text": (
        "“{key}” takes one value; here are several",
        "Write one figure or one text, without brackets, braces or entries beneath.",
        "one value only",
    ),
    "ANJ104/key": (
        "a name belongs before the colon; here stands a list or a mapping",
        "Write “name: content”; replace placeholders such as {{{{ }}}} by what they stand for.",
        "not a name",
    ),
    "ANJ104/json_key": (
        "a name is a text; here stands a list or an object",
        "Write the name as a text in double quotes.",
        "not a name",
    ),
    "ANJ104/json_shape": (
        "what stands under “{key}” has the wrong shape and was not read",
        (
            "Beneath figures stand braces with an indicator and its figure in each entry; beneath explanations and "
            "revisions stand square brackets with braces for each entry."
        ),
        "wrong shape",
    ),
    "ANJ105": (
        "the catalogue has no indicator “{key}”",
        "Look its name up with anju targets and put it right; delete figures that the plan does not ask for.",
        "unknown indicator",
    ),
    "ANJ105/near": (
        "the catalogue has no indicator “{key}”",
        "Did you mean {near}? Put it right; no figure under an unknown name is taken.",
        "did you mean {near}?",
    ),
    "ANJ106": (
        "the year is wrong",
        "Write a year of four digits, as in year: 2019.",
        "wrong year",
    ),
    "ANJ106/form": (
        "the year “{year}” is not four digits",
        "Write four digits and nothing else, as in 2019; a report is about one year.",
        "four digits needed",
    ),
    "ANJ106/outside": (
        "the year {year} is outside {first} to {last}",
        "Check whether the year is mistyped.",
        "{first} to {last} only",
    ),
    "ANJ106/not_earlier": (
        "the year {year} to be revised is not earlier than this return's own",
        "A revision is for a figure of an earlier year; correct this year's figure itself.",
        "must be earlier",
    ),
    "ANJ106/missing": (
        "the year is missing",
        "Add a line year (年度) with the year that this report is about, as in year: 2019.",
        "no year",
    ),
    "ANJ106/json_missing": (
        "the year is missing",
        'Add "year" (年度) with the four digits of the year that this report is about.',
        "no year",
    ),
    "ANJ107": (
        "there is no department “{key}”",
        "Write a department's name or short name as the catalogue has it (see anju targets).",
        "unknown department",
    ),
    "ANJ107/near": (
        "there is no department “{key}”",
        "Did you mean {near}? Put it right.",
        "did you mean {near}?",
    ),
    "ANJ108": (
        "“{key}” holds characters that can't be seen or pass for others: {characters}",
        "Delete it and type it anew; do not copy and paste.",
        "holds {characters}",
    ),
    "ANJ108/hidden": (
        "the {field} “{key}” holds characters that can't be seen or pass for others: {characters}",
        "The reporting unit deletes it and types it anew, without copy and paste.",
        "holds {characters}",
    ),
    "ANJ109": (
        "“{key}” can't be “{written}”",
        "Choose one of: {choices}.",
        "not a choice",
    ),
    "ANJ110": (
        "“{key}” is the same as “{first}” on line {line}: filled in twice",
        "Delete one of them; anju does not choose for you.",
        "again",
    ),
    "ANJ110/different": (
        "“{key}” is the same as “{first}” on line {line}: filled in twice, and differently",
        "The reporting unit checks which is right and deletes the other; anju does not choose for you.",
        "again, differently",
    ),
    "ANJ110/reason": (
        "one query ({code}) has two explanations",
        "Keep one of them; anju does not choose for you.",
        "the second one",
    ),
    "ANJ110/same": (
        "“{key}” is the same as “{first}” on line {line}: filled in twice",
        "Both say the same: delete one of them.",
        "again, the same",
    ),
    "ANJ111": (
        "“{key}” was read as “{name}”; its spaces, punctuation, case or width differ",
        "Look whether that is right, and write it as the catalogue does from now on.",
        "read as “{name}”",
    ),
    "ANJ112": (
        "a figure of “{key}” is written as a block (| or >)",
        "Drop the | or > and write the figure behind the colon, on the same line.",
        "a block is no figure",
    ),
    "ANJ113": (
        "this is a catalogue, not a report",
        "Give anju check the reports; to use another catalogue name it with --targets.",
        "a catalogue",
    ),
    "ANJ114": (
        "the region is all but “{name}”, one character more, less or out of place",
        "Write “{name}” if that is meant; another region's name is written in full.",
        "did you mean “{name}”?",
    ),
    "ANJ115": (
        "“{region}” is not the plan's region (“{name}”); judged for comparison only",
        "Nothing to do; if “{name}” was meant, put the region right.",
        "for comparison",
    ),
    # 2 values and units
    "ANJ201": (
        "the {field} “{written}” is no number",
        "The reporting unit writes one exact number, as in 78.5; for the forms see anju explain numbers.",
        "no number",
    ),
    "ANJ201/error_value": (
        "the {field} “{written}” is a spreadsheet's error value",
        "Mend the formula in the original sheet and write the number; if there is none write 待报 (pending).",
        "error value",
    ),
    "ANJ201/formula": (
        "the {field} “{written}” is a formula, not a number",
        "Write the number that the formula gives, not the formula.",
        "formula",
    ),
    "ANJ201/boolean": (
        "the {field} “{written}” says yes or no; it is no number",
        "Write the number; for a coverage write 100 where it is complete, else the actual share.",
        "yes/no is no number",
    ),
    "ANJ201/not_finite": (
        "the {field} “{written}” is not a finite number",
        (
            "Mostly a division by zero: check the denominator; if there is no figure write 待报 (pending) or "
            "不适用 (not applicable)."
        ),
        "not finite",
    ),
    "ANJ201/points": (
        "the {field} “{written}” is in percentage points; a level is asked for, not a change",
        "Write the level reached in the year, as in 78.5; the change against the year before is worked out by anju.",
        "level, not change",
    ),
    "ANJ201/words": (
        "the {field} “{written}” has a word such as 约, 左右 or 以上; it is not exact",
        "Write the exact number alone, as in 80.3; what is to be said about it goes into note (备注).",
        "not exact",
    ),
    "ANJ201/tenths": (
        "the {field} “{written}” counts in tenths (成, 折)",
        "Write the exact percentage, as in 80.3, not 八成.",
        "tenths",
    ),
    "ANJ201/date": (
        "the {field} “{written}” is a date, not a number",
        "Write the number; if a spreadsheet turned it into a date, format the cell as a number and type it anew.",
        "date",
    ),
    "ANJ201/clock": (
        "the {field} “{written}” is a time or a ratio, not a number",
        "Write a ratio such as 1:30 as one number in the unit asked.",
        "time or ratio",
    ),
    "ANJ201/radix": (
        "the {field} “{written}” is hexadecimal, octal or binary",
        "Write a plain decimal number.",
        "not decimal",
    ),
    "ANJ201/underscore": (
        "the {field} “{written}” has an underscore",
        "Leave it out, as in 1200 or 1,200; check first whether it is a slip of the keyboard.",
        "underscore",
    ),
    "ANJ201/exponent": (
        "the {field} “{written}” is in scientific notation",
        "Write a plain number, as in 1200000 or 120万.",
        "exponent",
    ),
    "ANJ201/range": (
        "the {field} “{written}” is a range, not one number",
        "Write the one number at year end (or for the year); if there is none yet write 待报 (pending).",
        "range",
    ),
    "ANJ201/unit_alone": (
        "the {field} “{written}” is a unit without a number",
        "Write the number before the unit, as in 17.8/10万, or just 17.8.",
        "unit alone",
    ),
    "ANJ201/fraction": (
        "the {field} “{written}” is a fraction",
        "Write a decimal number; the parts may go into numerator (分子) and denominator (分母).",
        "fraction",
    ),
    "ANJ201/leading_zero": (
        "the {field} “{written}” begins with a 0: a number of a list, a lost point or a slip",
        "Check it: thirty-five is 35, 0.35 has its point.",
        "leading zero",
    ),
    "ANJ201/point": (
        "the {field} “{written}” has no digit before or behind its point",
        "Write it in full, as in 0.5 or 80; check first whether a digit was lost.",
        "incomplete point",
    ),
    "ANJ201/thousands": (
        "the {field} “{written}” has its commas in the wrong places",
        (
            "A comma stands before every three digits, as in 1,200, or not at all; the decimal point is “.”. Check "
            "first whether a digit was lost."
        ),
        "misplaced comma",
    ),
    "ANJ201/chinese": (
        "the {field} “{written}” is in Chinese numerals",
        "Write digits, as in 80; 万 and 亿 may stand behind them, as in 23.41万.",
        "Chinese numerals",
    ),
    "ANJ201/two_numbers": (
        "the {field} “{written}” holds more than one number",
        "Leave one number; anything else goes into note (备注).",
        "more than one",
    ),
    "ANJ201/too_long": (
        "the {field} is too long for a number: “{written}”",
        "Write the number alone; words go into note (备注).",
        "too long",
    ),
    "ANJ201/too_many_digits": (
        "the {field} “{written}” has more than 15 significant digits",
        "No statistic is that exact; it is mostly a spreadsheet's noise: round it to the digits it should have.",
        "too many digits",
    ),
    "ANJ201/not_a_number": (
        "the {field} “{written}” is no number",
        (
            "Write one, as in 78.5; where there is none leave it blank or write 待报 (pending), 不适用 (not "
            "applicable) or 涉密 (withheld)."
        ),
        "no number",
    ),
    "ANJ202": (
        "the unit is “{unit}”; here it is “{found}”",
        "The reporting unit converts the figure to “{unit}”; anju converts nothing.",
        "another unit",
    ),
    "ANJ202/behind": (
        "the {field} “{written}” is asked in “{unit}”; behind the number stands “{found}”",
        (
            "The reporting unit converts the figure to “{unit}”; the unit may be left out behind it. anju converts "
            "nothing."
        ),
        "not “{unit}”",
    ),
    "ANJ202/stated": (
        "the unit is stated as “{found}”; this indicator is asked in “{unit}”",
        (
            "Check in which unit the figure is: put the unit right, or convert the figure if it is in “{found}”; "
            "anju converts nothing."
        ),
        "should be “{unit}”",
    ),
    "ANJ203": (
        "the {field} must be whole; here it is {amount} {unit}",
        "It is counted one by one and has no decimals; the reporting unit checks it and puts it right.",
        "must be whole",
    ),
    "ANJ204": (
        "the {field} is outside the possible range: {amount} {unit}",
        "The reporting unit checks it and puts it right; anju changes no figure.",
        "impossible",
    ),
    "ANJ204/high": (
        "the {field} is outside the possible range: {amount} {unit} ({high} at most)",
        (
            "A lost point, a zero too many, or another figure? The reporting unit checks it and puts it right; "
            "anju changes no figure."
        ),
        "can't exceed {high}",
    ),
    "ANJ204/low": (
        "the {field} is outside the possible range: {amount} {unit} ({low} at least)",
        (
            "A minus sign too many, or a change instead of a level? The reporting unit checks it and puts it right;"
            " anju changes no figure."
        ),
        "can't be below {low}",
    ),
    "ANJ205": (
        "the {field} “{written}” looks like a fraction; a percentage is asked for",
        (
            "If {understood} % is meant, the reporting unit writes that; if it is really so small, give its parts, "
            "or a reason under explanations (说明)."
        ),
        "{understood} %?",
    ),
    "ANJ206": (
        "the {field} “{written}” is above {per} and looks like a total; a ratio ({unit}) is asked for",
        (
            "The reporting unit checks it: write the ratio if it is a total; if it is the ratio, give a reason "
            "under explanations (说明)."
        ),
        "looks like a total",
    ),
    "ANJ207": (
        "there is no grade “{written}”",
        "Write one of: {grades}.",
        "unknown grade",
    ),
    "ANJ208": (
        "the {field} is “{written}”, which leaves open why there is no figure",
        (
            "Leave it blank, or write 待报 (pending), 不适用 (not applicable) or 涉密 (withheld); if it really is "
            "zero write 0."
        ),
        "why?",
    ),
    "ANJ209": (
        "no figure, and no reason in its note",
        "Write the reason into note (备注).",
        "no reason",
    ),
    "ANJ209/not_applicable": (
        "“{written}” without a reason in its note",
        "Write into note (备注) why it does not apply.",
        "why not applicable?",
    ),
    "ANJ209/withheld": (
        "“{written}” without a reason in its note",
        "Write into note (备注) on what ground it is withheld, without the figure.",
        "on what ground?",
    ),
    # 3 form that was accepted with a note
    "ANJ301": (
        "full-width digits or signs: the {field} “{written}” was read as {understood} {unit}",
        "Nothing to do; write them half-width from now on.",
        "read as {understood}",
    ),
    "ANJ302": (
        "thousands separators: the {field} “{written}” was read as {understood} {unit}",
        "Nothing to do; the commas may be left out.",
        "read as {understood}",
    ),
    "ANJ303": (
        "a unit behind the number: the {field} “{written}” was read as {understood} {unit}",
        "Nothing to do; write the number alone from now on.",
        "read as {understood}",
    ),
    "ANJ304": (
        "万 or 亿 behind the number: the {field} “{written}” was read as {understood} {unit}",
        "Look whether that is right; write the number in {unit} from now on.",
        "read as {understood}",
    ),
    "ANJ305": (
        "the {field} is blank and counts as not reported (blank is not zero)",
        "Fill it in; if the figure is still to come write 待报 (pending); if it is zero write 0.",
        "blank",
    ),
    "ANJ306": (
        "spaces around the {field}, which was read as {understood} {unit}",
        "Nothing to do; leave the spaces out from now on.",
        "read as {understood}",
    ),
    "ANJ307": (
        "the year is written in another form and was read as {year}",
        "Nothing to do; write four digits alone from now on.",
        "read as {year}",
    ),
    # 4 across figures
    "ANJ401": (
        "the numerator {amount} is above the denominator {denominator}; a part can't exceed its whole",
        "Are the two swapped, or counted in different ways? The reporting unit checks them and puts them right.",
        "above the denominator",
    ),
    "ANJ402": (
        "the {field} makes no sense: {amount}",
        "The reporting unit checks it and puts it right.",
        "makes no sense",
    ),
    "ANJ402/negative": (
        "the {field} is negative: {amount}",
        "Nothing that is counted is below zero; the reporting unit checks it and puts it right.",
        "can't be negative",
    ),
    "ANJ402/zero": (
        "the {field} is 0, so there is no rate",
        (
            "If there really was nobody to count, write 不适用 (not applicable) with a note and delete the parts; "
            "else put it right."
        ),
        "can't be 0",
    ),
    "ANJ403": (
        "the {field} “{written}” contradicts its parts: {numerator} ÷ {denominator} gives {given} {unit}",
        (
            "At least one of the three is wrong; the reporting unit checks them and puts them right; anju does not "
            "choose for you."
        ),
        "the parts give {given}",
    ),
    "ANJ404": (
        "the parts are there, the {field} is not (the parts give {given} {unit})",
        "The reporting unit fills in the {field}; what the parts give is shown for checking and not taken.",
        "no {field}",
    ),
    "ANJ405": (
        "the parts were not checked",
        "Nothing to do.",
        "not checked",
    ),
    "ANJ405/alone": (
        "only the {field} is given, so the value can't be checked against it",
        "Give both parts or neither.",
        "{field} alone",
    ),
    "ANJ405/unasked": (
        "this indicator has no parts; the {field} was not checked",
        "Nothing to do; it may be deleted.",
        "not checked",
    ),
    "ANJ406": (
        "the {field} “{written}” looks truncated, not rounded: the parts give {given} {unit}",
        "The reporting unit rounds half to even and writes that, or gives a reason under explanations (说明).",
        "the parts give {given}",
    ),
    "ANJ407": (
        "the {field} “{written}” and its parts ({given}) lie on different sides of the goal {goal}",
        (
            "The reporting unit checks it; it mostly comes from rounding: give one more decimal, or a reason under "
            "explanations (说明)."
        ),
        "the parts give {given}",
    ),
    "ANJ407/met": (
        "the {field} “{written}” meets the goal {goal}; its parts give {given}, which does not",
        (
            "The reporting unit checks it; it mostly comes from rounding: give one more decimal, or a reason under "
            "explanations (说明)."
        ),
        "the parts give {given}",
    ),
    "ANJ407/missed": (
        "the {field} “{written}” misses the goal {goal}; its parts give {given}, which meets it",
        (
            "The reporting unit checks it; it mostly comes from rounding: give one more decimal, or a reason under "
            "explanations (说明)."
        ),
        "the parts give {given}",
    ),
    "ANJ408": (
        "two reports differ: {path} says “{first}”, this one “{second}”",
        "Neither is taken; those concerned agree on the right one and report it once.",
        "differs",
    ),
    "ANJ409": (
        "{path} reports the same figure (“{first}”); it counts once",
        "Nothing to do; let one report have it from now on.",
        "the same again",
    ),
    # 5 across years
    "ANJ501": (
        "the {field} “{written}” differs from last year's report, which says {reported} {unit}",
        "The reporting unit checks which is right and mends the other; anju does not choose for you.",
        "last year's report: {reported}",
    ),
    "ANJ502/up": (
        "the {field} “{written}” rose by {move} {change} from {before} the year before; {most} is usual at most",
        "The reporting unit checks it: put it right, or, if it is true, give the reason under explanations (说明).",
        "rose by {move}",
    ),
    "ANJ502/down": (
        "the {field} “{written}” fell by {move} {change} from {before} the year before; {most} is usual at most",
        "The reporting unit checks it: put it right, or, if it is true, give the reason under explanations (说明).",
        "fell by {move}",
    ),
    "ANJ502": (
        "the {field} “{written}” moved by {move} {change} from {before} the year before; {most} is usual at most",
        "The reporting unit checks it: put it right, or, if it is true, give the reason under explanations (说明).",
        "moved by {move}",
    ),
    "ANJ503": (
        "the {field} “{written}” is a running total, yet less than the {before} of the year before",
        (
            "The reporting unit checks it: write the total if it is the year's own count; if true (an audit's "
            "correction, say), give the reason under explanations (说明)."
        ),
        "a total that falls",
    ),
    "ANJ504": (
        "“{was}” of {year} is to be revised to “{value}”, yet that year reported “{standing}”",
        "Check indicator, year and was (原数) against that year's return, then revise again.",
        "not what was reported",
    ),
    "ANJ504/unread": (
        "the old figure “{was}” of this revision of {year} is no exact figure",
        "Write the old figure as that year's report has it; if what was reported is no figure, put that report right.",
        "no figure",
    ),
    "ANJ505": (
        "one figure of {year} is revised twice",
        "Keep one of them; anju does not choose for you.",
        "revised again, to {value}",
    ),
    "ANJ506": (
        "{by} revised “{was}” of {year} to “{value}”, for this reason: {reason}",
        "Nothing to do; that year is judged by the revised figure.",
        "revised from {was}",
    ),
    "ANJ506/alone": (
        "“{was}” of {year} is to be revised to “{value}”, but no return of that year was read: not applied",
        "To apply it, check that year's return along with this one.",
        "not applied",
    ),
    "ANJ506/file": (
        "the report {by} restates the “{was}” of {year} as “{value}”, for the reason: {reason}",
        "Nothing to do; that year is judged by the new figure. With a department or name it also says who restates.",
        "was {was}",
    ),
    "ANJ507": (
        "the “{was}” of {year} is to be restated as “{value}”, which is no figure",
        "Write the exact new figure; to withdraw one, put that year's own report right.",
        "no figure",
    ),
    "ANJ507/same": (
        "the “{was}” of {year} is to be restated as “{value}”, which is the same number",
        "What does not change needs no revision: take it out; to correct parts, put that year's own report right.",
        "no change",
    ),
    # 6 coverage and timing
    "ANJ601": (
        "{department} does not lead this indicator ({leads} does); taken all the same",
        "Nothing to do; agree with the department that leads, lest two reports differ.",
        "led by {leads}",
    ),
    "ANJ602": (
        "“{reference_en}” was not reported, so this one can't be judged against it",
        "Report {id} as well.",
        "no reference",
    ),
    "ANJ603": (
        "{year} is before the plan's period {first} to {last}: a base and history, not judged",
        "Nothing to do.",
        "history",
    ),
    "ANJ604": (
        "{year} is after the plan's period {first} to {last}: judged, and marked as such",
        "Nothing to do; look whether the year is right.",
        "after the period",
    ),
    "ANJ611": (
        (
            "the explanation of {code} is stale: it was about “{value}”, the figure is now “{now}” (its reason: "
            "{reason})"
        ),
        "Check the figure as it is now, and explain it anew or put it right; until then the query stands.",
        "the figure has moved",
    ),
    "ANJ612": (
        "there is nothing for this explanation of {code} to explain: the figure has no such query",
        "Delete it, or check whether code and indicator are right.",
        "no such query",
    ),
    "ANJ612/code": (
        "there is no code “{code}”; this explanation does nothing",
        "Write the code of the query it explains, as in ANJ205, or delete it.",
        "no such code",
    ),
    "ANJ613": (
        "{code} is an error and can't be explained away",
        (
            "The reporting unit puts the figure right and deletes this explanation; only queries may stand with a "
            "reason."
        ),
        "can't be explained",
    ),
    "ANJ614": (
        "the explanation of {code} gives no reason",
        "Write into reason (理由) why the figure is true; blank or 无 is no reason.",
        "no reason",
    ),
    # 7 catalogue
    "ANJ701": (
        "this is not what the catalogue needs here",
        "Compare it with the sample (anju explain ANJ701) and put it right.",
        "not as it should be",
    ),
    "ANJ701/shape": (
        "this is no catalogue",
        "A catalogue has catalogue and indicators; check whether --targets names the right file.",
        "no catalogue",
    ),
    "ANJ701/form": (
        "“{key}” does not have the shape that the catalogue needs",
        "Compare it with the sample: one value, a list [ ] or entries {{ }}.",
        "wrong shape",
    ),
    "ANJ701/literal": (
        "“{key}” can't be “{written}”",
        "Choose one of: {expected}.",
        "not a choice",
    ),
    "ANJ701/number": (
        "“{key}” needs a plain number",
        "Write digits and a decimal point alone, without unit, commas or words.",
        "no plain number",
    ),
    "ANJ701/year": (
        "the year “{written}” is not four digits",
        "Write four digits alone, as in 2020.",
        "no year",
    ),
    "ANJ701/flag": (
        "“{key}” takes true or false only",
        "The comparators complete, rises, falls and does_not_fall take true.",
        "not true or false",
    ),
    "ANJ701/text": (
        "“{key}” needs a text",
        "Write one; delete the whole line of an optional key that is not used.",
        "no text",
    ),
    "ANJ701/schedule": (
        "a target has either by (its due year) or every_year: true",
        "Write by: 2020 for what is due by a year, every_year: true for what is due each year.",
        "due when?",
    ),
    "ANJ701/order": (
        "the two numbers are in the wrong order, or a band is negative",
        "The lower (earlier) one comes first; within is not below zero.",
        "wrong order",
    ),
    "ANJ701/years": (
        "years does not take in the whole period",
        "Let years begin before the plan's period and end after it.",
        "shorter than period",
    ),
    "ANJ701/due": (
        "the due year is outside years",
        "Check the due year; if it is right, widen years.",
        "outside years",
    ),
    "ANJ701/milestones": (
        "milestones lie before the due year, and the target has by",
        "Check the years; a target that is due every year has no milestones.",
        "not before the due year",
    ),
    "ANJ701/total": (
        "a total (kind: total) counts from zero: a baseline of it can only be 0",
        "Leave baseline out, or give value 0 and the year before counting began.",
        "counts from zero",
    ),
    "ANJ701/baseline": (
        "the baseline lies before the due year and before every milestone",
        "Check the years of baseline, milestones and by.",
        "not after the baseline",
    ),
    "ANJ701/unpaced": (
        "such a target has no number to reach and takes no milestones",
        "Leave milestones out, or choose a comparator with a number (at_least, say).",
        "no milestones here",
    ),
    "ANJ701/monotone": (
        "the milestones do not come nearer to the goal year by year",
        "Check each milestone: none may turn back or go past the goal.",
        "turns back",
    ),
    "ANJ701/pair": (
        "“{key}” takes two numbers, as in [1, 2]",
        "Write [lower, upper].",
        "two numbers",
    ),
    "ANJ701/about": (
        "“{key}” takes {{value: number, within: band}}",
        "How wide 左右 is, a person decides: put it into within and say why in editorial.",
        "wrong form",
    ),
    "ANJ701/grade": (
        "“{key}” names a grade that is not in the indicator's grades",
        "Write one of grades, to the letter; grades go from worst to best.",
        "unknown grade",
    ),
    "ANJ701/indicator": (
        "“{key}” takes the id of another indicator",
        "Write an id from indicators.",
        "an id is needed",
    ),
    "ANJ702": (
        "the catalogue has no key “{key}”",
        "Put it right or delete it; no unknown key is taken.",
        "unknown key",
    ),
    "ANJ702/near": (
        "the catalogue has no key “{key}”",
        "Did you mean {near}? Put it right; no unknown key is taken.",
        "did you mean {near}?",
    ),
    "ANJ703": (
        "the required key “{key}” is missing",
        "Add it.",
        "lacks “{key}”",
    ),
    "ANJ703/promises": (
        "the whole catalogue has no target (“{key}”)",
        "At least one indicator has targets; without any there is nothing to judge.",
        "no target",
    ),
    "ANJ704": (
        "a target has exactly one comparator; here are [{keys}]",
        "Leave one (at_least, say); two demands are two targets.",
        "exactly one comparator",
    ),
    "ANJ704/twice": (
        "two targets of one indicator use the comparator “{key}”",
        "Make them one, or make another indicator.",
        "used twice",
    ),
    "ANJ705": (
        "“{name}” is used twice",
        "Change one of them.",
        "used twice",
    ),
    "ANJ705/indicators": (
        "“{name}” names both {first} and {second}",
        "Change one of them, or a figure would have two owners.",
        "also names {first}",
    ),
    "ANJ705/departments": (
        "“{name}” names both {first} and {second}",
        "Change one of them.",
        "also names {first}",
    ),
    "ANJ705/grades": (
        "one grade stands twice in {name}",
        "Delete one; grades go from worst to best, each once.",
        "a grade twice",
    ),
    "ANJ706": (
        "the quote does not have the target's number {number}",
        "Look into the plan: mend the number, or quote the words that have it, to the letter.",
        "no {number}",
    ),
    "ANJ707": (
        "unit, parts and per do not fit together",
        "value = numerator ÷ denominator × per; all three are there, and fit the unit.",
        "does not fit",
    ),
    "ANJ707/one_part": (
        "only one of numerator and denominator is there",
        "Write both or neither.",
        "one is missing",
    ),
    "ANJ707/per": (
        "a numerator without per",
        "Add per: 100 for %, 1000 for ‰, 100000 for 1/10万.",
        "no per",
    ),
    "ANJ707/per_alone": (
        "per without parts, or not above zero",
        "Add numerator and denominator, or delete per; per is above zero.",
        "wrong per",
    ),
    "ANJ707/forms": (
        "“{name}” is no way to write “{unit}”: the unit's own 万 or 亿 is missing",
        "Write it whole, such as 5万元 where the unit is 万元, or take the form out.",
        "万 or 亿 is missing",
    ),
    "ANJ707/reference": (
        "the indicator “{name}” it is held against has the unit “{unit}”, not this one's",
        "Two indicators can only be compared in one unit.",
        "another unit",
    ),
    "ANJ707/percent": (
        "the unit is %, yet per is not 100",
        "Make per 100, or put the unit right.",
        "should be 100",
    ),
    "ANJ707/complete": (
        "complete (the whole) is for indicators in % only",
        "Use at_least, or make the unit %.",
        "for % only",
    ),
    "ANJ708": (
        "the catalogue has no “{name}”",
        "Put it right, or enter it first.",
        "not entered",
    ),
    "ANJ708/area": (
        "areas has no “{name}”",
        "Put it right, or enter it in areas first.",
        "unknown area",
    ),
    "ANJ708/department": (
        "departments has no “{name}”",
        "Put it right, or enter it in departments first; its full name is needed here.",
        "unknown department",
    ),
    "ANJ708/indicator": (
        "indicators has no “{name}” to be held against",
        "Put the id right, or enter that indicator first.",
        "unknown indicator",
    ),
    "ANJ708/itself": (
        "“{name}” is held against itself",
        "Write the id of another indicator behind not_below.",
        "this very indicator",
    ),
    "ANJ708/grades": (
        "the comparator “{name}” does not fit: graded indicators take grade_at_least, others do not",
        "Use one that fits, or add or delete grades.",
        "does not fit grades",
    ),
    "ANJ709": (
        "the goal is outside the indicator's possible range, so it can't be met or means nothing",
        "Check the goal and range, and put the wrong one right.",
        "outside range",
    ),
}

"""What `anju explain` says: why each code exists, and every way to write a number.

FORMS has a row for each form: an example; taken, noted or refused; and what was understood or
what to write instead. A row that depends on the unit names it between quotation marks.
"""

WHY: dict[str, str] = {
    "ANJ001": (
        "The file named can't be opened or read. What can't be read can't be checked, so it is an error; the other "
        "files are checked all the same."
    ),
    "ANJ002": (
        "What was named is a pipe, a device or a folder that does not open. Such a source may never end, so anju "
        "does not read it."
    ),
    "ANJ003": (
        "A report may have 5 MB. A region's figures for one year are far smaller, so a larger file is mostly "
        "another file; the limit also keeps a check from eating up memory."
    ),
    "ANJ004": (
        "The file breaks the rules of YAML here, and nothing after it was read. No figure of a file that was not "
        "read to its end is judged, lest half a report pass for a whole one. Mostly it is an indent, a missing "
        "quote or bracket, or a full-width colon."
    ),
    "ANJ005": (
        "The file holds bytes that its encoding does not allow, mostly damage from sending or saving. Guessing "
        "might change a figure, so the whole file is refused and the first bad byte is pointed at."
    ),
    "ANJ006": (
        "The file is no text, or in an encoding that anju does not read (UTF-32, say). UTF-8, UTF-16 with its mark "
        "and GB18030 are read, told apart by rule and never by guessing."
    ),
    "ANJ007": (
        "The file is not UTF-8; it was read by the national standard GB 18030, and the keys of a report were found "
        "in it. The two can be mistaken for each other, hence the note: look whether the Chinese is right."
    ),
    "ANJ008": (
        "The file is empty or has no figures. If an empty report passed, not reporting would count as good, so it "
        "does not."
    ),
    "ANJ009": (
        "The file holds a control character that the YAML specification forbids, or a line end that editors do not "
        "show. With it a person and a program would read different things, so the file is not read."
    ),
    "ANJ010": (
        "Anchors, aliases, merge keys and tags of YAML let one figure stand for another or turn a text into a "
        "number. In a report every figure stands in its own place, so that what is seen is what is reported; none "
        "of these is taken."
    ),
    "ANJ011": (
        "The file holds several documents parted by ---. Reading the first alone would lose the rest, and taking "
        "all would blur whose they are, so each report is a file of its own."
    ),
    "ANJ012": (
        "Brackets or indents go deeper, or entries are more, than the limit. A report needs five levels, so it is "
        "mostly a slip or another file; the limit also keeps a check from being brought down."
    ),
    "ANJ013": (
        "The catalogue in use was met among the files. It is the yardstick and not what is measured, so it is "
        "passed over with a note."
    ),
    "ANJ014": (
        "One file was named twice, perhaps through a link. It is read once, lest its figures count as two reports."
    ),
    "ANJ101": (
        "The file can be read but has none of a report's keys. Letting it pass as empty would let a wrong file "
        "pass, so it is an error."
    ),
    "ANJ102": (
        "The keys of a report are fixed, one set in Chinese and one in English. If unknown ones were passed over, "
        "a slip of one letter would silently lose what stands there, so they must be put right."
    ),
    "ANJ103": (
        "An explanation or a revision is matched by what it names and stands for its reason. With one of them "
        "missing it can't be matched, so it must be added."
    ),
    "ANJ104": (
        "Several things stand where one belongs, or one where entries belong. It could be read in more than one "
        "way and anju does not choose, so the shape must be as laid down."
    ),
    "ANJ105": (
        "The catalogue has no such id, name or alias. Near ones are offered and never taken: a figure under the "
        "wrong indicator is worse than none."
    ),
    "ANJ106": (
        "The year decides which promise a figure is held against, so it is four digits within the catalogue's "
        "years. The range stands in the catalogue and no clock is asked, so that a check gives the same result on "
        "any day."
    ),
    "ANJ107": (
        "The department is not in the catalogue. It decides which targets the report answers for; a wrong guess "
        "would leave some unchecked, so no near name is taken."
    ),
    "ANJ108": (
        "A name or figure holds zero-width, direction or control characters, or letters of another script that "
        "look like ours. What a person sees is then not what a program reads, so it is refused and the code points "
        "are shown."
    ),
    "ANJ109": (
        "This key takes one of a few words, and what was written is none of them. A word that nobody laid down "
        "might be read in more than one way, so it is refused."
    ),
    "ANJ110": (
        "One thing is filled in twice, perhaps once by id and once by name. Many programs silently take the later "
        "one; anju does not choose, and even where both agree one has to go."
    ),
    "ANJ111": (
        "The name was found only after width, spaces and punctuation were made alike. Its meaning is the same, so "
        "it is taken; the note lets you see whether it was understood."
    ),
    "ANJ112": (
        "What | or > begins is a block of text that may run over lines, blanks and line ends included. A figure "
        "stands plainly on one line, so blocks are refused."
    ),
    "ANJ113": (
        "What was given is a catalogue (it has catalogue and indicators). A catalogue holds promises, not what "
        "became of them, so it is no report."
    ),
    "ANJ114": (
        "The region is the plan's own but for one character more, less or out of place, mostly a slip. Taken as "
        "another region, none of the plan's promises would be asked for, so it must be put right first."
    ),
    "ANJ115": (
        "The figures are another region's. They are checked and judged in a section of their own, for comparison; "
        "nothing is expected of it and the plan's own result is untouched."
    ),
    "ANJ201": (
        "What was written is not one exact number. The forms of a number are a fixed table (anju explain numbers): "
        "taken, taken with a note, or refused with what to write instead. 约80, 八成 and 80%以上 are not 80, and a "
        "guessed figure is worse than none."
    ),
    "ANJ202": (
        "The unit written is not the catalogue's. The goal is in the catalogue's unit; converting is the reporting "
        "unit's work, and anju does none."
    ),
    "ANJ203": (
        "What is counted one by one (people, schools, households, beds) has no decimals. Where it has, the unit is "
        "mostly wrong, an average was given, or a key slipped."
    ),
    "ANJ204": (
        "The figure is outside what is possible: a coverage above 100 %, people below 0. The range stands in the "
        "catalogue; beyond it something is wrong for certain and no reason lets it pass, but only the reporting "
        "unit knows what, so anju changes nothing."
    ),
    "ANJ205": (
        "The unit is %, the figure lies between 0 and 1, and there are no parts to check it by. 0.785 may be 78.5 "
        "% written as a fraction or may be true, hence the query; until it is settled nothing is judged."
    ),
    "ANJ206": (
        "A ratio is asked for, and the figure is larger than its own base: 3,400 beds per thousand elders is "
        "mostly the number of beds. Such a ratio is not quite impossible, so it is a query and no error."
    ),
    "ANJ207": (
        "The grade is not in the catalogue's list. Grades are held against the goal, and one character may be a "
        "whole grade, so only the exact name counts."
    ),
    "ANJ208": (
        "无, / and — leave open whether the figure is zero, not collected, not applicable or not public. Not "
        "reported, pending, not applicable, withheld and zero are five things, judged differently, so the right "
        "one must be named."
    ),
    "ANJ209": (
        "不适用 (not applicable) and 涉密 (withheld) take a promise out of judgement, so a reason belongs into the "
        "note. Without one it is a query; the status stays as written."
    ),
    "ANJ301": (
        "The number has full-width digits or signs, as input methods write them. Its meaning is the same, so it is "
        "taken with a note."
    ),
    "ANJ302": (
        "The number has thousands separators, each in its right place. It is taken with a note; misplaced ones are "
        "refused, for a digit may be lost or a comma stand for the point."
    ),
    "ANJ303": (
        "A unit stands behind the number and is, as a whole, the catalogue's, so it is taken with a note. By "
        "custom the unit has a column of its own and the cell holds the number alone."
    ),
    "ANJ304": (
        "万 (ten thousand) or 亿 (hundred million) stands behind the number; what was understood is said in the "
        "note. Only counts and money may be written so; where the unit itself is 万元, 5万元 is taken and a bare "
        "5万 refused."
    ),
    "ANJ305": "The cell is blank. Blank is neither zero nor 无: it counts as not reported and is listed as such.",
    "ANJ306": (
        "There are spaces around the number, mostly from copy and paste. The number is the same, so it is taken "
        "with a note."
    ),
    "ANJ307": (
        "The year has full-width digits or a trailing 年. Its meaning is clear, so it is taken with a note; other "
        "forms (19, 2018-2019) are refused."
    ),
    "ANJ401": (
        "The numerator of this indicator is a part of its denominator and can't exceed it. Mostly the two are "
        "swapped or counted in different ways."
    ),
    "ANJ402": (
        "A numerator is not negative and a denominator is above zero, or there is no rate. Where there was nobody "
        "to count, the figure is neither 0 nor 100 % but 不适用 (not applicable)."
    ),
    "ANJ403": (
        "The value contradicts its parts. Each number is given half a unit of its last written digit (rounding by "
        "GB/T 8170—2008), and what rounding can explain is no contradiction. What is judged is always the reported "
        "value, never the one worked out."
    ),
    "ANJ404": (
        "Both parts are given, the value is not. It could be worked out, but to report is the reporting unit's "
        "business: what the parts give is shown and not taken."
    ),
    "ANJ405": (
        "One part stands alone, or the indicator has none, so nothing was checked against it. The value is judged "
        "all the same, with one proof less."
    ),
    "ANJ406": (
        "The value is below what its parts give by less than one unit of its last digit, as if cut off. By GB/T "
        "8170—2008 a figure is rounded once, half to even; put it right or give a reason."
    ),
    "ANJ407": (
        "Value and parts agree within rounding, yet one keeps the promise and the other does not. 以上 and 不低于 "
        "include the number (by analogy with the Civil Code, 民法典 第1259条) and just short is short, so rounding "
        "may not decide: it is a query."
    ),
    "ANJ408": (
        "Two reports give different values for one indicator, region and year. anju does not choose: neither is "
        "taken, and the promise is undetermined until they agree."
    ),
    "ANJ409": (
        "Two reports give the same value for one indicator, region and year; it counts once. Two sources tend to "
        "drift apart, hence the note."
    ),
    "ANJ501": (
        "The previous figure differs from last year's own report. Directions are judged against the year before, "
        "and two such figures give two verdicts, so they must agree first; an earlier figure that has to change is "
        "openly revised, not quietly replaced."
    ),
    "ANJ502": (
        "Within one year the figure moved by more than the catalogue's max_change. It may be true, or the way of "
        "counting changed, or a zero slipped in, so it is a query; with a written reason it is judged."
    ),
    "ANJ503": (
        "What is counted up over the period does not fall. Where it does, the year's own count was mostly given; "
        "audits do correct totals, so it is a query and no error."
    ),
    "ANJ504": (
        "The old figure that a revision names is not what that year's report says, or is not there. Then it is "
        "unclear what is revised, so the revision is not taken."
    ),
    "ANJ505": "One figure has two revisions. anju does not choose between them: leave one.",
    "ANJ506": (
        "A figure of an earlier year was taken as revised; old figure, new figure and reason are all shown. "
        "Restating openly is allowed, quiet changes are not."
    ),
    "ANJ507": (
        "A revision puts one exact figure in place of another. A blank or 待报 would quietly erase the old one, "
        "so it is not taken."
    ),
    "ANJ601": (
        "The department does not lead this indicator. The figure is taken, but the lead answers for it and two "
        "sources tend to differ, hence the note."
    ),
    "ANJ602": (
        "This promise is held against another figure of the same year (the rural allowance against the poor "
        "counties' standard, say), which was not reported. Without it there is no verdict."
    ),
    "ANJ603": (
        "The year is before the plan's period. Its figures serve as base and history and are shown, not judged: "
        "nothing had been promised yet."
    ),
    "ANJ604": (
        "The year is after the plan's period. It is still held against the goal, marked as later and counted apart."
    ),
    "ANJ611": (
        "An explanation is about the figure it names; when the figure moves it no longer holds. The old reason is "
        "quoted, the query stands, and a new reason is needed."
    ),
    "ANJ612": (
        "What the explanation is about is no longer there, or its code is mistyped. It changes nothing now but "
        "might later, so delete it."
    ),
    "ANJ613": (
        "An error says that the figure is wrong for certain; no reason makes it true, and only the reporting unit "
        "can put it right. Only queries may stand with a written reason."
    ),
    "ANJ614": (
        "An explanation is worth its reason. Blank or 无 explains nothing, so it is not taken and the query stands."
    ),
    "ANJ701": (
        "A value or the shape of the catalogue is not as it should be. It is the yardstick: if that is wrong every "
        "result is, so a faulty catalogue is not used and nothing is checked."
    ),
    "ANJ702": (
        "The catalogue has an unknown key. A slip in an optional key would silently change a promise, so none is taken."
    ),
    "ANJ703": (
        "Something required is missing. A promise without clause, quote or lead can't be checked or called for, so "
        "all of them must be there."
    ),
    "ANJ704": (
        "A target has exactly one comparator (at_least, rises and so on). With none nobody knows when it is kept, "
        "with two nobody knows which counts; two demands on one indicator are two targets."
    ),
    "ANJ705": (
        "One name or alias belongs to two, or a grade stands twice. Figures find their place by name, so no name "
        "may serve two (spaces, punctuation and width make no difference)."
    ),
    "ANJ706": (
        "The target's number is not in the quoted words. A target says what the plan says, and comparing the two "
        "is the guard against a slip, so the quote must hold the number."
    ),
    "ANJ707": (
        "Unit, parts and per do not fit, so no rate comes out of them. The base of % is 100, of ‰ 1000, of 1/10万 "
        "100000."
    ),
    "ANJ708": (
        "A target names an area, department, indicator or grade that the catalogue does not have. Mostly a slip; "
        "only what is entered can be sorted, asked and compared."
    ),
    "ANJ709": (
        "The goal is outside the indicator's possible range, a coverage of 120 %, say. It can never be met, so "
        "either the goal or the range is wrong."
    ),
}

FORMS: tuple[tuple[str, str, str], ...] = (
    ("78.5", "taken", "a plain decimal number with one point"),
    ("0", "taken", "zero is zero, and not a blank"),
    ("-1.2", "taken", "a number with its sign"),
    ("７８．５％", "noted", "full-width digits and signs: 78.5 where the unit is “%”"),
    ("－1.2", "noted", "a full-width sign: -1.2"),
    ("4,200", "noted", "thousands separators in their places: 4200"),
    (" 78.5", "noted", "spaces around it: 78.5"),
    ("78.5 %", "noted", "the unit behind it, as a whole: 78.5 where the unit is “%”"),
    ("17.8/10万", "noted", "a further way to write the unit: 17.8 where the unit is “1/10万”"),
    ("37张/千人", "noted", "the unit behind it, as a whole: 37 where the unit is “张/千人”"),
    ("23.41万", "noted", "万 and 亿 for counts: 234100 where the unit is “人”"),
    ("1.2亿元", "noted", "万 and 亿 for money: 120000000 where the unit is “元”"),
    ("0.5亿元", "noted", "where the unit itself has 万, whole forms only: 5000 where the unit is “万元”"),
    ("5万", "refused", "5 or 50000 of the unit? where the unit is “万元” write 5万元 or 5"),
    ("8万", "refused", "no 万 or 亿 for rates: where the unit is “%” write the percentage"),
    ("3.7张/百人", "refused", "another unit: where the unit is “张/千人” convert it and write 37"),
    ("2.5个百分点", "refused", "points are a change: write the level reached"),
    ("1/10万", "refused", "a unit without a number: write 17.8 or 17.8/10万"),
    ("约80", "refused", "approximate (约): write the exact number"),
    ("80左右", "refused", "approximate (左右): write the exact number"),
    ("80%以上", "refused", "a bound (以上): write the exact number"),
    ("近80", "refused", "approximate (近): write the exact number"),
    ("80多", "refused", "approximate (多): write the exact number"),
    ("≥80", "refused", "a demand, not a result: write the exact number"),
    ("八成", "refused", "tenths (成): write the exact percentage"),
    ("八十", "refused", "Chinese numerals: write 80"),
    ("80-85", "refused", "a range: write the one number"),
    ("80～85", "refused", "a range: write the one number"),
    ("78.5 79.2", "refused", "two numbers: leave one"),
    ("4/5", "refused", "a fraction: write 80, or give the parts"),
    ("五分之四", "refused", "a fraction: write 80, or give the parts"),
    ("1.2e6", "refused", "an exponent: write 1200000 or 120万"),
    ("0x1F", "refused", "hexadecimal: write 31"),
    ("0o17", "refused", "octal: write 15"),
    ("035", "refused", "a leading zero: write 35, or 0.35 with its point"),
    ("1_200", "refused", "an underscore: write 1200"),
    ("12,00", "refused", "a misplaced comma: write 1200 or 12.00"),
    (".5", "refused", "no digit before the point: write 0.5"),
    ("80.", "refused", "no digit behind the point: write 80"),
    ("1:30", "refused", "a time or ratio: write one number in the unit asked"),
    ("2019-12-31", "refused", "a date: write the number"),
    ("是", "refused", "a yes or no: write the number"),
    ("true", "refused", "a yes or no: write the number"),
    ("NaN", "refused", "not finite: if there is none write 待报 (pending) or 不适用 (not applicable)"),
    ("inf", "refused", "not finite: check the denominator"),
    ("#DIV/0!", "refused", "a spreadsheet's error: mend the formula, write its number"),
    ("=A1/B1", "refused", "a formula: write its number"),
    ("0.30000000000000004", "refused", "more than 15 digits, a spreadsheet's noise: write 0.3"),
    ("5²", "refused", "digits raised or in circles: write plain ones"),
    ("无", "refused", "leaves open why: blank, 待报, 不适用 or 涉密; zero is 0"),
    ("year: 2019", "taken", "a year: four digits"),
    ("year: ２０１９", "noted", "a year in full-width digits: 2019"),
    ("year: 2019年", "noted", "a year with 年 behind it: 2019"),
    ("year: 19", "refused", "a year: write four digits"),
    ("year: 2018-2019", "refused", "a year: a report is about one"),
)

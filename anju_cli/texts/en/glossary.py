"""What `anju explain` says of a key, a comparator and a status; an entry for each in either language."""

#: Where a key stands.
LEVELS: dict[str, str] = {
    "report": "a key of a report",
    "figure": "a key of a figure",
    "explanation": "a key of a report's explanations",
    "revision": "a key of a report's revisions",
    "catalogue": "a section of the catalogue",
    "head": "a key of the catalogue's head (catalogue)",
    "region": "a key of the catalogue's region",
    "department": "a key of a department in the catalogue",
    "indicator": "a key of an indicator in the catalogue",
    "part": "a key of a numerator or denominator in the catalogue",
    "target": "a key of a target in the catalogue",
    "baseline": "a key of a target's baseline",
    "exempt": "a key of the catalogue's exempt",
    "comparator": "a comparator (a key of a target in the catalogue)",
    "status": "what a judgement may come to",
    "term": "a term",
}

#: By level and key.
KEYS: dict[str, str] = {
    "report.region": "Whose figures they are: a name or an alias. Optional; left out, it is the catalogue's region. "
    "Another region is compared only and counted apart.",
    "report.year": "The year of the figures, four digits, such as year: 2019. Required. One report holds one year.",
    "report.department": "Who reports. Optional. Where given, only the targets it leads are expected; else all of "
    "them.",
    "report.scope": "reported: only the indicators in the report are checked and nothing else is expected; the totals "
    "say so. all, or left out: as usual.",
    "report.sample": "true: the figures are fictitious sample data, and marked so wherever they are shown. Left out, "
    "they are real.",
    "report.prepared_by": "Who prepared it. Optional.",
    "report.reviewed_by": "Who reviewed it. Optional.",
    "report.date": "When it was prepared; kept as it is written and not checked. Optional.",
    "report.figures": "The figures, a line an indicator, indented beneath it. An indicator is written by id, name or "
    "alias; behind it a number, or braces with the numerator, denominator and so on.",
    "report.explanations": "Reasons for figures that are queried and true all the same, each with code, indicator, "
    "value and reason. An error can't be explained away.",
    "report.revisions": "Figures of earlier years, openly restated, each with indicator, year, was, value and reason.",
    "figure.value": "The figure of the year, such as value: 28.4. Where there is none leave it blank, or write "
    "pending, not applicable or withheld (the last two with a note). Zero is 0.",
    "figure.numerator": "The numerator of a rate, together with the denominator; the value is checked against them "
    "and never replaced by them.",
    "figure.denominator": "The denominator of a rate, together with the numerator; with it what is missing can be "
    "told in things to do.",
    "figure.previous": "The figure of the year before. It must equal last year's report; without that report, goals "
    "such as “rises” are judged by it. Optional.",
    "figure.unit": "The unit of the value, as in the catalogue. Optional; left out, it is the catalogue's.",
    "figure.source": "Where the figure comes from. Optional.",
    "figure.note": "What has to be said with the figure, such as a changed definition. Optional; needed with not "
    "applicable and withheld.",
    "explanation.code": "Which query is explained: its code, such as ANJ502.",
    "explanation.indicator": "Which indicator: id, name or alias.",
    "explanation.value": "Which figure; it must equal the one reported. A changed figure needs a new explanation.",
    "explanation.reason": "Why the figure is true; in so many words, blank or “none” is refused.",
    "revision.indicator": "Which indicator: id, name or alias.",
    "revision.year": "Which year's figure, four digits.",
    "revision.was": "The figure as it was reported; it must equal that year's report.",
    "revision.value": "The figure as it is now; it counts from here on.",
    "revision.reason": "Why it was restated.",
    "catalogue.catalogue": "The plan's title, document number, region and period. Required.",
    "catalogue.areas": "Service areas in the plan's order: a key and the names in both languages.",
    "catalogue.departments": "Departments: name, English name and aliases. Where it is there, every lead and partner "
    "must be in it.",
    "catalogue.indicators": "The indicators, with the targets about them. Required.",
    "catalogue.exempt": "Numbers of the plan that are no targets, each with text, clause and reason.",
    "head.title": "The plan's title. Required.",
    "head.document": "Its document number. Required.",
    "head.issued": "When it was issued.",
    "head.region": "Whose plan it is: name, aliases, and others that could be mistaken for it. Required.",
    "head.period": "The first and last year of the plan, such as [2018, 2020]. Required.",
    "head.years": "The years a figure may carry, such as [2008, 2025]. Left out: from ten before the period to five "
    "after it.",
    "region.name": "The region's name. Required.",
    "region.aliases": "Further names that a report may use for it.",
    "region.others": "Regions with similar names that are not this one; listed here they are never mistaken for it.",
    "department.en": "The department's English name. Required.",
    "department.aliases": "Further names that a report may use for it.",
    "indicator.name": "Its name in both languages. Required.",
    "indicator.aliases": "Further names that a report may use for it.",
    "indicator.definition": "What exactly is counted, in both languages.",
    "indicator.unit": 'Its unit, such as "%". Required.',
    "indicator.unit_en": "The unit in English.",
    "indicator.unit_forms": "Further ways to write the unit behind a number.",
    "indicator.comparable": "Whether another region may be held against an absolute number of this plan: true or "
    "false. Left out, the unit decides.",
    "indicator.range": "The values that are possible, such as [0, 100]; null for an open end. A figure outside is an "
    "error.",
    "indicator.whole": "true: only a whole number can be true.",
    "indicator.per": "value = numerator ÷ denominator × per, such as 100 or 1000. Required with a numerator.",
    "indicator.numerator": "What the numerator counts, and in which unit.",
    "indicator.denominator": "What the denominator counts, and in which unit.",
    "indicator.max_change": "A larger move within one year is queried; in the indicator's unit.",
    "indicator.kind": "How it is counted: level (at the year's end or over the year), total (up over the plan's "
    "period), yearly (each year anew). Left out: level.",
    "indicator.grades": "Grades, worst first; for graded indicators only.",
    "indicator.targets": "The promises about it; one that only serves as a reference may have none.",
    "part.name": "What is counted, in both languages. Required.",
    "part.unit": "Its unit. Required.",
    "part.unit_en": "The unit in English.",
    "part.unit_forms": "Further ways to write the unit behind a number.",
    "target.by": "The year in which it is due, such as by: 2020. Either this or every_year.",
    "target.every_year": "true: due every year. Either this or by.",
    "target.area": "Its service area, by the key in areas.",
    "target.basis": "What kind of target it is: number, universal (the whole), relative (to another indicator) or "
    "direction. Required.",
    "target.clause": "The plan's clause. Required.",
    "target.quote": "The plan's own words. Required. They hold the goal's number, or editorial says why not.",
    "target.lead": "The department that answers for it. Required.",
    "target.partners": "The departments that help.",
    "target.aspirational": "The plan's own word for striving, such as 力争 or 原则上 (true means 力争). Judged alike, "
    "and marked.",
    "target.lead_assigned": "true: the clause names no department, and the lead is this catalogue's choice.",
    "target.baseline": "Where the plan says it started: year, value and source. The pace is measured from it.",
    "target.milestones": "What is asked of the years on the way, such as {2019: 76}. The pace runs through them.",
    "target.pace": "none: no pace is measured (one hospital is not two thirds of one).",
    "target.editorial": "Where the plan can be read in several ways: which was chosen, and why.",
    "baseline.year": "The year it started from, before the due year.",
    "baseline.value": "The value of that year, in the indicator's unit.",
    "baseline.source": "Where it comes from.",
    "exempt.text": "The words of the plan.",
    "exempt.clause": "The clause they stand in.",
    "exempt.reason": "Why they are no target, in both languages.",
}

COMPARATORS: dict[str, str] = {
    "at_least": "At least a number, the number included: kept by a value ≥ it. Written at_least: 80. Whether the "
    "number is included follows article 1259 of the Civil Code by analogy.",
    "at_most": "At most a number, the number included: kept by a value ≤ it. Written at_most: 12. Whether the number "
    "is included follows article 1259 of the Civil Code by analogy.",
    "greater_than": "Above a number, the number itself not included: kept by a value > it. Written greater_than: 95. "
    "Whether the number is included follows article 1259 of the Civil Code by analogy.",
    "less_than": "Below a number, the number itself not included: kept by a value < it. Written less_than: 5. Whether "
    "the number is included follows article 1259 of the Civil Code by analogy.",
    "exactly": "This number, no more and no less. Written exactly: 1.",
    "between": "From one number to another, both included. Written between: [1, 2].",
    "about": "About a number: within a band that a person sets, both ends included. Written about: {value: 75, "
    "within: 2}, which is 73 to 77. The plan does not say how wide; who writes the catalogue does, and says why in "
    "editorial.",
    "grade_at_least": "At least a grade, in the order of grades, worst first. Written grade_at_least: with the grade.",
    "complete": "The whole: 100%. Written complete: true.",
    "not_below": "Not below another indicator of the same region and year, in the same unit. Written not_below: with "
    "that indicator's id.",
    "rises": "Above the same region's year before; the same is not enough, unless both years are at the best possible "
    "value. Written rises: true.",
    "falls": "Below the same region's year before; the same is not enough, unless both years are at the best possible "
    "value. Written falls: true.",
    "does_not_fall": "Not below the same region's year before; the same is enough. Written does_not_fall: true.",
}

STATUSES: dict[str, str] = {
    "met": "Kept: at or after the due year the figure meets the goal, or it did so early.",
    "on_track": "Not yet due and not yet there, but not short of the straight line from the base to the goal.",
    "behind": "Not yet due, not yet there, and short of the straight line from the base to the goal.",
    "missed": "Due (or due every year), and not kept.",
    "undetermined": "Can't be judged yet: the year before, the base or the reference is lacking, or the figure has an "
    "error or an open query; what is lacking stands behind it.",
    "not_reported": "Asked for and left blank, or not in the report.",
    "pending": "The report says pending: there is no figure yet.",
    "not_applicable": "The report says not applicable.",
    "withheld": "The report says withheld.",
    "early": "A kind of met: reached before the due year.",
    "held": "A kind of met: reached earlier, and still there.",
    "late": "A kind of met: missed in the due year, reached in the year named behind it.",
    "lost": "Kept by the base or in an earlier year, not any more: behind before the due year, missed from then on.",
    "on_schedule": "On track: not short of the straight line from the base to the goal.",
    "behind_schedule": "Behind: short of the straight line from the base to the goal.",
    "slipping": "A kind of behind: worse than the base, and further from the goal.",
    "extreme": "A kind of met for directions: two years at the best possible value (no deaths at all), which nothing "
    "can better.",
}

TERMS: dict[str, str] = {
    "error": "It must be put right; until then the figure is not judged.",
    "query": "It may be wrong. Put it right, or, where it is true, say why under explanations: then it is judged as "
    "reported.",
    "note": "For information; no judgement depends on it.",
    "absent": "A department that leads targets in view, that no report names, and of whose figures no report has one.",
    "empty": "A report without a figure and without a word for why there is none.",
    "not_asked": "Targets that no report in view is asked about: the lead has not handed in, or scope says reported.",
    "expected": "Where the straight line from the base to the goal stands this year; on track means not short of it.",
    "gap": "How far the figure is from the goal, in the indicator's unit; differences of rates are percentage points.",
    "projection": "The figure in the due year at the pace since the base; for orientation only.",
}

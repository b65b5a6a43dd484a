"""The words that only the leaders' page needs; what stands in braces comes from outside and is escaped."""

SUMMARY: dict[str, str] = {
    # first lines
    "first_errors": (
        "**Note: {errors} {errors:error was|errors were} found and the figures concerned refused{held}. "
        "Until they are put right, what follows is incomplete.**"
    ),
    "first_held": ", so {targets} {targets:target|targets} could not be judged",
    "first_missing": "**Note: a path does not exist, so what follows is incomplete: {paths}**",
    "first_catalogue": "**Note: the catalogue is faulty; no report was checked.**",
    "first_nothing": "**Note: no figure was checked.**",
    "sample_heading": "Sample data (fictitious): {title}",
    "sample_beside": "{title} — sample data (fictitious)",
    "sample_words": "**Sample data (fictitious): every figure here is made up and describes no real place.**",
    # headings
    "title": "{title}: how it stands in {year}",
    "title_only": "{title}: what was checked",
    "title_catalogue": "Faults of the catalogue",
    "part_overview": "1. Overview",
    "part_departments": "By lead department",
    "department": "{lead} leads {count}{assigned}: {told}.",
    "department_assigned": " ({count} by this catalogue's choice)",
    "part_short": "2. Behind or missed",
    "part_areas": "3. By service area",
    "part_figures": "4. Figures queried and explained",
    "part_figures_refused": "4. Figures refused, queried and explained",
    "part_unreported": "5. Not reported yet",
    "part_other": "For comparison: {region} {year}",
    "part_history": "History: {region} {year}",
    "part_elsewhere": "Findings in other reports",
    "part_sources": "Annex: sources and record of the check",
    "heading_numbered": "({number}) {name}",
    "numbers": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    # the paragraph
    "lead_in": "Under {document}, the plan makes {promises} {promises:promise|promises}; "
    "{asked} {asked:was|were} asked for here. ",
    "standing": "By {year}: {told}.",
    "semicolon": "; ",
    "told_met": "{count} met{share}",
    "told_on_track": "{count} on track{share}",
    "told_behind": "{count} behind{names}",
    "told_missed": "{count} missed{names}",
    "told_undetermined": "{count} undetermined",
    "told_not_reported": "{count} not reported{leads}",
    "told_pending": "{count} pending",
    "told_not_applicable": "{count} not applicable",
    "told_withheld": "{count} withheld",
    "share": " ({share} %)",
    "names": " ({names})",
    "names_more": "{names} and others",
    "leads": " ({leads})",
    "absent": " Those of departments that handed in nothing: {count}.",
    "not_asked": " A further {count} {count:was|were} not asked for.",
    "lead_count": "{lead} {count}",
    "doubled": "{name} ({count} {count:target|targets})",
    # what else must be said of the totals
    "scope_reported": (
        "A report of this year asks to be checked only on what it reports; the rest is not counted as asked."
    ),
    "after_period": (
        "{year} lies after the plan's period ({first} to {last}): held against the same goals, counted apart."
    ),
    "other_words": "For comparison; not counted for {own}. {asked} {asked:target|targets} compared: {told}.",
    "none_judged": "no target that could be compared",
    "history_words": "Before the plan's period {first} to {last}: a base and history, not judged.",
    "unchanged": "“At least … more” assumes an unchanged denominator; “at this pace” is the pace since the base.",
    "courses": "Course over the years:",
    "course": "{name} ({unit}): {told}.",
    # tables
    "column_area": "Area",
    "column_asked": "Asked",
    "column_status": "Status",
    "column_name": "Indicator",
    "column_clause": "Clause",
    "column_department": "Lead",
    "column_lead": "Lead and clause",
    "column_figure": "Figure",
    "column_goal": "Goal",
    "column_gap": "Gap",
    "column_todo": "Still to do",
    "column_remarks": "Remarks",
    "column_code": "Code",
    "column_written": "Reported",
    "column_problem": "Finding",
    "column_next": "Next",
    "column_reason": "Reason",
    "column_place": "Place",
    "column_count": "Targets",
    "column_names": "Indicators",
    "total": "Total",
    "area_none": "No area",
    "not_believed": "{written} (refused)",
    "to_settle": "{written} (queried)",
    "short_missed": "Missed ({count})",
    "short_behind": "Behind ({count})",
    # parts with nothing in them
    "none_short": "No target is behind or missed.",
    "none_figures": "No figure was refused, queried or explained.",
    "none_unreported": "Every target asked for was reported.",
    "none_asked": "No target was asked for.",
    "awaited": "Targets that these departments lead and no report answers for: {count}.",
    # figures in doubt
    "figures_error": "To be put right (the figures concerned are refused)",
    "figures_error_words": (
        "The reporting unit must put these right and report again; until then the figures concerned are not "
        "judged, nor is anything held against them."
    ),
    "figures_query": "Figures queried",
    "figures_query_words": "To be put right, or to stand with a written reason; until then they are not judged.",
    "figures_explained": "Figures that stand with a written reason",
    "figures_explained_words": (
        "The reporting unit has given its reason in writing; the figures are judged as reported."
    ),
    "figures_revised": "Earlier figures restated",
    "notes": (
        "There {count:is|are} {count} further {count:note|notes} (on form and the like; no figure is held back by "
        "them): see the check's report."
    ),
    "absences": "{head}: {leads}.",
    "not_asked_leads": "Not asked for ({count}): {leads}.",
    # sources
    "source_report": "{path}: {region} {year}{department}, {figures} {figures:figure|figures}, {encoding}",
    "source_department": " ({department})",
    "source_unread": "{path}: could not be read as a report, {encoding}",
    "source_closed": "{path}: could not be read",
    "source_catalogue": "Catalogue {path}: {document}, {promises} {promises:target|targets}",
    "source_broken": "Catalogue {path}: faulty, not used",
    "source_checked": (
        "Checked by anju {version}: {reports} {reports:report|reports}, {figures} {figures:figure|figures}; "
        "{errors} {errors:error|errors}, {queries} {queries:query|queries} of which {explained} explained, "
        "{notes} {notes:note|notes}."
    ),
    "source_result": "Result: {why} (exit {code}).",
    "sha256": ", sha256 ",
}

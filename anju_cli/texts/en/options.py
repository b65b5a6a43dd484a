"""The words of --help and of what can go wrong with a command line."""

OPTIONS: dict[str, str] = {
    "app": "Hold yearly figures against the promises of a plan: can they be believed, is each promise kept, "
    "how much is missing, who leads it.\n\n"
    "Examples:\n"
    "  anju new --year 2019 --all-departments forms  a form for each department\n"
    "  anju check civil-affairs-2019.xlsx            check a report, show the gaps\n"
    "  anju check data/returns                       check a folder\n"
    "  anju export data/examples -o summary.md       the page that leaders read\n"
    "  anju explain ANJ403                           what a code means",
    "check": "Check reports (workbooks, CSV, YAML, JSON): first what is wrong, place by place, then the gap report.\n\n"
    "Examples:\n"
    "  anju check civil-affairs-2019.xlsx\n"
    "  anju check data/examples --all-years --fail-on missed\n"
    "  anju check data/returns --marked back\n"
    "  anju check data/examples --format json --output result.json\n\n"
    "Exit codes: 0 checked, and nothing that --fail-on asks about; 1 faults in the figures, or what --fail-on "
    "asks about; 2 could not check (usage, path, catalogue, output); 3 nothing was checked, or what was named is not "
    "there.",
    "export": "Write the summary that leaders read (Markdown unless told otherwise). Exits as check does.\n\n"
    "Examples:\n"
    "  anju export data/examples --output summary.md\n"
    "  anju export data/examples --output result.json\n"
    "  anju export data/examples --by department --output departments",
    "trend": "The years of each indicator side by side: change, expected by now, status, goal and projection.\n\n"
    "Examples:\n"
    "  anju trend data/reports\n"
    "  anju trend data/examples nursing_bed_share rural_sanitary_toilets\n"
    "  anju trend data/examples --output trend.csv\n\n"
    "Exit codes are those of check.",
    "new": "Write a blank form for a department: the indicators that it leads, with definition, goal and clause; "
    "filled in, it is checked as it is.\n\n"
    "Examples:\n"
    "  anju new --year 2019 --department 区民政局 --output civil-affairs-2019.xlsx\n"
    "  anju new --year 2019 --all-departments forms --history returns-2018\n"
    "  anju new --year 2019 --department 区民政局 --format csv\n\n"
    "Without --output it goes to standard output (YAML unless told otherwise). Exit codes: 0 written; 1 written, with "
    "faults in the reports of --history; 2 not written; 3 the department leads nothing.",
    "targets": "List and search the targets of the catalogue.\n\n"
    "Examples:\n"
    "  anju targets\n"
    "  anju targets elder beds\n"
    "  anju targets --where",
    "explain": "Explain a code, an indicator, a key, a comparator or a status; a report as such; or how numbers may be "
    "written (numbers).\n\n"
    "Examples:\n"
    "  anju explain ANJ403\n"
    "  anju explain kindergarten_coverage\n"
    "  anju explain nursing_bed_share --on data/examples  how this indicator was judged\n"
    "  anju explain report                                a report filled in, every key explained\n"
    "  anju explain previous                              a key of a report\n"
    "  anju explain about                                 a comparator\n"
    "  anju explain behind                                a status\n"
    "  anju explain numbers                               how numbers may be written",
    "schema": "Print a JSON Schema (2020-12) by which an editor completes, explains and checks: of reports, of "
    "catalogues, and of what anju writes (outcome, trend). That of reports is made for the catalogue in use.\n\n"
    "Examples:\n"
    "  anju schema report --output report.schema.json\n"
    "  anju schema catalogue\n\n"
    "An editor uses it where the first line of a report in YAML is:\n"
    "  # yaml-language-server: $schema=report.schema.json",
    "paths": "reports or folders",
    "words": "words to look for (name, alias, clause, department, quote); all of them must be there",
    "subject": "a code, an indicator (id, name or alias), a key of a report or catalogue, a comparator, a status, "
    "report, or numbers",
    "schema_kind": "which one: report, catalogue, outcome, trend",
    "schema_suffix": "a schema is JSON; let the file's name end in .json: {path}",
    "on_needed": "--year, --all-years and --what-if are for use with --on",
    "on": "show the working of an indicator on these reports (repeatable; more paths may follow)",
    "on_more": "reports or folders: where given, the indicator is worked out on them",
    "targets_option": "the catalogue (else the environment variable ANJU_TARGETS, else the one shipped)",
    "format": "output format: {choices}",
    "output": "write to a file (whole or not at all)",
    "by": "divide it: department writes a file for each department into the folder of --output",
    "year": "only these years (repeatable)",
    "all_years": "all years",
    "department": "only targets that these departments lead (repeatable; name or alias)",
    "area": "only these service areas (repeatable; key or name)",
    "basis": "only these kinds (repeatable): number, universal, relative, direction",
    "fail_on": "exit with 1 when there is any of these (repeatable): {choices}; error is always among them",
    "new_format": "the form's format: {choices} (by the file's suffix unless told otherwise; xlsx for all departments)",
    "new_year": "the year to be reported (required)",
    "new_department": "the department that fills it in: the indicators that it leads (name or alias); all without it",
    "all_departments": "write a form for each lead department into this folder",
    "history": "last year's reports, or their folder (repeatable): figures that can be believed are filled in as "
    "previous",
    "schema_path": "where an editor finds the JSON Schema of reports; the first line of a form in YAML",
    "trend_paths": "reports or folders; behind them the indicators to show (id, name or alias)",
    "trend_slip": "“{value}” is neither a path nor an indicator{near}",
    "trend_no_path": "no report or folder was given, only indicators: {value}",
    "compare": "compare by this method too, for reference only, never a verdict: {choices}",
    "what_if": "judge with an assumed figure (repeatable), e.g. nursing_bed_share=31; never changes the exit code",
    "against": "compare with an earlier outcome (a file of --format json): newly missed, newly met, changed figures, "
    "new and settled findings",
    "marked": "also write the return with its findings marked in it (xlsx: coloured and commented cells, csv: a "
    "column, yaml: comments): of one file to this file, of a folder into this folder; the original stays as it is",
    "clear_marks": "with --marked: what is written is the return without anju's marks",
    "lang": "language: zh or en (else the environment variable ANJU_LANG)",
    "color": "colour: auto, always or never",
    "verbose": "show what is folded",
    "quiet": "Show the closing summary alone (text format only)",
    "debug": "show details when the program itself fails",
    "version": "show the version",
    "where": "only say which catalogue is used",
    "help": "show this help",
    "reading": "reading reports",
    "install_completion": "install completion for the current shell",
    "show_completion": "show the completion script of the current shell, to install it by hand",
    "completion_installed": "completion of {shell} installed in {path}; it works in a new terminal",
    "completion_shell": "the shell in use is not known, nothing was installed; known are {choices}",
    "default": "[default: {value}]",
    "required": "[required]",
    "usage": "Usage: ",
    "arguments": "Arguments:",
    "options": "Options:",
    "commands": "Commands:",
    # what stands for a value
    "options_metavar": "[OPTIONS]",
    "command_metavar": "COMMAND [ARGS]...",
    "paths_metavar": "PATH...",
    "more_metavar": "[PATH]...",
    "trend_metavar": "PATH... [INDICATOR]...",
    "words_metavar": "[WORD]...",
    "subject_metavar": "SUBJECT",
    "schema_metavar": "KIND",
    "path_metavar": "PATH",
    "file_metavar": "FILE",
    "folder_metavar": "FOLDER",
    "by_metavar": "GROUPING",
    "format_metavar": "FORMAT",
    "year_metavar": "YEAR",
    "department_metavar": "NAME",
    "area_metavar": "AREA",
    "basis_metavar": "BASIS",
    "what_if_metavar": "INDICATOR=VALUE",
    "fail_on_metavar": "WHAT",
    "compare_metavar": "METHOD",
    "lang_metavar": "LANG",
    "color_metavar": "WHEN",
    "flag_metavar": "<bool>",
    "texts_metavar": "<list[str]>",
    "text_metavar": "<str>",
    # what can go wrong
    "usage_error": "Usage error: {problem}",
    "try_help": "Help: {command} --help",
    "no_such_option": "no such option “{value}”{near}",
    "no_such_command": "no such command “{value}” (there are {choices}){near}",
    "missing_command": "a command is missing; there are {choices}",
    "missing_argument": "the argument {name} is missing",
    "option_needs_value": "option “{value}” needs a value ({metavar})",
    "option_takes_none": "option “{value}” takes no value",
    "bad_value": "{option}: {problem}",
    "comma": ", ",
    "area_choice": "{key} ({name})",
    "choice": "“{value}” is none of: {choices}{near}",
    "near": ". Did you mean {near}?",
    "unknown_language": "ANJU_LANG is “{value}”, which is no language of anju; use one of {choices}",
    "unknown_suffix": "unknown suffix “{suffix}”; use one of {choices}, or say --format",
    "suffix_of_report": "a file in {suffix} would be read as a report; choose another name, in one of {choices}",
    "suffix_of": "{suffix} is a suffix of the format {owner}, not of {asked}; use another, or leave --format out",
    "new_no_year": "say with --year which year is to be reported",
    "new_year_outside": "the catalogue takes figures of {first} to {last} only: {value}",
    "new_two_outputs": "--all-departments writes a form for each; --department and --output do not go with it",
    "new_no_stdout": "a workbook can't go to standard output; name a file with --output",
    "new_leads_nothing": "{department} leads no target: there is no indicator to report",
    "new_no_previous": "--history has no figure of {year} that can be believed (imagined ones aside); previous stays "
    "blank",
    "written_forms": "written to {path}: {count} {count:form|forms}",
    "year_value": "a year has four digits: “{value}”",
    "unknown_department": "the catalogue has no department “{value}”; it has: {choices}{near}",
    "unknown_area": "the catalogue has no area “{value}”; it has: {choices}{near}",
    "unknown_indicator": "the catalogue has no indicator “{value}”{near}",
    "what_if_form": "write an assumption as INDICATOR=VALUE, e.g. nursing_bed_share=31: “{value}”",
    "what_if_value": "the assumed “{value}” is no figure (unit: {unit}); see anju explain numbers",
    "what_if_twice": "one figure can be assumed for an indicator, not two",
    "earlier_unread": "the earlier outcome {path} can't be read: {why}",
    "earlier_no_file": "{path} is no regular file; there is nothing to compare with",
    "earlier_too_large": "{path} is larger than {limit} MB: no outcome that anju wrote",
    "earlier_no_outcome": "{path} is no outcome that anju wrote with --format json; there is nothing to compare with",
    "earlier_assumed": "{path} holds assumed figures (--what-if); compare with an outcome of reported figures",
    "unknown_subject": "there is no code, indicator, key, comparator or status “{value}” "
    "(anju targets {value} searches the targets){near}",
    "no_target_found": "no target has: {words}",
    "quiet_verbose": "--quiet and --verbose exclude each other",
    "both_years": "--year and --all-years can't be used together",
    "by_no_folder": "--by writes several files; say with --output which folder they go to, "
    "e.g. --by department --output out/",
    "by_file": "--by writes several files, and --output “{path}” is no folder; "
    "write e.g. --by department --output out/, and the format with --format",
    "output_closed": "standard output is closed, there is nowhere to write the report",
    "output_failed": "can't write {path}: {why}",
    "output_no_file": "{path} is no regular file and is not written over; choose another name",
    "output_is_input": "{path} is read in this run and is not written over; choose another name",
    "output_is_filled": "{path} is there already and is no blank form (it may be filled in); "
    "it is not written over: choose another name or folder, or move it away",
    "clear_without_marked": "--clear-marks goes with --marked, which says where to write",
    "marked_suffix": "a marked copy is a file of the same kind, so its suffix must be {suffix}: {path}",
    "marked_no_suffix": "the file has no suffix, so its marked copy has none: {path}",
    "marked_no_folder": "more than one file may be marked, so --marked must be a folder, not a file: {path}",
    "marked_inside": "{path} lies in the folder {folder} that is checked, and would be read as a return the next time; "
    "choose another folder",
    "marked_file": "marked copy written to {path}",
    "marked_folder": "marked copies written to {path}: {count}",
    "unmarked_files": "not written, nothing to mend or to explain: {count}",
    "cleared_file": "copy without marks written to {path}",
    "cleared_folder": "copies without marks written to {path}: {count}",
    "uncleared_files": "not written, no marks of anju: {count}",
    "unmarkable": "no copy was written of:\n{reasons}",
    "unmarkable_signed": "{path}: it is signed, and any change ends the signature; mark the file before it is signed",
    "unmarkable_unreadable": "{path}: it can't be read, so nothing can be marked; the findings above say why",
    "unmarkable_old_workbook": "{path}: workbooks of the old form can't be marked; save it as .xlsx in Excel or WPS",
    "unmarkable_no_room": "{path}: a JSON file has no room for comments; the findings are told above",
    "unmarkable_too_large": "{path}: so much is wrong that with marks it would be larger than what is read; "
    "mend a part by the findings above first",
    "unmarkable_changed": "{path}: marks would change what the return says, so nothing was written; "
    "please send this file to the maintainers",
    "written": "written to {path}",
    "pages_written": "written to {path}, one for each department ({count}): {files}",
    "pages_kept": "nothing was checked; no file in {path} was written or changed",
    "output_kept": "nothing was checked; {path} stays as it was",
    # why the system could not
    "why_ENOENT": "No such file or directory",
    "why_EACCES": "Permission denied",
    "why_EPERM": "Operation not permitted",
    "why_EEXIST": "File exists",
    "why_EISDIR": "Is a directory",
    "why_ENOTDIR": "Not a directory",
    "why_ENOSPC": "No space left on device",
    "why_EDQUOT": "Disk quota exceeded",
    "why_EROFS": "Read-only file system",
    "why_ENAMETOOLONG": "File name too long",
    "why_ELOOP": "Too many levels of symbolic links",
    "why_EIO": "Input/output error",
    "why_other": "error {number} of the system",
    "why_path": "the path has a character that no path may have",
    "internal": "internal error (anju {version}): {error}\nPlease tell the maintainers the command and the report "
    "(without what is confidential); --debug shows the details",
    "interrupted": "anju: interrupted; nothing was written.",
    "interrupted_midway": "anju: interrupted; what was written is cut off.",
}

"""The words for who has not handed in, what was asked for in vain, and what was not read."""

ATTENDANCE: dict[str, str] = {
    "passed_over": "Files or folders there that were not read: {count} ({kinds})",
    "passed_over_all": "hidden, or of another format",
    "passed_over_rest": "hidden, or of another format: {count}",
    "unread_files": "like returns, but of a format that can't be read: {count}, {paths}",
    "outcome_files": "written by anju: {count}, {paths}",
    "more_names": "{names} and others",
    "unmatched_year": "No return of {value}, which was asked for",
    "unmatched_department": "No return of “{value}”, which was asked for, and no figure that it leads",
    "unmatched_area": "No promise in view in the area “{value}”, which was asked for",
    "unmatched_basis": "No promise in view of the basis “{value}”, which was asked for",
    "unmatched_indicator": "No figure of “{value}”, which was asked for",
    "no_own_return": "No return is of {region}: departments that handed in nothing are not listed",
    "absent_list": "Nothing handed in (departments: {count})",
    "empty_list": "Empty returns (departments: {count})",
    "absent": "nothing handed in {count}",
    "csv_absent": "nothing handed in",
    "csv_empty": "empty return",
    "result_unmatched": "part of what was asked for has no return, figure or promise; the rest was checked",
    "fail_absent": "departments that handed in nothing",
}

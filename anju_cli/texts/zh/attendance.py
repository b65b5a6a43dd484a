"""The words for who has not handed in, what was asked for in vain, and what was not read."""

ATTENDANCE: dict[str, str] = {
    "passed_over": "文件夹中另有 {count} 个文件或文件夹未读({kinds})",
    "passed_over_all": "隐藏文件、其他格式",
    "passed_over_rest": "隐藏文件、其他格式 {count} 个",
    "unread_files": "像填报表、但格式不能读的 {count} 个: {paths}",
    "outcome_files": "anju 写的结果 {count} 个: {paths}",
    "more_names": "{names}等",
    "unmatched_year": "要看的 {value} 年没有填报表",
    "unmatched_department": "要看的部门“{value}”没有填报表, 也没有它牵头的填报数",
    "unmatched_area": "要看的领域“{value}”在所看范围内没有目标",
    "unmatched_basis": "要看的类别“{value}”在所看范围内没有目标",
    "unmatched_indicator": "要看的指标“{value}”没有数",
    "no_own_return": "没有{region}的填报表, 不列没有交表的部门",
    "absent_list": "没有交表({count} 个部门)",
    "empty_list": "交了空表({count} 个部门)",
    "absent": "没有交表 {count} 项",
    "csv_absent": "没有交表",
    "csv_empty": "交了空表",
    "result_unmatched": "所要看的有一部分没有对应的填报表、数或目标; 其余已核对",
    "fail_absent": "有部门没有交表",
}

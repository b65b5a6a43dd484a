"""The words of --help and of what can go wrong with a command line."""

OPTIONS: dict[str, str] = {
    "app": "把填报数与规划承诺逐条核对: 能不能信, 兑现没有, 差多少, 谁牵头。\n\n"
    "示例:\n"
    "  anju new --year 2019 --all-departments 空表  给每个部门写一张空表\n"
    "  anju check 区民政局-2019.xlsx                核对一份填报表并给出差距报告\n"
    "  anju check data/returns                      核对一个文件夹\n"
    "  anju export data/examples -o 小结.md         导出给领导看的小结\n"
    "  anju explain ANJ403                          某个代码是什么意思",
    "check": "核对填报表(工作簿、CSV、YAML、JSON): 先逐处指出问题, 再给出差距报告。\n\n"
    "示例:\n"
    "  anju check 区民政局-2019.xlsx\n"
    "  anju check data/examples --all-years --fail-on missed\n"
    "  anju check data/returns --marked 退回\n"
    "  anju check data/examples --format json --output 结果.json\n\n"
    "退出码: 0 已核对, 没有 --fail-on 所问的情形; 1 填报数有错, 或有 --fail-on 所问的情形; "
    "2 无法核对(用法、路径、指标目录、无法写入); 3 什么也没核对到, 或点名要看的没有。",
    "export": "导出小结(默认 Markdown), 给领导看。退出码与 check 相同。\n\n"
    "示例:\n"
    "  anju export data/examples --output 小结.md\n"
    "  anju export data/examples --output 结果.json\n"
    "  anju export data/examples --by department --output 各部门",
    "trend": "逐个指标列出历年的数: 变动、应到、是否达标, 目标和照此推算到目标年的数。\n\n"
    "示例:\n"
    "  anju trend data/reports\n"
    "  anju trend data/examples nursing_bed_share 农村卫生厕所普及率\n"
    "  anju trend data/examples --output 历年.csv\n\n"
    "退出码与 check 相同。",
    "new": "写出一张供部门填报的空表: 正好是它牵头的指标, 写明口径、目标和条款; 填好后原样就能核对。\n\n"
    "示例:\n"
    "  anju new --year 2019 --department 区民政局 --output 区民政局-2019.xlsx\n"
    "  anju new --year 2019 --all-departments 空表 --history 2018年填报表\n"
    "  anju new --year 2019 --department 区民政局 --format csv\n\n"
    "不写 --output 的, 写到标准输出(默认 YAML)。退出码: 0 已写成; 1 已写成, --history 的填报表有错; "
    "2 没有写成; 3 部门没有牵头的指标。",
    "targets": "列出、查找指标目录中的目标。\n\n"
    "示例:\n"
    "  anju targets\n"
    "  anju targets 养老 床位\n"
    "  anju targets --where",
    "explain": "说明一个代码、指标、栏目、比较方式、判定结果, 或填报表、数的写法(numbers)。\n\n"
    "示例:\n"
    "  anju explain ANJ403\n"
    "  anju explain kindergarten_coverage\n"
    "  anju explain nursing_bed_share --on data/examples  这个指标是怎样判定的\n"
    "  anju explain 填报表                                一份填好的例子, 逐栏说明\n"
    "  anju explain 上年数                                填报表的一个栏目\n"
    "  anju explain 左右                                  一种比较方式\n"
    "  anju explain 落后                                  一种判定结果\n"
    "  anju explain numbers                               数的写法",
    "schema": "打印格式说明(JSON Schema 2020-12), 供编辑器补全、提示和检查: 填报表(report)、指标目录(catalogue), "
    "以及 anju 写的结果(outcome、trend)。填报表的格式说明照所用的指标目录生成。\n\n"
    "示例:\n"
    "  anju schema report --output report.schema.json\n"
    "  anju schema catalogue\n\n"
    "YAML 填报表的第一行写上这一句, 编辑器就会用它:\n"
    "  # yaml-language-server: $schema=report.schema.json",
    "paths": "填报表或文件夹",
    "words": "要找的词(名称、别名、条款、部门、原文), 须全部出现",
    "subject": "代码、指标(编号、名称或别名)、填报表或指标目录的栏目、比较方式、判定结果, 或 填报表、numbers",
    "schema_kind": "哪一种: report 填报表、catalogue 指标目录、outcome 核对结果、trend 历年情况",
    "schema_suffix": "格式说明是 JSON, 文件名请以 .json 结尾: {path}",
    "on_needed": "--year、--all-years 和 --what-if 只与 --on 一起使用",
    "on": "在这些填报表上演算一个指标(可多次; 其后可接着写更多路径)",
    "on_more": "填报表或文件夹: 给出后在其上演算该指标",
    "targets_option": "指标目录文件(否则用环境变量 ANJU_TARGETS, 再否则用随附的目录)",
    "format": "输出格式: {choices}",
    "output": "写到文件(完整写成或不写)",
    "by": "分开写: department 每个部门一个文件, 放在 --output 的文件夹里",
    "year": "只看这些年度(可多次)",
    "all_years": "看全部年度",
    "department": "只看这些牵头部门的目标(可多次; 名称或别名)",
    "area": "只看这些领域(可多次; 编号或名称)",
    "basis": "只看这些类别(可多次): number 定量、universal 全覆盖、relative 对照、direction 升降",
    "fail_on": "出现这些情形时退出码为 1(可多次): {choices}; error 总在其中",
    "new_format": "空表的格式: {choices}(默认按文件后缀; 一次写各部门的, 默认 xlsx)",
    "new_year": "填哪一年度的数(必填)",
    "new_department": "给哪个部门填: 正好是它牵头的指标(名称或别名); 不写就是全部指标",
    "all_departments": "给每个牵头部门各写一张, 写进这个文件夹",
    "history": "上年的填报表或文件夹(可多次): 可信的上年数先填好",
    "schema_path": "编辑器到哪里找填报表的 JSON Schema, 写在 YAML 空表的第一行",
    "trend_paths": "填报表或文件夹; 其后可写只看哪些指标(编号、名称或别名)",
    "trend_slip": "“{value}”既不是路径, 也不是指标{near}",
    "trend_no_path": "没有给出填报表或文件夹, 只有指标: {value}",
    "compare": "另按这种方法比较, 只供对照, 不作判定: {choices}",
    "what_if": "假设某指标的数后再判定(可多次), 如 nursing_bed_share=31; 只作测算, 不影响退出码",
    "against": "与以前的结果(--format json 写的文件)相比: 新增未达标、新达标、改动的数、新问题、已解决的问题",
    "marked": "把填报表另存一份, 标出每处问题(xlsx 涂色加批注, csv 加一列, yaml 加注释): 单个文件写到此文件, "
    "文件夹写到此文件夹; 原文件不动",
    "clear_marks": "与 --marked 同用: 写出的是去掉 anju 标注的副本",
    "lang": "语言: zh 或 en(否则用环境变量 ANJU_LANG)",
    "color": "颜色: auto、always 或 never",
    "verbose": "展开折叠的部分",
    "quiet": "只显示最后的小结(仅文本格式)",
    "debug": "程序出错时显示详细信息",
    "version": "显示版本",
    "where": "只显示用的是哪一份指标目录",
    "help": "显示帮助",
    "reading": "读取填报表",
    "install_completion": "为当前的命令行外壳装上补全",
    "show_completion": "显示当前外壳的补全脚本, 供自行安装",
    "completion_installed": "{shell} 的补全已装入 {path}; 重新打开终端后生效",
    "completion_shell": "认不出所用的命令行外壳, 没有装补全; 支持 {choices}",
    "default": "[默认: {value}]",
    "required": "[必填]",
    "usage": "用法: ",
    "arguments": "参数:",
    "options": "选项:",
    "commands": "命令:",
    # what stands for a value
    "options_metavar": "[选项]",
    "command_metavar": "命令 [参数]...",
    "paths_metavar": "路径...",
    "more_metavar": "[路径]...",
    "trend_metavar": "路径... [指标]...",
    "words_metavar": "[词]...",
    "subject_metavar": "主题",
    "schema_metavar": "种类",
    "path_metavar": "路径",
    "file_metavar": "文件",
    "folder_metavar": "文件夹",
    "by_metavar": "分组",
    "format_metavar": "格式",
    "year_metavar": "年度",
    "department_metavar": "部门",
    "area_metavar": "领域",
    "basis_metavar": "类别",
    "what_if_metavar": "指标=数",
    "fail_on_metavar": "情形",
    "compare_metavar": "方法",
    "lang_metavar": "语言",
    "color_metavar": "何时",
    "flag_metavar": "<开关>",
    "texts_metavar": "<文字, 可多个>",
    "text_metavar": "<文字>",
    # what can go wrong
    "usage_error": "用法有误: {problem}",
    "try_help": "查看帮助: {command} --help",
    "no_such_option": "没有选项“{value}”{near}",
    "no_such_command": "没有命令“{value}”(可用 {choices}){near}",
    "missing_command": "缺少命令; 可用 {choices}",
    "missing_argument": "缺少参数“{name}”",
    "option_needs_value": "选项“{value}”后面缺少值({metavar})",
    "option_takes_none": "选项“{value}”后面不带值",
    "bad_value": "{option}: {problem}",
    "comma": "、",
    "area_choice": "{key}({name})",
    "choice": "“{value}”不在可选之列: {choices}{near}",
    "near": "。您是不是要写 {near}?",
    "unknown_language": "环境变量 ANJU_LANG 设为“{value}”, 没有这种语言; 可用 {choices}",
    "unknown_suffix": "不认识的文件后缀“{suffix}”; 可用 {choices}, 或用 --format 指明格式",
    "suffix_of_report": "后缀 {suffix} 的文件会被当作填报表读入, 结果不写成这种文件; 请另换文件名, 后缀可用 {choices}",
    "suffix_of": "后缀 {suffix} 的文件是 {owner} 格式, 与 --format {asked} 不符; 请换一个后缀, 或不写 --format",
    "new_no_year": "请用 --year 写明填哪一年度的数",
    "new_year_outside": "指标目录只收 {first}～{last} 年的数: {value}",
    "new_two_outputs": "--all-departments 给每个部门各写一张, 不与 --department、--output 同时使用",
    "new_no_stdout": "工作簿不能写到标准输出; 请用 --output 写明文件",
    "new_leads_nothing": "{department} 没有牵头的目标, 没有要填的指标",
    "new_no_previous": "--history 里没有可信的 {year} 年的数(示例数据不算), 上年数留空",
    "written_forms": "已写入 {path}: {count} 张空表",
    "year_value": "年度须为四位数字: “{value}”",
    "unknown_department": "指标目录中没有部门“{value}”; 可选: {choices}{near}",
    "unknown_area": "指标目录中没有领域“{value}”; 可选: {choices}{near}",
    "unknown_indicator": "指标目录中没有指标“{value}”{near}",
    "what_if_form": "假设请写成 指标=数, 如 nursing_bed_share=31: “{value}”",
    "what_if_value": "假设的数“{value}”不合数的写法(单位: {unit}); 见 anju explain numbers",
    "what_if_twice": "同一指标只能假设一个数",
    "earlier_unread": "无法读取以前的结果 {path}: {why}",
    "earlier_no_file": "{path} 不是普通文件, 不能用来比较",
    "earlier_too_large": "{path} 超过 {limit} MB, 不是 anju 写的结果",
    "earlier_no_outcome": "{path} 不是 anju 用 --format json 写的结果, 无法比较",
    "earlier_assumed": "{path} 是假设测算的结果(--what-if), 不能用来比较; 请换用实际填报的结果",
    "unknown_subject": "没有“{value}”这个代码、指标、栏目、比较方式或判定结果"
    "(可用 anju targets {value} 查找目标){near}",
    "no_target_found": "没有符合的目标: {words}",
    "quiet_verbose": "--quiet 与 --verbose 不能同时使用",
    "both_years": "--year 与 --all-years 不能同时使用",
    "by_no_folder": "--by 要写出多个文件, 请用 --output 指明放在哪个文件夹, 如 --by department --output out/",
    "by_file": "--by 要写出多个文件, --output 应是文件夹, “{path}”不是; "
    "如 --by department --output out/, 格式用 --format 指明",
    "output_closed": "标准输出已关闭, 报告无处可写",
    "output_failed": "无法写入 {path}: {why}",
    "output_no_file": "{path} 不是普通文件, 不写; 请另换文件名",
    "output_is_input": "{path} 是本次读入的文件, 不覆盖; 请另换文件名",
    "output_is_filled": "{path} 已经在那里, 不是空表(可能已经填了数), 不覆盖; 请另换文件名或文件夹, 或先把它移走",
    "clear_without_marked": "--clear-marks 要与 --marked 同用, 后者指明写到哪里",
    "marked_suffix": "标注副本与原文件同一种格式, 后缀须为 {suffix}: {path}",
    "marked_no_suffix": "要标注的文件没有后缀, 标注副本也不带后缀: {path}",
    "marked_no_folder": "标注的不止一个文件, --marked 须是文件夹, 不是文件: {path}",
    "marked_inside": "{path} 在要核对的文件夹 {folder} 里, 下次会被当作填报表读入; 请另换文件夹",
    "marked_file": "已写入标注副本 {path}",
    "marked_folder": "已写入 {count} 份标注副本, 在 {path}",
    "unmarked_files": "{count} 个文件没有要改正或核实的, 没有写副本",
    "cleared_file": "已写入去掉标注的副本 {path}",
    "cleared_folder": "已写入 {count} 份去掉标注的副本, 在 {path}",
    "uncleared_files": "{count} 个文件没有 anju 的标注, 没有写副本",
    "unmarkable": "以下文件没有写副本:\n{reasons}",
    "unmarkable_signed": "{path}: 有电子签名, 一改签名即失效; 请对未签名的文件标注",
    "unmarkable_unreadable": "{path}: 读不了, 无处标注; 原因见上面的核对结果",
    "unmarkable_old_workbook": "{path}: 旧版工作簿不能标注; 请在 Excel 或 WPS 中另存为 .xlsx 后再标注",
    "unmarkable_no_room": "{path}: JSON 文件没有写注释的地方, 不标注; 问题见上面的核对结果",
    "unmarkable_too_large": "{path}: 问题太多, 加上标注就超过能读的大小; 请先按上面的核对结果改正一部分",
    "unmarkable_changed": "{path}: 加减标注会改动填报内容, 因此没有写; 请把此文件反馈给维护者",
    "written": "已写入 {path}",
    "pages_written": "已写入 {path}, 每个部门一份, 共 {count} 份: {files}",
    "pages_kept": "没有核对到填报数; {path} 中没有写出也没有改动任何文件",
    "output_kept": "没有核对到填报数; {path} 仍是原来的内容, 没有覆盖",
    # why the system could not
    "why_ENOENT": "没有这个文件或文件夹",
    "why_EACCES": "没有权限",
    "why_EPERM": "系统不允许",
    "why_EEXIST": "那里已有同名的文件",
    "why_EISDIR": "那是一个文件夹",
    "why_ENOTDIR": "路径中有一段不是文件夹",
    "why_ENOSPC": "磁盘已满",
    "why_EDQUOT": "磁盘配额已满",
    "why_EROFS": "磁盘只能读",
    "why_ENAMETOOLONG": "文件名过长",
    "why_ELOOP": "链接绕成了圈",
    "why_EIO": "磁盘读写出错",
    "why_other": "系统错误 {number}",
    "why_path": "路径中有不能用的字符",
    "internal": "程序内部错误(anju {version}): {error}\n"
    "请把所用命令和填报表(去掉敏感内容)反馈给维护者; 加 --debug 可见详情",
    "interrupted": "anju: 已中断, 没有输出结果。",
    "interrupted_midway": "anju: 已中断, 输出的内容不完整。",
}

"""`anju check`: findings, then the gap report."""

from anju_cli.commands.report_command import app_for

app = app_for("check", usual="text", without=("by",))

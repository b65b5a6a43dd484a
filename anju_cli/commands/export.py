"""`anju export`: the page that leaders read."""

from anju_cli.commands.report_command import app_for

app = app_for("export", usual="markdown", without=("marked", "clear_marks"))

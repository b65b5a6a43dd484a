"""Completion for the shell in use: installed where the shell looks, or shown to be installed by hand.

Typer's own options for it speak English alone; what is beneath them has no other name.
"""

import typer
from typer import _completion_shared as completion

from anju_cli.characters import visible
from anju_cli.output import write_stdout
from anju_cli.texts.help import SAY

SHELLS = tuple(shell.value for shell in completion.Shells)


def install() -> None:
    """Write the shell's script where it looks for one, and say where."""
    shell, path = completion.install(_shell())
    write_stdout((SAY["completion_installed"].format(shell=shell, path=visible(str(path))), "\n"), machine=False)
    raise typer.Exit


def show() -> None:
    """Print the shell's script."""
    script = completion.get_completion_script(prog_name="anju", complete_var="_ANJU_COMPLETE", shell=_shell())
    write_stdout((script, "\n"), machine=False)
    raise typer.Exit


def _shell() -> str:
    """The shell that this process was started from."""
    shell = completion._get_shell_name()  # noqa: SLF001 - as said above
    if shell not in SHELLS:
        raise typer.BadParameter(SAY["completion_shell"].format(choices=" ".join(SHELLS)))
    return shell

"""One module a command: options, run, render, write, exit."""

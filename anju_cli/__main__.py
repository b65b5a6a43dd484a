"""`python -m anju_cli`."""

from anju_cli.cli import main

if __name__ == "__main__":
    main()

"""Names say what they hold: few of the package's own are words that could stand for anything."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "anju_cli"

_WORDS = (
    "one ones found given said told asked known seen wanted held taken heard again beside way thing things stuff"
    " it entry element x item work data obj res ret val tmp foo bar info rest other both kept made left came"
)

#: Words that name anything, and so nothing. Well-read checkers of other houses have 1.5 to 5 in a hundred names.
VAGUE = frozenset(_WORDS.split())

#: How many of a hundred names may be vague.
MOST_PERCENT = 3


def names(source: str) -> Counter[str]:
    """Every name in a text, as often as it is written or read, without the underscores around it."""
    return Counter(name.strip("_") for node in ast.walk(ast.parse(source)) for name in _names_of(node))


def _names_of(node: ast.AST) -> Iterator[str]:
    """What a node of the tree calls something: variables, parameters, functions, classes, attributes and keywords."""
    match node:
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case _:
            pass


def vague_in(counts: Counter[str]) -> int:
    """How many of the names are vague."""
    return sum(count for name, count in counts.items() if name in VAGUE)


def test_names_of_the_package_say_what_they_hold() -> None:
    """At most three of a hundred names are vague; if there are more, the worst modules are shown."""
    modules = {path: names(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    total = sum(counts.total() for counts in modules.values())
    vague = {path.relative_to(PACKAGE).as_posix(): vague_in(counts) for path, counts in modules.items()}
    worst = Counter(vague).most_common(8)
    assert 100 * sum(vague.values()) <= MOST_PERCENT * total, worst


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one = found.given", {"one": 1, "found": 1, "given": 1}),
        ("def __told__(item, *rest, key): pass", {"told": 1, "item": 1, "rest": 1, "key": 1}),
        ("class Thing: pass\nasync def work(): pass", {"Thing": 1, "work": 1}),
        ("call(data=_x, **other)", {"call": 1, "data": 1, "x": 1, "other": 1}),
        ("'found' in text  # found", {"text": 1}),
    ],
)
def test_what_counts_as_a_name(source: str, expected: dict[str, int]) -> None:
    """Names count wherever they are written or read; words in texts and comments are none."""
    assert expected == names(source)

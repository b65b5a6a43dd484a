"""How the catalogue's texts become values: strictly, with our own grammar, never by guessing."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from anju_cli.catalogue.building import OPEN_ENDS
from anju_cli.numbers import read_plain, read_year


def _number(raw: Any) -> Any:
    value = read_plain(raw) if isinstance(raw, str) else None
    if value is None:
        raise PydanticCustomError("number", "a plain number is needed")
    return value


def _open_number(raw: Any) -> Any:
    return None if isinstance(raw, str) and raw in OPEN_ENDS else _number(raw)


def _year(raw: Any) -> Any:
    year, noted = read_year(raw) if isinstance(raw, str) else (None, False)
    if year is None or noted:
        raise PydanticCustomError("year", "a year of four digits is needed")
    return year


def _flag(raw: Any) -> Any:
    if not isinstance(raw, str) or raw not in {"true", "false"}:
        raise PydanticCustomError("flag", "true or false is needed")
    return raw == "true"


def keyed(raw: Any) -> Any:
    """Only keys with values: a named tuple would take a list by position."""
    if not isinstance(raw, dict):
        raise PydanticCustomError("keyed", "keys with values are needed")
    return raw


Number = Annotated[Decimal, BeforeValidator(_number)]
Bound = Annotated[Decimal | None, BeforeValidator(_open_number)]
Year = Annotated[int, BeforeValidator(_year)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, StringConstraints(pattern=r"\S")]
Keyed = BeforeValidator(keyed)

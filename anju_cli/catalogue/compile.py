"""`python -m anju_cli.catalogue.compile`: write the compiled form of the shipped catalogue anew."""

import json
from collections.abc import Iterator
from typing import Any

from anju_cli.catalogue.compiled import FILE, joined, written
from anju_cli.loading.catalogue import CatalogueText, read_shipped
from anju_cli.places import Route
from anju_cli.readers import Document


def compiled_text(shipped: CatalogueText) -> str:
    """The compiled form of a sound catalogue: one indicator a line, decimals as they were written."""
    document, raw = shipped.document, dict(shipped.raw)
    indicators = raw.pop("indicators")
    places = {id_: "\n".join(("", *_places(document, ("indicators", id_)), "")) for id_ in indicators}
    catalogue = _object({**{key: _encoded(value) for key, value in raw.items()}, "indicators": _lines(indicators)})
    parts = {"sha256": _encoded(document.sha256), "catalogue": catalogue, "places": _lines(places)}
    return _object(parts) + "\n"


def _places(document: Document, route: Route) -> Iterator[str]:
    """Where a route stands, and every route below it: a line each."""
    for name, (key, node) in document.tables[route[:-1]].items():
        if name == route[-1]:
            yield f"{joined(route[2:])}\t" + written(node.span[:4], None if key is None else key.span[:4])
    for name in document.tables.get(route, ()):
        yield from _places(document, (*route, name))


def _encoded(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _object(parts: dict[str, str]) -> str:
    return "{" + ",\n".join(f"{_encoded(key)}:{text}" for key, text in parts.items()) + "}"


def _lines(table: dict[str, Any]) -> str:
    return _object({key: _encoded(value) for key, value in table.items()})


def main() -> None:
    """Compile and write."""
    FILE.write_text(compiled_text(read_shipped()), "utf-8")


if __name__ == "__main__":
    main()

"""The compiled form of the shipped catalogue: the same values and places as its text, and only for that text."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from anju_cli.catalogue import compiled
from anju_cli.catalogue.building import build
from anju_cli.catalogue.compile import compiled_text
from anju_cli.diagnostics import Level
from anju_cli.loading import catalogue as loading
from anju_cli.loading.catalogue import load_catalogue, load_shipped, read_shipped, shipped_path
from anju_cli.places import Place


def test_the_committed_form_is_what_compiling_gives() -> None:
    """`python -m anju_cli.catalogue.compile` would change nothing: else the catalogue was edited and not compiled."""
    assert compiled.FILE.read_text("utf-8") == compiled_text(read_shipped())


def test_compiling_writes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command writes what is committed."""
    committed = compiled.FILE.read_bytes()
    monkeypatch.setattr(compiled, "FILE", tmp_path / "targets.json")
    monkeypatch.delitem(sys.modules, "anju_cli.catalogue.compile")
    runpy.run_module("anju_cli.catalogue.compile", run_name="__main__")
    assert committed == (tmp_path / "targets.json").read_bytes()


def test_the_values_are_those_of_the_text() -> None:
    """What is compiled is what validating the text gives: every indicator, department, area and number."""
    loaded, text = load_shipped().catalogue, build(read_shipped().raw)
    assert loaded is not None
    for field in ("catalogue", "indicators", "areas", "departments", "exempt"):
        assert getattr(text, field) == getattr(loaded, field)


def test_the_places_are_those_of_the_text() -> None:
    """Every indicator, target and whatever stands below them is where the text has it; what is not there, above it."""
    loaded, text = load_shipped().document, read_shipped().document
    routes = [(*route, name) for route, table in text.tables.items() if route[:1] == ("indicators",) for name in table]
    routes += [(*route, "nothing") for route in routes[:50]]
    assert len(routes) > 1000
    for route in routes:
        for on_key in (True, False):
            place = Place("targets.yaml", route, on_key=on_key)
            assert text.locate(place) == loaded.locate(place)


def test_a_place_outside_the_indicators_is_not_known() -> None:
    """Only indicators are ever pointed at: of anything else the compiled form says nothing."""
    assert load_shipped().document.locate(Place("targets.yaml", ("catalogue", "title"), on_key=True)) is None


@pytest.mark.parametrize("stale", ["missing", "other", "half merged"])
def test_a_stale_form_is_not_taken(stale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a compiled form, or with that of another text, the text is read and validated, with the same values."""
    expected = load_shipped().catalogue
    path = tmp_path / "targets.json"
    if stale == "other":
        path.write_text(json.dumps({"sha256": "0" * 64, "catalogue": {}, "places": {}}), "utf-8")
    elif stale == "half merged":
        path.write_text("<<<<<<< ours\n" + compiled.FILE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(compiled, "FILE", path)
    loaded = load_shipped()
    assert expected is not None
    assert loaded.catalogue is not None
    assert (None, shipped_path()) == (loaded.document.spans, loaded.path)
    assert expected.indicators == loaded.catalogue.indicators


def test_a_catalogue_of_ones_own_is_never_a_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a user's file nothing is looked for, and the compiled form is not even opened."""
    own = tmp_path / "targets.yaml"
    own.write_bytes(Path(shipped_path()).read_bytes())
    (tmp_path / "targets.json").write_text("{", "utf-8")
    expected = load_shipped().catalogue
    monkeypatch.setattr(compiled, "FILE", tmp_path / "nowhere")
    loaded = load_catalogue(str(own))
    assert expected is not None
    assert loaded.catalogue is not None
    assert (None, expected.indicators) == (loaded.document.spans, loaded.catalogue.indicators)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"catalogue: {"])
def test_a_lost_or_spoilt_catalogue_is_a_finding(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the shipped catalogue is gone or spoilt, a finding says so under the name it has everywhere."""
    path = tmp_path / "targets.yaml"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(loading, "shipped_path", lambda: str(path))
    loaded = load_shipped()
    assert (None, "targets.yaml") == (loaded.catalogue, loaded.document.path)
    assert [Level.ERROR] == [finding.level for finding in loaded.diagnostics]


def test_a_faulty_catalogue_is_not_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has a fault is refused before anything is written."""
    path = tmp_path / "targets.yaml"
    path.write_text("catalogue: {title: 甲}\n", "utf-8")
    monkeypatch.setattr(loading, "shipped_path", lambda: str(path))
    with pytest.raises(ValueError, match="has faults"):
        read_shipped()

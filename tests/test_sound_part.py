"""The part of a catalogue that fits its shape points at the whole."""

from anju_cli.loading.sound_part import sound_part


def test_a_target_left_is_found_where_it_stands() -> None:
    """Without the first of two targets the second is the part's first; its route in the catalogue is its own."""
    raw = {"indicators": {"x": {"targets": ["a", "b"]}, "y": {"name": "c"}}}
    part = sound_part(raw, [("indicators", "x", "targets", 0, "by"), ("indicators", "y", "name")])
    assert part is not None
    assert {"x": {"targets": ["b"]}} == part.raw["indicators"]
    assert ("indicators", "x", "targets", 1, "quote") == part.route(("indicators", "x", "targets", 0, "quote"))
    assert ("indicators", "x", "unit") == part.route(("indicators", "x", "unit"))


def test_a_flaw_beside_the_indicators_leaves_nothing() -> None:
    """A catalogue whose head has a flaw is not looked at any further."""
    assert sound_part({"indicators": {}}, [("catalogue", "title")]) is None

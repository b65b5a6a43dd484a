"""Files in portions by their regions: what a look at the first bytes sees, and a run that is the same however cut."""

import itertools
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anju_cli.catalogue import Catalogue
from anju_cli.codes import CODES
from anju_cli.codes.samples import sample
from anju_cli.diagnostics import Diagnostic
from anju_cli.formats import FORMATS, View
from anju_cli.loading import Loaded, load_catalogue, load_shipped
from anju_cli.loading.files import start_of
from anju_cli.run import Request, Style, portions, run_text, write_run
from anju_cli.run.pipeline import PortionOutcome, Task, outcome_of
from anju_cli.run.portions import Portion, peek, portions_of, regrouped
from anju_cli.spool import Spool
from tests.samples_of_code import ALL_YEARS, indicator, plan, report, target
from tests.workbooks import book_of, strings

PLAN = plan(share=indicator(target("at_least: 80")), beds=indicator(target("at_least: 37"), unit="张"))


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """A small catalogue of 甲区."""
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    return load_catalogue(str(tmp_path / "plan.yaml"))


@pytest.fixture
def known(loaded: Loaded) -> Catalogue:
    """What it says."""
    assert loaded.catalogue is not None
    return loaded.catalogue


#: The first bytes of a file, and the region they seem to name.
SEEN = [
    ("year: 2019\nregion: 乙县\n", "乙县"),
    ("地区: 乙县\n年度: 2019\n", "乙县"),
    ("地区：乙县\n年度：2019\n", "乙县"),
    ("\"region\": '乙县'  # 对照\nyear: 2019\n", "乙县"),
    ("'地区': \"乙县\"\n", "乙县"),
    ("REGION : 乙县 # 对照\n", "乙县"),
    ("{region: 乙县, year: 2019, figures: {}}\n", "乙县"),
    ("{year: 2019, '地区' : 乙县}\n", "乙县"),
    ('{"year": 2019,\n "region": "乙县",\n "figures": {}}\n', "乙县"),
    ("region: 甲城区\n", "甲区"),
    ("region: 甲 区\n", "甲区"),
    ("region:\nyear: 2019\n", "甲区"),
    ("region: ~\n", "甲区"),
    ("year: 2019\nfigures:\n  share: 5\n", "甲区"),
    ("# region: 乙县\nyear: 2019\n", "甲区"),
    ("", "甲区"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(("text", "region"), SEEN)
def test_a_look_at_the_region(tmp_path: Path, known: Catalogue, text: str, region: str, encoding: str) -> None:
    """Names and aliases are folded; quoted keys, full-width colons, flow style and JSON are seen; none is the own."""
    (tmp_path / "a.yaml").write_bytes((text + "说明" * 3000).encode(encoding))
    assert region == peek(str(tmp_path / "a.yaml"), known)


def test_a_look_at_nothing(tmp_path: Path, known: Catalogue) -> None:
    """What can't be opened is looked at as a report of the own region: reading will say what is wrong."""
    assert ["甲区", "甲区"] == [peek(path, known) for path in (str(tmp_path), str(tmp_path / "none.yaml"))]


def test_no_region_is_split(tmp_path: Path, known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a region are in one portion, whatever their order; few files are not looked at."""
    monkeypatch.setattr(portions, "PORTION", 4)
    paths = []
    for region, year in itertools.product("乙丙丁戊己", (2018, 2019, 2020)):
        paths.append(tmp_path / f"{year}{region}.yaml")
        paths[-1].write_text(report(year, head=f"region: {region}县", share="5"), "utf-8")
    given_paths = tuple(map(str, sorted(paths)))
    found = portions_of(given_paths, (), known)
    assert set(given_paths) == {path for portion in found for path in portion.paths}
    homes = {(path[-6], number) for number, portion in enumerate(found) for path in portion.paths}
    assert (5, [6, 6, 3]) == (len(homes), [len(portion.paths) for portion in found])
    assert [Portion(given_paths[:3])] == portions_of(given_paths[:3], (), known)


def test_files_of_several_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with reports of two regions keeps both together; notes go where their file is, or to the first."""
    monkeypatch.setattr(portions, "PORTION", 1)
    notes = tuple(Diagnostic("ANJ014", start_of(path)) for path in ("c", "elsewhere"))
    files = [("a", ("甲", "乙")), ("b", ("丙",)), ("c", ("乙", "丁")), ("d", ("丁",)), ("e", ()), ("f", (None,))]
    assert [Portion(("e", "f"), notes[1:]), Portion(("b",)), Portion(("a", "c", "d"), notes[:1])] == sorted(
        regrouped(files, notes), key=lambda portion: (portion.paths[0] != "e", portion.paths[0] != "b")
    )


def written(paths: tuple[str, ...], loaded: Loaded, name: str = "json", lang: str = "zh", verbose: bool = True) -> str:
    """What `check --all-years` writes."""
    with Spool() as spool:
        style = Style(FORMATS[name].check, View(lang, verbose=verbose))
        return "".join(write_run(Request(paths, ALL_YEARS), loaded, style, spool).pieces)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Portions of two files or more; how many files each has that is judged."""
    sizes: list[int] = []

    def hearing(task: Task, portion: Portion, more: object) -> PortionOutcome:
        sizes.append(len(portion.paths))
        return outcome_of(task, portion, more)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(portions, "PORTION", 2)
    monkeypatch.setattr(run_text, "outcome_of", hearing)
    return sizes


def test_a_region_met_in_two_portions_is_read_again(tmp_path: Path, loaded: Loaded, heard: list[int]) -> None:
    """A region that can't be seen at a glance brings its portions together, those alone, now by their regions."""
    texts = [
        report(year, head=f"region: {region}县", share=str(year - 1950))
        for region in "乙丙丁戊"
        for year in (2018, 2019)
    ]
    texts[1] = texts[1].replace("乙县", '"\\u4e59县"')
    paths = []
    for number, text in enumerate(texts):
        paths.append(tmp_path / f"{number}.yaml")
        paths[-1].write_text(text, "utf-8")
    found = written(tuple(map(str, paths)), loaded)
    first, again = heard[:3], heard[3:]
    assert (8, [2, 2, 2]) == (sum(first), again)
    heard.clear()
    portions.PORTION = 100
    assert (found, [8]) == (written(tuple(map(str, paths)), loaded), heard)


def test_a_revision_of_no_region_takes_the_run_in_one_piece(tmp_path: Path, loaded: Loaded, heard: list[int]) -> None:
    """Nobody knows which region's figure was meant: all of them are looked at together."""
    texts = [report(2018, head=f"region: {region}县", share="70") for region in "乙丙丁戊"]
    revision = "revisions:\n  - {indicator: share, year: 2018, was: 70, value: 71, reason: 审计}\n"
    texts.append(report(2019, head="region: 甲城城区", tail=revision, share="72"))
    paths = []
    for number, text in enumerate(texts):
        paths.append(tmp_path / f"{number}.yaml")
        paths[-1].write_text(text, "utf-8")
    written(tuple(map(str, paths)), loaded)
    assert (5, [5]) == (sum(heard[:-1]), heard[-1:])


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The bad and good samples of every code, but those of the catalogue; another region's beside them."""
    folder = tmp_path_factory.mktemp("samples")
    for code in CODES:
        for which in ("bad", "good"):
            for path in () if code.startswith("ANJ7") else sample(code, which):
                home = folder / f"{code}-{which}"
                if path.is_dir():
                    copytree(path, home)
                elif path.is_file():
                    home.mkdir(exist_ok=True)
                    (home / path.name).write_bytes(path.read_bytes())
    for number, path in enumerate(sorted(folder.rglob("*.yaml"))[::2]):
        text = path.read_bytes().replace(b"year:", f"region: 第{number % 7}县\nyear:".encode(), 1)
        (path.parent / f"other-{path.name}").write_bytes(text)
    return tuple(sorted(str(path) for path in folder.rglob("*.*") if path.suffix == ".yaml"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_the_same_bytes_however_it_is_cut(
    samples: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, drawn: st.DataObject
) -> None:
    """One portion or many, one process or two, and any order of the paths: every format is the same to the byte."""
    loaded = load_shipped()
    paths = drawn.draw(st.lists(st.sampled_from(samples), min_size=2, max_size=40))
    name = drawn.draw(st.sampled_from(list(FORMATS)))
    lang = drawn.draw(st.sampled_from(["zh", "en"]))
    verbose = drawn.draw(st.booleans())
    monkeypatch.setattr(portions, "PORTION", 1000)
    whole = written(tuple(paths), loaded, name, lang, verbose)
    monkeypatch.setattr(portions, "PORTION", drawn.draw(st.integers(1, 9)))
    monkeypatch.setattr(run_text, "MANY", drawn.draw(st.sampled_from([2, 1000])))
    monkeypatch.setattr(run_text, "processors", lambda: 2)
    assert whole == written(tuple(drawn.draw(st.permutations(paths))), loaded, name, lang, verbose)


def test_a_look_at_the_region_of_a_workbook(tmp_path: Path, known: Catalogue) -> None:
    """A workbook's first texts tell its region: in one cell with its name, or in the cell beside it."""
    cells = ('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>')
    books = {
        "one": book_of("<row>" + cells[0] + "</row>", parts={"xl/sharedStrings.xml": strings("<t>地区:乙区</t>")}),
        "two": book_of(
            "<row>" + "".join(cells) + "</row>",
            parts={"xl/sharedStrings.xml": strings("<t>地区</t>", "<t>丙区</t>")},
        ),
        "inline": book_of('<row><c t="inlineStr"><is><t xml:space="preserve">地区:丁区</t></is></c></row>'),
        "none": book_of(""),
        "damaged": b"PK\x03\x04",
    }  # fmt: skip
    for name, raw in books.items():
        (tmp_path / f"{name}.xlsx").write_bytes(raw)
    assert ["乙区", "丙区", "丁区", "甲区", "甲区"] == [peek(str(tmp_path / f"{name}.xlsx"), known) for name in books]
    assert "甲区" == peek(str(tmp_path / "nowhere.xlsx"), known)


def test_a_workbook_weighs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portion has fewer files where workbooks are among them: they take longer."""
    monkeypatch.setattr(portions, "PORTION", 8)
    files = [(f"{name}.{suffix}", (name,)) for suffix in ("xlsx", "yaml") for name in "abcdefgh"]
    sizes = [len(portion.paths) for portion in regrouped(files, ())]
    assert ([4] * 4, 40) == (sizes, portions.weight(path for path, _ in files))

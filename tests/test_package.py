"""What is shipped, and that anju finds its catalogue however it was installed."""

import os
import runpy
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from anju_cli import __version__

ROOT = Path(__file__).parent.parent

#: Where the packages that anju needs are; anju's own entry there is not followed under `-S`.
STACK = os.pathsep.join(path for path in sys.path if path.endswith("-packages"))

#: Runs the command line with one more folder of installed packages, before all others.
START = """
import site, sys
known = list(sys.path)
site.addsitedir(sys.argv.pop(1))
sys.path[:] = [path for path in sys.path if path not in known] + known
from anju_cli.__main__ import main
main()
"""


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python without the settings of this session; UTF-8 in and out."""
    dropped = ("COV", "ANJU_", "PYTHONPATH", "FORCE_COLOR")
    plain = {key: value for key, value in os.environ.items() if not key.startswith(dropped)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=plain | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(kind: str, folder: Path) -> Path:
    """A wheel of the checkout: `wheel` or `wheel:editable`; nothing is downloaded."""
    done = run(["-m", "hatchling", "build", "-t", kind, "-d", str(folder)], ROOT)
    assert (0, "") == (done.returncode, done.stderr if done.returncode else "")
    return next(folder.glob("*.whl"))


def installed(wheel: Path, folder: Path) -> Path:
    """The folder into which a wheel was installed, without its dependencies and without a network."""
    done = run(["-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder), str(wheel)], ROOT)
    assert (0, "") == (done.returncode, done.stderr if done.returncode else "")
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once."""
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """What the wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def where(folder: Path, cwd: Path) -> str:
    """What `anju targets --where` says where anju is installed in `folder`."""
    done = run(["-S", "-c", START, str(folder), "targets", "--where"], cwd, PYTHONPATH=STACK)
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout.strip()


def test_a_wheel_brings_its_catalogue(wheel: Path, tmp_path: Path) -> None:
    """Installed from a wheel, anju uses the catalogue inside it, from an empty folder too."""
    folder, empty = installed(wheel, tmp_path / "site"), tmp_path / "empty"
    empty.mkdir()
    assert str(folder / "anju_cli" / "data" / "targets.yaml") == where(folder, empty)


def test_an_editable_install_uses_the_checkout(tmp_path: Path) -> None:
    """Installed with -e, anju uses the checkout's data/targets.yaml: an edit there is seen at once."""
    folder = installed(built("wheel:editable", tmp_path / "built"), tmp_path / "site")
    assert str(ROOT / "data" / "targets.yaml") == where(folder, tmp_path)


def test_a_checkout_uses_its_own_catalogue(tmp_path: Path) -> None:
    """Run from a checkout that is not installed, anju uses the checkout's data/targets.yaml."""
    path = os.pathsep.join([str(ROOT), STACK])
    done = run(["-S", "-m", "anju_cli", "targets", "--where"], tmp_path, PYTHONPATH=path)
    assert (f"{ROOT / 'data' / 'targets.yaml'}\n", 0) == (done.stdout, done.returncode)


def test_a_catalogue_in_the_current_folder_is_not_used(wheel: Path, tmp_path: Path) -> None:
    """The same command judges alike wherever it is run."""
    folder, data = installed(wheel, tmp_path / "site"), tmp_path / "here" / "data"
    data.mkdir(parents=True)
    for place in (data, data.parent):
        (place / "targets.yaml").write_text("catalogue: {}\n", "utf-8")
    assert str(folder / "anju_cli" / "data" / "targets.yaml") == where(folder, data.parent)


def test_the_wheel_holds_the_very_catalogue(wheel: Path) -> None:
    """The shipped catalogue is the checkout's, byte by byte."""
    with zipfile.ZipFile(wheel) as archive:
        assert (ROOT / "data" / "targets.yaml").read_bytes() == archive.read("anju_cli/data/targets.yaml")


def test_the_wheel_holds_what_is_not_code(names: set[str]) -> None:
    """The mark for type checkers, the schema of the outcome, every code's words and every sample are shipped."""
    package = ROOT / "anju_cli"
    files = {path.relative_to(ROOT).as_posix() for path in (package / "codes").rglob("*.yaml")}
    assert {"anju_cli/codes/ANJ204/zh.yaml", "anju_cli/codes/ANJ204/bad.yaml"} <= files
    assert (
        set()
        == {"anju_cli/py.typed", "anju_cli/schemas/outcome.schema.json", "anju_cli/catalogue/targets.json", *files}
        - names
    )


def test_the_wheel_holds_the_package_alone(names: set[str]) -> None:
    """No test, no benchmark, no report is installed on a user's machine."""
    folders = {name.partition("/")[0] for name in names}
    assert {"anju_cli", f"anju-{__version__}.dist-info"} == folders


def test_the_wheel_holds_the_licence_and_the_command(wheel: Path, names: set[str]) -> None:
    """The licence travels with the wheel, and `anju` is its one command."""
    about = f"anju-{__version__}.dist-info"
    assert f"{about}/licenses/LICENSE" in names
    with zipfile.ZipFile(wheel) as archive:
        assert (
            "[console_scripts]\nanju = anju_cli.__main__:main\n" == archive.read(f"{about}/entry_points.txt").decode()
        )


def test_python_m_runs_anju(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m anju_cli --version` prints the version and ends with 0."""
    monkeypatch.setattr(sys, "argv", ["anju", "--version"])
    monkeypatch.delitem(sys.modules, "anju_cli.__main__", raising=False)
    with pytest.raises(SystemExit) as end:
        runpy.run_module("anju_cli", run_name="__main__", alter_sys=True)
    assert (f"anju {__version__}\n", 0) == (capsys.readouterr().out, end.value.code)


def test_importing_main_runs_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that imports every module starts no command."""
    monkeypatch.delitem(sys.modules, "anju_cli.__main__", raising=False)
    runpy.run_module("anju_cli.__main__", run_name="anju_cli.__main__")
    assert ("", "") == capsys.readouterr()


def test_the_changelog_tells_of_this_version() -> None:
    """The newest version of CHANGELOG.md is the package's."""
    heads = [one for one in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if one.startswith("## [")]
    assert heads[0].startswith(f"## [{__version__}]")


def test_the_tests_need_no_more_than_their_extra() -> None:
    """Whatever is needed to pass the tests is in the extra `test`, with bounds on both sides."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert [] == [one for one in wanted if "<" not in one or ">=" not in one]

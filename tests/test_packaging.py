"""The package as users get it: wheel, editable install and checkout all find their data files."""

import configparser
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOT_SOURCE = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "out", "corpus", "tests", "benchmarks", "node_modules"
)
FIND_DATA = "from kg.resources import ontology_dir; print(ontology_dir())"


def run(*command: str | Path, cwd: Path, path: str = "") -> str:
    """Run a command away from the checkout and return what it prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    if path:
        environment["PYTHONPATH"] = path
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def pip(*arguments: str | Path, cwd: Path) -> None:
    run(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the source tree, so that building leaves nothing in ours."""
    copy = tmp_path_factory.mktemp("source") / "zhkg"
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCE)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", checkout, "--no-deps", "--no-build-isolation", "--wheel-dir", folder, cwd=folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """Return an environment without this package but with all that it needs."""
    folder = tmp_path / "env"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=tmp_path)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def data_files(source: Path) -> set[str]:
    """Return the files that the program reads at run time, as a wheel names them."""
    ontology = {f"kg/{file.relative_to(source).as_posix()}" for file in source.glob("ontology/**/*.*")}
    package = {file.relative_to(source).as_posix() for file in source.glob("kg/**/*") if file.is_file()}
    return ontology | package


def test_every_package_is_declared() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    declared = set(settings["options"]["packages"].split())
    found = {".".join(file.parent.relative_to(ROOT).parts) for file in ROOT.glob("kg/**/__init__.py")}
    assert declared == found | {"kg.ontology"}


def test_wheel_holds_every_file(checkout: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert data_files(checkout) <= names
    strangers = {name for name in names if not name.startswith(("kg/", "zhkg-"))}
    assert not strangers


def test_wheel_runs_alone(wheel: Path, environment: Path, tmp_path: Path) -> None:
    python = environment / "bin" / "python"
    pip("--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    assert Path(run(python, "-c", FIND_DATA, cwd=tmp_path)).is_relative_to(environment)
    assert run(environment / "bin" / "kg", "--version", cwd=tmp_path).startswith("zhkg ")
    (tmp_path / "page.txt").write_text("陈云帆任江北大学校长。\n", encoding="utf-8")
    printed = run(environment / "bin" / "kg", "extract", "page.txt", cwd=tmp_path)
    assert "陈云帆任江北大学校长。" in json.loads(printed)["text"]


def test_editable_install_finds_the_checkouts_data(checkout: Path, environment: Path, tmp_path: Path) -> None:
    python = environment / "bin" / "python"
    offline = ("--no-deps", "--no-index", "--no-build-isolation")
    pip("--python", python, "install", *offline, "--editable", checkout, cwd=tmp_path)
    assert Path(run(python, "-c", FIND_DATA, cwd=tmp_path)) == checkout / "ontology"
    assert run(python, "-m", "kg", "--version", cwd=tmp_path).startswith("zhkg ")


def test_checkout_runs_without_install(checkout: Path, environment: Path, tmp_path: Path) -> None:
    python = environment / "bin" / "python"
    assert Path(run(python, "-c", FIND_DATA, cwd=tmp_path, path=str(checkout))) == checkout / "ontology"
    assert run(python, "-m", "kg", "--version", cwd=checkout).startswith("zhkg ")

"""What the documentation tells the reader to type is typed here, and its answers are compared."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<language>sh|console)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
PROMPT = re.compile(r"^\$ ", re.MULTILINE)
PREPARE = "python3 -m venv .venv && .venv/bin/pip install -q -U pip && .venv/bin/pip install -qq -e "


def blocks(page: Path, language: str) -> list[str]:
    """Return the bodies of the code blocks of a page that are marked with ``language``."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block["body"] for block in found if block["language"] == language]


def shell_lines(page: Path) -> list[str]:
    """Return the command lines of the ``sh`` blocks of a page."""
    return [line for body in blocks(page, "sh") for line in body.splitlines() if line and line[0] != "#"]


def dialogues(page: Path) -> list[tuple[str, str]]:
    """Return the commands of the ``console`` blocks of a page, each with the answer printed there."""
    turns = [turn for body in blocks(page, "console") for turn in PROMPT.split(body)[1:]]
    return [(command, answer) for command, _, answer in (turn.partition("\n") for turn in turns)]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder that looks like a checkout to a reader who types commands."""
    for name in ("corpus", "docs", "ontology"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def type_in(line: str, desk: Path) -> str:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line], cwd=desk, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.name)
def test_two_commands_work_on_a_fresh_machine(page: Path) -> None:
    alone = [line.removeprefix(PREPARE) for line in shell_lines(page) if line.startswith("python3 -m venv")]
    assert alone == [". && .venv/bin/kg build corpus/ -o out/", "'.[test]' && .venv/bin/pytest"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_the_documentation_work(page: Path, desk: Path) -> None:
    for line in shell_lines(page):
        own = line.removeprefix(PREPARE).rpartition("&& .venv/bin/")[2]
        if shlex.split(own)[0] == "kg":
            type_in(own, desk)
    for command, answer in dialogues(page):
        assert type_in(command, desk) == answer

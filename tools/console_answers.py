"""Rewrite the answers in the ``console`` blocks of the documentation with what the commands print today.

    python tools/console_answers.py PAGE.md …

Run it when a rule or a table has changed what the examples print, and read the difference: tests/test_docs.py
compares the same answers. Commands run in a folder that has corpus/, docs/ and ontology/ beside a fresh out/.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


def typed(line: str, folder: Path) -> str:
    """Return what a command prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line], cwd=folder, env=os.environ | {"PATH": path},
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def answered(page: str, folder: Path) -> str:
    """Return the text of a page with fresh answers."""

    def block(match: re.Match[str]) -> str:
        commands = [line[2:] for line in match["body"].splitlines() if line.startswith("$ ")]
        if not commands:  # commands to type, without their answers
            return match[0]
        return "```console\n" + "".join(f"$ {c}\n{typed(c, folder)}" for c in commands) + "```"

    return BLOCK.sub(block, page)


def main(pages: list[str]) -> None:
    """Rewrite each page in place."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("corpus", "docs", "ontology"):
            (folder / part).symlink_to(ROOT / part)
        typed("kg build corpus/ -o out/ -q", folder)
        for page in map(Path, pages):
            page.write_text(answered(page.read_text(encoding="utf-8"), folder), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

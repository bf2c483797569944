"""Hostile pages: each is read, or refused in one line, in bounded time and memory, and the run goes on."""

import gzip
import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from kg.cli import main
from kg.document import Document
from kg.reading import Limits, Skipped, read_paths

PROSE = "甲市高新区昨日公布了上半年的数据，工业增加值同比增长百分之六，高于全市平均水平。"
SECONDS, MEBIBYTES = 20, 512
MEASURE = """
import json, re, sys, time
from pathlib import Path
from kg.reading import Skipped, read_paths
(item,) = read_paths(sys.argv[1:])
status = Path("/proc/self/status")  # not getrusage, which knows the parent's peak as well
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(json.dumps({
    "seconds": time.process_time(),
    "mebibytes": int(peak[1]) >> 10 if peak else 0,
    "message": str(item) if isinstance(item, Skipped) else "",
    "text": "" if isinstance(item, Skipped) else item.text,
}))
"""
READ = {
    "nested": "<div>" * 100_000 + PROSE,
    "nested-inline": "<p><b>" + "<font color=red>" * 100_000 + PROSE,
    "unclosed": PROSE + "<table><tr><td><ul><li><p><b>" * 20_000,
    "one-line-of-script": f"<p>{PROSE}</p><script>" + "x" * 50_000_000,
    "one-line-of-space": f"<p>{PROSE}" + " " * 50_000_000,
    "references": f"<p>{PROSE}" + "&nbsp;" * 900_000,
    "comments": f"<p>{PROSE}</p>" + "<!-- " * 1_000_000,
    "attributes": f"<p>{PROSE}</p><div " + "a=b " * 1_000_000 + ">",
    "brackets": f"<p>{PROSE}</p>" + "<" * 1_000_000,
    "links": f"<p>{PROSE}</p>" + "<a href='javascript:x'>甲</a>" * 50_000,
}
REFUSED = {
    "one-line-of-text": (PROSE * 410_000, "--max-text"),
    "too-many-references": (f"<p>{PROSE}" + "&amp;" * 4_000_000, "--max-tags"),
    "too-many-tags": ("<p>甲" * 300_000, "--max-tags"),
    "nul": (PROSE + "\0" * 500, "binary"),
}


def measured(path: Path) -> dict[str, object]:
    """Read one file in a process of its own, so that its memory can be told."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    assert told["seconds"] < SECONDS
    assert told["mebibytes"] < MEBIBYTES
    return told


@pytest.mark.parametrize("name", READ)
def test_a_hostile_page_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.html"
    path.write_text(READ[name], encoding="utf-8")
    assert measured(path)["text"] == PROSE


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_page_is_refused(name: str, tmp_path: Path) -> None:
    page, part = REFUSED[name]
    path = tmp_path / f"{name}.html"
    path.write_text(page, encoding="utf-8")
    message = str(measured(path)["message"])
    assert part in message
    assert "\n" not in message


@pytest.mark.parametrize("mark", ["[", "![", "`", "> ", "[a]("])
def test_a_line_of_marks_takes_linear_time(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "marks.md"
    path.write_text(f"{PROSE}\n\n{mark * 200_000}", encoding="utf-8")
    assert str(measured(path)["text"]).startswith(PROSE)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    block = b"<p>" + b"x" * (16 << 20)
    packed = BytesIO()
    with gzip.open(packed, "wb", compresslevel=1) as stream:
        for _ in range(64):  # a gibibyte
            stream.write(block)
    path.write_bytes(packed.getvalue())
    assert "--max-bytes" in str(measured(path)["message"])


def test_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(REFUSED["too-many-tags"][0], encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<base href='javascript:x'><p>{PROSE}", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(f'{{"text": "{PROSE}\\ud83d"}}\n{{"text": 1}}\n', encoding="utf-8")
    (tmp_path / "d.html.gz").write_bytes(b"\x1f\x8bnot gzip")
    kinds = [type(item) for item in read_paths([tmp_path])]
    assert kinds == [Skipped, Document, Document, Skipped, Skipped]


@pytest.mark.parametrize(
    "option", ["--max-bytes=50", "--max-text=10", "--max-tags=1", "--max-file-bytes=10", "--max-depth=3"]
)
def test_the_limits_are_options(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / ("page.jsonl" if "file" in option else "page.html")
    page = f"<div><div><div><p>{PROSE}</p><p>{PROSE}</p></div></div></div>"
    row = json.dumps({"text": PROSE})
    path.write_text(f"{row}\n{row}\n" if "file" in option else page, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["extract", str(path), option, "--quiet"])
    error = capsys.readouterr().err
    if "depth" in option:  # the text stays
        assert (stop.value.code or 0, error) == (0, "")
    else:
        assert stop.value.code == 1
        assert option.partition("=")[0] in error


def test_the_documented_limits_are_the_defaults() -> None:
    text = (Path(__file__).resolve().parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `--(max-[a-z-]+)` \| ([^|]+) \|", text, re.MULTILINE))
    limits = Limits()
    assert told == {
        "max-bytes": f"{limits.max_bytes >> 20} MiB",
        "max-file-bytes": f"{limits.max_file_bytes >> 30} GiB",
        "max-text": f"{limits.max_text:,}",
        "max-tags": f"{limits.max_tags:,}",
        "max-depth": f"{limits.max_depth:,}",
    }


def test_a_verbose_build_tells_what_was_dropped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slogan = "本台坚持服务本地企业，欢迎各界朋友来信来访。"
    for number in range(4):
        body = f"<p>{number}号：{PROSE}</p><p>{slogan}</p>"
        (tmp_path / f"{number}.html").write_text(f"<div>{body}</div>", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["build", str(tmp_path), "-o", str(tmp_path / "out"), "--verbose", "--workers", "1"])
    error = capsys.readouterr().err
    assert error.count(f"dropped: {slogan}") == 4
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["dropped"] == {slogan: 4}

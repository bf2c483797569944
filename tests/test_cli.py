"""The command as a user meets it: what is printed where, which messages, which exit status."""

import contextlib
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.main import get_command

from kg.cli import app, main
from kg.export import BUILD_FILES, FOLDERS, FORMATS

TEXT = "陈云帆任江北大学校长。\n\n云港市2021年财政收入56.3亿元。\n"
KEYS = [
    "article", "published", "meta", "text", "paragraphs", "headings", "entities", "amounts", "times", "facts",
]  # fmt: skip
FILES = {*BUILD_FILES, "report.json", "kg.ttl"}


BROKEN = (
    "empty file",
    "binary",
    "folder without articles",
    "unknown suffix",
    "missing path",
    "bad gzip",
    "bad row",
)


class Done(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Done:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        code = stop.value.code
        assert isinstance(code, int | None)
        return Done(code or 0, *capsys.readouterr())

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_version(kg: Run) -> None:
    assert kg("--version").out.startswith("zhkg ")


COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_of_a_command_has_its_help(name: str) -> None:
    assert COMMANDS[name].help
    assert [one.name for one in COMMANDS[name].params if not one.help] == []


def test_help_names_every_format_there_is(kg: Run, page: Path) -> None:
    shown = {name: " ".join(kg(name, "--help").out.split()) for name in ("build", "export", "query")}
    for name in FORMATS:
        assert re.search(rf"--format .*\b{name}\b", shown["build"])
        assert re.search(rf"--format .*\b{name}\b", shown["export"])
    assert all(name in shown["export"] for name in FOLDERS)
    kg("build", page, "-o", "out", "-q")
    known = kg("query", "out", "ASK {}", "--format", "none").err.partition("there are ")[2]
    assert all(name in shown["query"] for name in known.strip().split(", "))


@pytest.mark.parametrize("line", ["build", "build page.md", "nonsense", "extract --workers 0 page.md"])
def test_wrong_usage_is_status_2(kg: Run, line: str) -> None:
    done = kg(*line.split())
    assert done.status == 2
    assert not done.out
    assert "Error" in done.err


def test_extract_prints_the_contracts_keys(kg: Run, page: Path) -> None:
    done = kg("extract", page)
    assert (done.status, done.err) == (0, "")
    (row,) = rows(done.out)
    assert list(row) == KEYS
    assert row["article"] == "page.txt"


def test_extract_offsets_slice_the_text(kg: Run, page: Path) -> None:
    (row,) = rows(kg("extract", page).out)
    text, amounts, facts = row["text"], row["amounts"], row["facts"]
    assert isinstance(text, str)
    assert isinstance(amounts, list)
    assert isinstance(facts, list)
    assert facts
    for found in amounts:
        assert text[found["start"] : found["end"]] == found["text"]
    for fact in facts:
        start, end = fact["span"]
        assert text[start:end] == fact["evidence"]


def test_extract_reads_standard_input(kg: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with page.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        done = kg("extract", "-")
    assert done.status == 0
    assert len(rows(done.out)) == 1


def test_build_writes_all_files_and_nothing_else(kg: Run, page: Path, tmp_path: Path) -> None:
    done = kg("build", page, "-o", tmp_path / "out" / "deep")
    assert (done.status, done.out) == (0, "")
    assert {file.name for file in (tmp_path / "out" / "deep").iterdir()} == FILES
    report = json.loads((tmp_path / "out" / "deep" / "report.json").read_text(encoding="utf-8"))
    assert report["documents"] == 1
    assert report["skipped"] == []


def test_build_writes_further_formats_and_knows_those_there_are(kg: Run, page: Path) -> None:
    assert kg("build", page, "-o", "out", "--format", "trig", "--format", "nquads").status == 0
    assert {file.name for file in Path("out").iterdir()} == FILES | {"graph.trig", "graph.nq"}
    done = kg("build", page, "-o", "other", "--format", "parchment")
    assert done.status == 2
    assert "parchment" in done.err
    assert "ntriples" in done.err
    assert not Path("other").exists()


def test_base_iri_is_what_things_begin_with(kg: Run, page: Path) -> None:
    assert kg("build", page, "-o", "out", "--base-iri", "https://kg.example/").status == 0
    assert "https://kg.example/" in Path("out/graph.ttl").read_text(encoding="utf-8")
    assert kg("build", page, "-o", "out", "--base-iri", "no iri").status == 2


def test_quiet_build_says_nothing(kg: Run, page: Path) -> None:
    assert kg("build", page, "-o", "out", "--quiet") == Done(0, "", "")


def broken(folder: Path, kind: str) -> Path:
    """Make something that cannot be read as an article."""
    match kind:
        case "empty file":
            (file := folder / "empty.md").touch()
        case "binary":
            (file := folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
        case "folder without articles":
            (file := folder / "nothing").mkdir()
            (file / "picture.png").write_bytes(b"\x89PNG")
        case "unknown suffix":
            (file := folder / "page.docx").write_bytes(b"PK\x03\x04")
        case "missing path":
            file = folder / "missing.md"
        case "bad gzip":
            (file := folder / "page.txt.gz").write_bytes(b"\x1f\x8bnonsense")
        case "bad row":
            (file := folder / "rows.jsonl").write_text("{broken\n", encoding="utf-8")
        case _:
            raise AssertionError(kind)
    return file


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("command", ["extract", "build"])
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    kg: Run, page: Path, tmp_path: Path, kind: str, command: str
) -> None:
    bad = broken(tmp_path, kind)
    done = kg(command, bad, page, *(["-o", "out", "-q"] if command == "build" else []))
    assert done.status == 1
    (message,) = done.err.splitlines()
    assert message.startswith("kg: ")
    assert bad.name in message
    assert len(message) > len(f"kg: {bad}: ")
    if command == "extract":
        assert [row["article"] for row in rows(done.out)] == ["page.txt"]
    else:
        report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
        assert report["documents"] == 1
        assert any(bad.name in skipped["where"] and skipped["failed"] for skipped in report["skipped"])


def test_broken_front_matter_is_told_and_the_article_still_read(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "front.md"
    file.write_text(f"---\ntitle: [云港\n  : @\n---\n\n{TEXT}", encoding="utf-8")
    done = kg("extract", file)
    (row,) = rows(done.out)
    assert "陈云帆" in str(row["text"])


def test_nothing_to_read_writes_nothing(kg: Run, tmp_path: Path) -> None:
    done = kg("build", tmp_path / "missing.md", "-o", tmp_path / "out")
    assert done.status == 1
    assert not list((tmp_path / "out").glob("*"))


def test_output_folder_that_cannot_be_written_is_found_before_the_work(kg: Run, page: Path) -> None:
    done = kg("build", page.parent / "missing.md", "-o", page / "out")
    assert done.status == 2
    (message,) = done.err.splitlines()
    assert str(page / "out") in message
    assert "-o" in message


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere, whatever the permissions say")
def test_read_only_output_folder(kg: Run, page: Path, tmp_path: Path) -> None:
    (locked := tmp_path / "locked").mkdir(mode=0o555)
    done = kg("build", page, "-o", locked)
    assert done.status == 2
    assert "Permission denied" in done.err


def test_a_failed_build_leaves_the_former_files(
    kg: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg("build", page, "-o", "out", "-q")
    former = {file.name: file.read_bytes() for file in Path("out").iterdir()}
    page.write_text("吴砚秋任云港市市长。", encoding="utf-8")

    def fail(_graph: object, folder: Path) -> None:
        (folder / "graph.ttl").write_text("half a gra", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.write_build", fail)
    assert kg("build", page, "-o", "out", "-q").status == 130
    assert {file.name: file.read_bytes() for file in Path("out").iterdir()} == former


def test_query_asks_what_was_built(kg: Run, page: Path, tmp_path: Path) -> None:
    kg("build", page, "-o", "out", "-q")
    question = 'SELECT ?who { ?who kg:post ?where . ?where rdfs:label "江北大学"@zh . ?who a kg:Person }'
    done = kg("query", "out", question)
    assert done.status == 0
    assert done.out.splitlines()[0] == "who"
    assert "陈云帆" in done.out
    (tmp_path / "who.rq").write_text(question, encoding="utf-8")
    assert kg("query", "out/graph.ttl", "who.rq").out == done.out
    assert json.loads(kg("query", "out", "who.rq", "--format", "json").out)["head"]["vars"] == ["who"]


@pytest.mark.parametrize(
    ("graph", "question", "status", "part"),
    [
        ("out", "SELECT nonsense", 1, "line 1, column 8"),
        ("oout", "SELECT * {}", 2, "does not exist; there is out"),
        (".", "SELECT * {}", 2, "kg build"),
        ("out", "missing.rq", 2, "does not exist"),
        ("out", "possts", 2, "there is posts"),
        ("out", "weather", 2, "lists them"),
    ],
)
def test_query_says_what_is_wrong(
    kg: Run, page: Path, tmp_path: Path, graph: str, question: str, status: int, part: str
) -> None:
    kg("build", page, "-o", "out", "-q")
    former = set(tmp_path.iterdir())
    done = kg("query", graph, question)
    assert (done.status, done.out) == (status, "")
    assert part in done.err
    assert set(tmp_path.iterdir()) == former


def test_missing_model_is_status_2(kg: Run, page: Path) -> None:
    done = kg("extract", page, "--model", "zh_no_such_model")
    assert done.status == 2
    assert "zh_no_such_model" in done.err


def test_malformed_rules_are_status_1(kg: Run, page: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "mine").mkdir()
    (folder / "bad.toml").write_text("[[rule]\n", encoding="utf-8")
    done = kg("extract", page, "--rules", folder)
    assert done.status == 1
    assert "bad.toml" in done.err


RULE = """
[[rule]]
id = "mine.steers"
relation = "post"
pattern = "{subject:PERSON} 掌舵 {object:ORG}"
  [[rule.example]]
  text = "陈云帆掌舵江北大学。"
  facts = ["%s post 江北大学"]
"""


@pytest.mark.parametrize(("name", "faults"), [("陈云帆", 0), ("吴砚秋", 1)])
def test_check_reads_the_examples_of_own_rules(kg: Run, tmp_path: Path, name: str, faults: int) -> None:
    (folder := tmp_path / "mine").mkdir()
    (folder / "mine.toml").write_text(RULE % name, encoding="utf-8")
    done = kg("check", "--rules", folder)
    about_mine = [line for line in done.out.splitlines() if "mine.steers" in line]
    assert len(about_mine) == faults
    assert all("mine.toml" in line and "陈云帆 post 江北大学" in line for line in about_mine)


def test_check_counts_against_gold(kg: Run, page: Path, tmp_path: Path) -> None:
    fact = {"subject": "陈云帆", "relation": "post", "label": "校长", "object": "江北大学"}
    gold = {"article": "page.txt", "facts": [fact]}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    done = kg("check", page, "--gold", "gold.json")
    rows_of_words = map(str.split, done.out.splitlines())
    figures = {words[0]: words[1:] for words in rows_of_words if words[-1].isdigit()}
    assert figures["post.serves"] == ["1", "1"]
    assert figures["metric.value"] == ["1", "0"]
    assert kg("check", "--gold", "gold.json").status == 2


def test_tag_answers_line_by_line(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    texts = ["昨天，陈云帆到云港。", "", "去年产值3亿元", "{这不是JSON"]
    file.write_text(f'{texts[0]}\n\n{{"text": "{texts[2]}"}}\n{texts[3]}\n', encoding="utf-8")
    done = kg("tag", file, "--published", "2022-01-14")
    assert done.status == 0
    answers = rows(done.out)
    assert [answer["text"] for answer in answers] == texts
    assert all(list(answer) == ["text", "words", "entities", "amounts", "times"] for answer in answers)
    assert all("".join(answer["words"]) == answer["text"] for answer in answers)  # type: ignore[arg-type]
    assert answers[0]["times"][0]["from"] == "2022-01-13"  # type: ignore[index]
    assert answers[2]["amounts"][0]["value"] == "300000000"  # type: ignore[index]


def test_tag_reads_a_page_before_it_tags(kg: Run, tmp_path: Path) -> None:
    words = "昨天，陈云帆任江北大学校长。"
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(f"<html><h1>任命</h1><p>{words}</p><p>2022-01-14</p></html>".encode()))
    (answer,) = rows(kg("tag", file, "--published", "2022-01-14").out)
    (extracted,) = rows(kg("extract", file).out)
    assert answer["text"] == extracted["text"]
    assert words in str(answer["text"])
    found = {str(answer["text"])[one["start"] : one["end"]] for one in answer["entities"]}  # type: ignore[attr-defined]
    assert {"陈云帆", "江北大学"} <= found
    (tmp_path / "empty.html").touch()
    done = kg("tag", "empty.html")
    assert (done.status, done.out) == (1, "")
    assert "empty.html: " in done.err


def test_tag_html_is_a_page_with_escaped_text(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("<script>陈云帆到云港市。\n", encoding="utf-8")
    done = kg("tag", file, "--html")
    assert done.out.startswith("<!DOCTYPE html>")
    assert "陈云帆" in done.out
    assert "<script>" not in done.out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\xfa", "not UTF-8"),
        (b'{"id": 3}', 'no "text"'),
        (b'{"text": "a", "published": 1}', "ISO date"),
    ],
)
def test_tag_names_the_bad_line(kg: Run, tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "lines.txt"
    file.write_bytes("云港\n".encode() + content + b"\n")
    done = kg("tag", file)
    assert done.status == 1
    assert "lines.txt:2: " in done.err
    assert message in done.err


def test_eval_of_gold_against_itself_is_perfect(kg: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "found.jsonl").write_text(kg("extract", page).out, encoding="utf-8")
    done = kg("eval", "found.jsonl", "found.jsonl")
    assert done.status == 0
    total = next(line for line in done.out.splitlines() if line.startswith("total")).split()
    assert total[-4:] == ["1.000"] * 4
    figures = json.loads(kg("eval", "found.jsonl", "found.jsonl", "--json").out)
    assert figures["total"]["f1"] == 1.0


def test_eval_by_a_field_has_a_row_a_group(kg: Run, tmp_path: Path) -> None:
    rows = [{"id": str(n), "genre": genre, "facts": []} for n, genre in enumerate(("news", "life"))]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = kg("eval", "gold.jsonl", "gold.jsonl", "--by", "genre")
    assert [line.split()[0] for line in done.out.splitlines()[:1]] == ["relation"]  # nothing to group
    rows[0]["facts"] = [{"subject": "甲", "relation": "founded", "label": "", "object": None, "time": "2001"}]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = kg("eval", "gold.jsonl", "gold.jsonl", "--by", "genre")
    assert [line.split()[0] for line in done.out.splitlines()[:3]] == ["group", "news", "total"]


def test_eval_names_articles_without_prediction(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"article": "a.md", "facts": []}', encoding="utf-8")
    (tmp_path / "none.jsonl").touch()
    done = kg("eval", "gold.json", "none.jsonl")
    assert done.status == 1
    assert "a.md" in done.err


def test_eval_of_nothing_says_so_and_claims_no_precision(kg: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(kg("extract", page).out, encoding="utf-8")
    (tmp_path / "none.jsonl").write_text('{"article": "page.txt"}\n', encoding="utf-8")
    done = kg("eval", "gold.jsonl", "none.jsonl")
    total = next(line for line in done.out.splitlines() if line.startswith("total")).split()
    assert total[-4:] == ["—", "0.000", "0.000", "0.000"]
    assert "none.jsonl: nothing was predicted" in done.err


def test_gzip_and_rows_are_read(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl.gz"
    lines = [json.dumps({"id": f"r{n}", "text": TEXT, "published": "2022-01-14"}) for n in range(3)]
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert [row["article"] for row in rows(kg("extract", file).out)] == ["r0", "r1", "r2"]


def many_rows(folder: Path, number: int) -> Path:
    """Write a JSON Lines file of that many articles."""
    file = folder / "rows.jsonl"
    lines = (json.dumps({"id": str(n), "text": TEXT * 40}, ensure_ascii=False) for n in range(number))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    file = many_rows(tmp_path, 60)
    command = f"{sys.executable} -m kg extract {file} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("workers", "blow", "expected"),
    [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGTERM, 143)],
)
def test_a_stopped_build_leaves_no_half_file(
    tmp_path: Path, workers: str, blow: signal.Signals, expected: int
) -> None:
    file = many_rows(tmp_path, 4000)
    out = tmp_path / "out"
    listening = (  # a shell that starts the tests in the background makes them deaf to SIGINT
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from kg.cli import main; main()"
    )
    command = [sys.executable, "-c", listening, "build", str(file), "-o", str(out)]
    command += ["--workers", workers, "-v"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        (os.killpg if blow is signal.SIGINT else os.kill)(process.pid, blow)
        rest = process.stderr.read()
        status = process.wait(timeout=60)
    assert "facts" in first
    assert status == expected
    assert "Traceback" not in rest
    assert not out.exists()


def test_progress_on_a_terminal(page: Path, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "kg", "build", str(page), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE) as process:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the command is
            while chunk := os.read(ours, 4096):
                shown += chunk
        os.close(ours)
        assert process.stdout is not None
        assert process.stdout.read() == b""
    assert process.returncode == 0
    assert b"0 articles" in shown
    assert b"1 articles" in shown


def test_help_answers_in_half_a_second() -> None:
    def once() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        return time.perf_counter() - start

    assert min(once() for _ in range(3)) < 0.5

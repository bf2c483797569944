"""The rules keep their word: every example of every shipped rule, read by the real pipeline."""

from pathlib import Path

import pytest
from support import pipeline, rules

from kg.checking import check_rules, problems
from kg.errors import RuleError
from kg.ontology_schema import load_ontology
from kg.pipeline import Options, build
from kg.relations import RuleSet
from kg.rules import Rule


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in rules().rules])
def test_examples_of_rule(rule: Rule) -> None:
    assert "\n".join(map(str, problems(rule, pipeline(), rules(), load_ontology()))) == ""


FILE = """
[[rule]]
id = "mine.steers"
relation = "post"
pattern = "{subject:PERSON} ...2 掌舵 {object:ORG}"
  [[rule.example]]
  text = "陈云帆掌舵江北大学。"
  facts = ["陈云帆 post 江北大学"]
  [[rule.counter]]
  text = "%s"
"""


@pytest.mark.parametrize(
    ("counter", "found"),
    [
        ("陈云帆掌舵江北大学。", ["陈云帆 post 江北大学"]),
        ("陈云帆计划掌舵江北大学。", ["陈云帆 post 江北大学 status=planned"]),
        ("陈云帆没有掌舵江北大学。", []),
        ("陈云帆参观了江北大学。", []),
    ],
)
def test_a_counter_example_fails_where_its_rule_states_something(
    tmp_path: Path, counter: str, found: list[str]
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(FILE % counter, encoding="utf-8")
    loaded = RuleSet.load(tmp_path)
    told = list(problems(loaded.rules[-1], pipeline(), loaded, load_ontology()))
    assert [fact for problem in told for fact in problem.found] == found
    assert {problem.kind for problem in told} <= {"counter-fired"}
    assert all(str(problem).startswith(f"{file}: rule mine.steers: “{counter}”") for problem in told)


def test_an_example_that_is_missed_tells_what_is_read_instead(tmp_path: Path) -> None:
    text = FILE.replace("陈云帆 post", "吴砚秋 post") % "陈云帆参观了江北大学。"
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    loaded = RuleSet.load(tmp_path)
    (problem,) = problems(loaded.rules[-1], pipeline(), loaded, load_ontology())
    assert (problem.kind, problem.rule, problem.wanted) == (
        "example-missed",
        "mine.steers",
        "吴砚秋 post 江北大学",
    )
    assert "陈云帆 post 江北大学" in problem.found


def test_a_relation_that_the_ontology_lacks_is_told_and_builds_no_graph(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(FILE.replace('"post"', '"posts"').replace(" post ", " posts ") % "无。", encoding="utf-8")
    loaded = RuleSet.load(tmp_path)
    (problem,) = problems(loaded.rules[-1], pipeline(), loaded, load_ontology())
    told = f"{file}: rule mine.steers: relation posts is not in the ontology; there is post, promotes"
    assert str(problem) == told
    with pytest.raises(RuleError) as caught:
        build([str(tmp_path)], tmp_path / "out", Options(rules=(tmp_path,)))
    assert str(caught.value) == told


@pytest.mark.parametrize("keep", [0, 1], ids=["without examples", "with an example that fires another rule"])
def test_a_rule_that_no_example_exercises_is_told(tmp_path: Path, keep: int) -> None:
    head, _, example = FILE.partition("  [[rule.example]]")
    example = example.replace('掌舵江北大学。"', '担任江北大学校长。"', 1).partition("  [[rule.counter]]")[0]
    text = head + ("  [[rule.example]]" + example) * keep
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    outcome = check_rules(Options(rules=(tmp_path,)))
    mine = [problem for problem in outcome.faults if problem.rule == "mine.steers"]
    assert [problem.kind for problem in mine] == ["example-missed", "no-example"][1 - keep :]
    assert outcome.rules == len(rules().rules) + 1

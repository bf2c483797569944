"""Rule files: what they may say, and that every error names the file, the rule and the key."""

from pathlib import Path

import pytest
from support import rules, understand

from kg.errors import KgError, NotFoundError, RuleError
from kg.relations import RuleSet, fact_text
from kg.resources import ontology_dir
from kg.rules import Item, load_rules, parse_pattern

HEAD = '[[rule]]\nid = "my.rule"\nrelation = "steers"\n'
PATTERN = 'pattern = "{subject:PERSON} 掌舵 {object:ORG}"\n'
EXAMPLE = '[[rule.example]]\ntext = "陈平掌舵甲光电。"\nfacts = ["陈平 steers 甲光电"]\n'


def pattern(text: str) -> str:
    return f'{HEAD}pattern = "{text}"\n'


def error_of(folder: Path, content: str) -> str:
    """Return the message with which a file of this content is refused."""
    file = folder / "mine.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        RuleSet.load(folder)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert "\n" not in message
    return message.removeprefix(f"{file}: ")


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (HEAD + PATTERN + 'colour = "red"\n', ["unknown key colour", "allowed", "confidence"]),
        (pattern("{agent:PERSON} 掌舵 {object:ORG}"), ["unknown role agent", "allowed", "subject"]),
        (pattern("{subject:HERO} 掌舵 {object:ORG}"), ["unknown type HERO", "allowed", "PERSON"]),
        (pattern("{subject:PERSON} @steer {object:ORG}"), ["no cue list @steer", "[cues]"]),
        (pattern("{subject:PERSON} 掌舵 {object:ORG"), ["cannot read {object:ORG"]),
        (pattern("{object:NP} 掌舵"), ["NP", "last"]),
        (pattern("掌舵 $ {object:ORG}"), ["$", "last"]),
        (pattern("掌舵 ^ {object:ORG}"), ["^", "first"]),
        (pattern(" "), ["pattern is empty"]),
        (pattern("|"), ["without words"]),
        (pattern("{subject:PERSON} 掌舵 {object:ORG/}"), ["without words"]),
        (pattern("{subject:PERSON} 掌舵 {object:ORG/@kinds}"), ["no cue list @kinds"]),
        (HEAD, ["pattern"]),
        ('[[rule]]\nid = "my.rule"\n' + PATTERN, ["relation is missing"]),
        (HEAD + PATTERN + 'status = "maybe"\n', ["status maybe", "planned"]),
        (HEAD + PATTERN + 'only = "maybe"\n', ["only maybe", "planned"]),
        (HEAD + PATTERN + 'time = "never"\n', ["time never", "clause"]),
        (HEAD + PATTERN + 'confidence = "high"\n', ["confidence must be a number"]),
        (HEAD + PATTERN + "priority = true\n", ["priority must be a number"]),
        (HEAD + PATTERN + "label = 3\n", ["label must be a string"]),
        (HEAD + PATTERN + 'not_next = "的"\n', ["not_next must be a list"]),
        (HEAD + PATTERN + '[[rule.example]]\ntext = "陈平掌舵。"\n', ["example", "facts"]),
        (HEAD + PATTERN + '[[rule.example]]\nfacts = ["陈平 steers 甲"]\n', ["example", "text"]),
        (HEAD + PATTERN + EXAMPLE + 'note = "x"\n', ["example", "unknown key note", "published"]),
        (HEAD + PATTERN + '[rule.counter]\ntext = "陈平。"\n', ["counter", "[[rule.counter]]"]),
    ],
)
def test_a_malformed_rule_is_refused_by_name(tmp_path: Path, content: str, parts: list[str]) -> None:
    message = error_of(tmp_path, content)
    assert message.startswith("rule my.rule: ")
    assert [part for part in parts if part not in message] == []


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (pattern("{object:NP}"), ["pattern"]),
        (pattern("^"), ["pattern"]),
        (pattern("掌舵?"), ["pattern"]),
        (HEAD + PATTERN + "confidence = 7\n", ["confidence"]),
        (HEAD + PATTERN + 'inside = "yes"\n', ["inside"]),
        (HEAD + PATTERN + 'subject = "HERO"\n', ["subject", "HERO"]),
        (HEAD + PATTERN + 'object = "before:HERO"\n', ["object", "HERO"]),
        (HEAD + PATTERN + 'patterns = ["掌舵 {object:ORG}"]\n', ["pattern"]),
        (HEAD + PATTERN + EXAMPLE + 'published = "May"\n', ["example", "published"]),
        (
            HEAD + PATTERN + EXAMPLE.replace('["陈平 steers 甲光电"]', '"陈平 steers 甲光电"'),
            ["example", "facts"],
        ),
    ],
)
def test_a_senseless_rule_is_refused_by_name(tmp_path: Path, content: str, parts: list[str]) -> None:
    message = error_of(tmp_path, content)
    assert message.startswith("rule my.rule: ")
    assert [part for part in parts if part not in message] == []


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("[[rule]\n", "not valid TOML"),
        ("[rules]\n", "unknown table [rules]"),
        ('[[rule]]\nrelation = "steers"\n' + PATTERN, "has no id"),
        ("[[rule]]\nid = 3\n" + PATTERN, "has no id"),
        ('[rule]\nid = "my.rule"\n', "[[rule]]"),
        ("cues = 3\n", "cues"),
        ('[cues]\nsteer = "掌舵"\n', "steer"),
        ("[cues]\nsteer = [1]\n", "steer"),
    ],
)
def test_a_malformed_file_is_refused(tmp_path: Path, content: str, part: str) -> None:
    assert part in error_of(tmp_path, content)


def test_a_rule_without_an_id_is_counted_in_its_own_file(tmp_path: Path) -> None:
    content = HEAD + PATTERN + '[[rule]]\nrelation = "steers"\n' + PATTERN
    assert "rule number 2 has no id" in error_of(tmp_path, content)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes("掌舵".encode("gb18030"))
    with pytest.raises(RuleError, match=r"mine\.toml: not valid TOML in UTF-8"):
        RuleSet.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [(".", RuleError, "no rule files"), ("missing", NotFoundError, "does not exist")],
)
def test_a_folder_without_rules_is_refused(
    tmp_path: Path, name: str, error: type[KgError], message: str
) -> None:
    (tmp_path / "README.md").write_text("no rules", encoding="utf-8")
    with pytest.raises(error, match=message) as caught:
        RuleSet.load(tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + PATTERN, encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEAD + PATTERN, encoding="utf-8")
    with pytest.raises(RuleError, match=r"my\.rule: the id is taken") as caught:
        RuleSet.load(tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "b.toml"))
    assert str(tmp_path / "a.toml") in str(caught.value)


def test_the_items_of_a_pattern() -> None:
    text = "^ {subject:PERSON|ORG}? ...3 {label=@steer|管} 了? {object:NP}"
    start, subject, gap, label, word, phrase = parse_pattern(text, {"steer": ("掌舵", "执掌")}, "here")
    assert start == Item("start")
    assert subject == Item("slot", "subject", frozenset({"PERSON", "ORG"}), optional=True)
    assert gap == Item("gap", limit=3)
    assert label == Item("word", "label", words=frozenset({"掌舵", "执掌", "管"}))
    assert word == Item("word", words=frozenset({"了"}), optional=True)
    assert phrase.types == {"NP"}


def test_files_and_rules_come_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        content = (HEAD + PATTERN).replace("my.rule", f"my.{name}") + (HEAD + PATTERN).replace(
            "my.rule", name
        )
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    loaded = load_rules([tmp_path])
    assert [(rule.id, rule.order) for rule in loaded] == [("my.a", 0), ("a", 1), ("my.b", 2), ("b", 3)]
    assert loaded[0].source == str(tmp_path / "a.toml")


def test_shipped_rules_speak_of_relations_of_the_ontology() -> None:
    ontology = (ontology_dir() / "kg.ttl").read_text(encoding="utf-8")
    assert {rule.relation for rule in rules().rules if f"kg:{rule.relation} " not in ontology} == set()


@pytest.mark.parametrize(
    ("items", "text", "fires"),
    [
        ("{subject:PERSON} 掌舵 {object:ORG}", "陈平掌舵甲光电。", True),
        ("{subject:PERSON} 掌舵 {object:ORG}", "陈平昨日掌舵甲光电。", False),
        ("{subject:PERSON} ... 掌舵 {object:ORG}", "陈平昨日掌舵甲光电。", True),
        ("{subject:PERSON} ...1 掌舵 {object:ORG}", "陈平昨日上午九时起掌舵甲光电。", False),
        ("{subject:PERSON} ... 掌舵 {object:ORG}", "陈平到会，掌舵甲光电。", False),
        ("{subject:PERSON} 掌舵 ..5 {object:ORG}", "陈平掌舵上海一家老牌厂商甲光电。", True),
        ("{subject:PERSON} 掌舵 ..5 {object:ORG}", "陈平掌舵以来收购甲光电。", False),
        ("{subject:PERSON} ， 掌舵 {object:ORG}", "陈平，掌舵甲光电。", True),
        ("{subject:PERSON} 昨日? 掌舵 {object:ORG}", "陈平掌舵甲光电。", True),
        ("^ {subject:PERSON} 掌舵 {object:ORG}", "昨日陈平掌舵甲光电。", False),
        ("^ {subject:PERSON} 掌舵 {object:ORG}", "昨日，陈平掌舵甲光电。", True),
        ("{subject:PERSON} 掌舵 {object:ORG} $", "陈平掌舵甲光电。", True),
        ("{subject:PERSON} 掌舵 {object:ORG} $", "陈平掌舵甲光电多年。", False),
        ("{subject:PERSON} 掌舵 {object:ORG}", "对陈平掌舵甲光电，没有人提出疑问。", False),
    ],
)
def test_what_a_pattern_matches(tmp_path: Path, items: str, text: str, fires: bool) -> None:
    (tmp_path / "mine.toml").write_text(pattern(items), encoding="utf-8")
    found = understand(text, by=RuleSet.load(tmp_path), PERSON="陈平", ORG="甲光电").facts
    assert bool([fact for fact in found if fact.relation == "steers"]) is fires


@pytest.mark.parametrize(
    ("keys", "text", "wanted"),
    [
        ("", "陈平掌舵甲光电。", ["陈平 steers 甲光电"]),
        ('label = "总管"', "陈平掌舵甲光电。", ["陈平 steers 甲光电 label=总管"]),
        ('status = "former"', "陈平掌舵甲光电。", ["陈平 steers 甲光电 status=former"]),
        ('only = "planned"', "陈平掌舵甲光电。", []),
        ("reverse = true", "陈平掌舵甲光电。", ["甲光电 steers 陈平"]),
        ('not_next = ["的"]', "陈平掌舵甲光电的日子到头了。", []),
        ('not_before = ["听说"]', "听说陈平掌舵甲光电。", []),
        ("phrase = true", "对陈平掌舵甲光电，没有人提出疑问。", ["陈平 steers 甲光电"]),
        ('time = "none"', "2021年，陈平掌舵甲光电。", ["陈平 steers 甲光电"]),
        ('time = "clause"', "2021年，陈平掌舵甲光电。", ["陈平 steers 甲光电 time=2021"]),
    ],
)
def test_the_keys_of_a_rule(tmp_path: Path, keys: str, text: str, wanted: list[str]) -> None:
    (tmp_path / "mine.toml").write_text(HEAD + PATTERN + keys + "\n", encoding="utf-8")
    found = understand(text, by=RuleSet.load(tmp_path), PERSON="陈平", ORG="甲光电").facts
    assert [fact_text(fact) for fact in found if fact.relation == "steers"] == wanted


def test_a_subject_left_out_is_what_the_clause_is_about(tmp_path: Path) -> None:
    content = pattern("掌舵 {object:ORG}") + 'subject = "PERSON"\n'
    (tmp_path / "mine.toml").write_text(content, encoding="utf-8")
    by = RuleSet.load(tmp_path)
    for text, wanted in (
        ("陈平到了，掌舵甲光电。", ["陈平 steers 甲光电"]),
        ("到了，掌舵甲光电，陈平。", []),
    ):
        found = understand(text, by=by, PERSON="陈平", ORG="甲光电").facts
        assert [fact_text(fact) for fact in found if fact.relation == "steers"] == wanted

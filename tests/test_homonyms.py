"""Two persons of one name in one article are two where it lists them side by side, and nowhere else."""

from pathlib import Path

import pytest
from graph_cases import Story
from test_identity import graph, holder, keys

from kg.document import Span
from kg.export import FORMATS, write_graph
from kg.graph import Graph
from kg.homonyms import told_apart
from kg.model import Entity, Evidence, Fact, MentionType
from kg.saved import load_graph

NAME = "张伟"


def story(text: str, *posts: tuple[str, str], said: str = "") -> Story:
    """An article of one sentence that names 张伟 behind each of ``posts``, a body and a title."""
    made = Story("a", text)
    mentions = tuple(Span(at, at + 2) for at in range(len(text)) if text.startswith(NAME, at))
    person = Entity(NAME, NAME, MentionType.PERSON, (), mentions)
    made.entities[NAME] = person
    bodies = {body: made.entity(body, MentionType.ORG) for body, _ in posts}
    at = 0
    for body, title in posts:
        start = text.index(body, at)
        name = Span(text.index(NAME, start), text.index(NAME, start) + 2)
        at = start + 1
        evidence = Evidence("a", Span(0, len(text)), text, "t", name, Span(start, start + len(body)))
        made.facts.append(Fact(person, "post", bodies[body], evidence, title))
    if said:
        start = text.index(said)
        evidence = Evidence("a", Span(start, len(text)), text[start:], "t", Span(start - 2, start))
        made.facts.append(Fact(person, "says", said, evidence, "说", speaker=person))
    return made


TWO = (("海棠集团", "董事长"), ("青溪大学", "教授"))
LISTED = "海棠集团董事长张伟和青溪大学教授张伟到会，张伟说很好。"


@pytest.mark.parametrize(
    ("text", "posts", "persons"),
    [
        (LISTED, TWO, 2),
        ("海棠集团董事长张伟、青溪大学教授张伟和白鹭股份经理张伟。", (*TWO, ("白鹭股份", "经理")), 3),
        ("海棠集团、青溪大学教授张伟和白鹭股份经理张伟。", (*TWO, ("白鹭股份", "经理")), 2),
        ("海棠集团董事长张伟。青溪大学教授张伟。", TWO, 1),
        ("海棠集团董事长张伟介绍，青溪大学教授张伟。", TWO, 1),
        ("海棠集团董事长、青溪大学教授张伟。", TWO, 1),
        ("海棠集团董事长张伟和海棠集团总经理张伟。", (TWO[0], ("海棠集团", "总经理")), 1),
    ],
)
def test_persons_who_are_listed_side_by_side_are_two(
    text: str, posts: tuple[tuple[str, str], ...], persons: int
) -> None:
    made = story(text, *posts)
    entities, facts = told_apart(text, made.entities.values(), made.facts)
    people = [one for one in entities if one.type is MentionType.PERSON]
    assert len(people) == persons
    assert sorted(span for one in people for span in one.mentions) == sorted(made.entities[NAME].mentions)
    assert {fact.subject for fact in facts} == set(people)


def test_a_bare_name_means_who_was_introduced_last_and_the_graph_keeps_them_apart(tmp_path: Path) -> None:
    made = graph(story(LISTED, *TWO, said="说很好"), holder("b", NAME, *TWO))
    assert [key for key in keys(made) if key.startswith(NAME)] == [
        "张伟:海棠集团:董事长",
        "张伟:青溪大学:教授",
    ]
    [said] = [one for one in made.statements if one.relation == "says"]
    assert said.speaker is said.subject
    assert said.subject.key == "张伟:青溪大学:教授"
    assert "an article tells them apart" in {near.against for near in made.identity.near}
    write_graph(made, tmp_path / "articles.jsonl", "articles")
    for name in ("entities", "identity", "facts", "articles"):
        write = FORMATS[name].writer()
        assert list(write(load_graph(tmp_path))) == list(write(made))


def test_persons_listed_side_by_side_in_bodies_of_the_article_are_two() -> None:
    made = Graph()
    story("市政府主任张伟和区政府主任张伟。", ("市政府", "主任"), ("区政府", "主任")).add_to(made)
    assert [key for key in keys(made) if key.startswith(NAME)] == ["张伟:区政府::a", "张伟:市政府::a"]

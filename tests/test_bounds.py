"""What reading a text costs for each character, however long the text: counted in calls, not in seconds."""

import cProfile
import pstats

from support import pipeline, rules

from kg.document import Document
from kg.pipeline import understand

PARAGRAPH = (
    "青禾银行的杭州分行昨日开业，南京分行行长何秉文表示，全年净利润增长5%。\n"
    "云岭高新区的海棠股份与吉林分公司签约，总投资3亿元，云岭高新区管委会主任沈若兰到场。\n"
)


def calls(paragraphs: int) -> float:
    """Return how many calls a paragraph takes in a text of so many, hashes among them."""
    document, nlp, by = Document("a", PARAGRAPH * paragraphs), pipeline(), rules()
    profile = cProfile.Profile()
    profile.runcall(understand, document, nlp, by)
    found: dict[tuple[str, int, str], tuple[int, ...]] = vars(pstats.Stats(profile))["stats"]
    return sum(counts[1] for counts in found.values()) / paragraphs


def test_a_paragraph_costs_the_same_in_a_long_text() -> None:
    calls(20)  # what is read at first use is read
    assert calls(320) < 1.2 * calls(20)

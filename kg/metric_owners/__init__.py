"""Whose a number is: whom a word beside it tells, else what the clause is about, unless that only tells it.

In: a :class:`Number` with its metric and what the sentence told before. Out: its owners, none where it is
nobody's that the text names. The readers are asked in order, and the first that tells decides.
"""

from collections.abc import Callable

from kg.metric_owners import named, observers, topic
from kg.metric_owners.number import Number, Owners, names_another
from kg.metric_owners.observers import OBSERVERS

__all__ = ["OBSERVERS", "Number", "names_another", "owners"]

READERS: tuple[Callable[[Number], Owners | None], ...] = (
    named.fined,
    named.sentenced,
    topic.of_age,
    topic.of_attendance,
    topic.of_funded,
    named.holder,
    named.through,
    named.agent,
    named.payer,
    named.spared,
    named.described,
    named.graded,
    named.unresolved,
    topic.kind_alone,
    topic.own,
    topic.without_topic,
    observers.observed,
    observers.estimated,
    observers.catalogued,
    topic.of_another,
    topic.of_land,
    topic.plant_before,
    topic.thing_before,
    topic.other_agent,
    topic.of_several,
    topic.of_all_built,
    topic.firm_of_thing,
    topic.firm_of_person,
    topic.of_ware,
    topic.topic,
)
"""A reader answers the owners, nobody included, or ``None`` to leave it to the next; the last always does."""


def owners(number: Number) -> Owners:
    """Return what the number is measured of."""
    told = (read(number) for read in READERS)
    return next(members for members in told if members is not None)

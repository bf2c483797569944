"""What a number is a value of: the words before or behind it that name a metric.

In: the chunks of a sentence, the clause and the place of an amount. Out: a :class:`Name`: the noun phrase
before the number (营业收入41.77亿元) or, for counted things, behind it (9000余家高新技术企业). A change
(同比增长8.1%) takes the name of the metric before it.
"""

from kg.metric_names.name import Name, Told
from kg.metric_names.namer import Namer
from kg.metric_names.phrases import in_noun, stands_in

__all__ = ["Name", "Namer", "Told", "in_noun", "stands_in"]

"""Malformed queries: where they go wrong, and what was expected there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query_faults import fault_of

PREFIXES = {"kg": "https://kg.example/"}
FAULTS = {
    "SELECT nonsense": "line 1, column 8, at “nonsense”: expected a variable, “(”, “*”, “DISTINCT”",
    "SELEC * { ?s ?p ?o }": "line 1, column 1, at “SELEC”: expected “ASK”, “BASE”, “CONSTRUCT”",
    "SELECT * WHERE {\n  ?s ?p ?o . # } { \n  ?s ?p \n}": "line 4, column 1, at “}”: expected a name",
    "SELECT * WHERE { ?s ?p ?o": "line 1, column 26, at its end: expected “,”, “.”, “;”, “{”, “}”",
    "SELECT * { ?s ?p ?o OPTIONAL ?s kg:x ?y }": "line 1, column 30, at “?s”: expected “{”",
    "SELECT ?x { ?x a kg:P } ORDER ?x": "line 1, column 31, at “?x”: expected “BY”",
    "SELECT ?姓名 { ?姓名 a kg:P } LIMIT x": "line 1, column 33, at “x”: expected a number",
    "ASK { ?x a '''a\n}''' ?z }": "line 2, column 6, at “?z”: expected “,”",
    "ASK { ?x foo:bar ?y }": "line 1, column 10, at “foo:bar”: Prefix not found",
    "SELECT ?a { ?a ?b ?c } GROUP BY ?b": "line 1, column 35, at its end: The SELECT contains a variable",
    "INSERT DATA { kg:a kg:a kg:a }": "line 1, column 1, at “INSERT”: expected “ASK”",
    "": "line 1, column 1, at its end: expected “ASK”, “BASE”",
}


@pytest.mark.parametrize("query", FAULTS)
def test_a_fault_has_a_place_and_what_was_expected(query: str) -> None:
    assert fault_of(query, PREFIXES).startswith(FAULTS[query])


@given(st.text(max_size=60))
def test_whatever_is_asked_the_fault_is_one_short_line(query: str) -> None:
    told = fault_of(query, PREFIXES)
    assert "\n" not in told.replace(query, "")
    assert len(told) < 400

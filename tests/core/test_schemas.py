"""The schemas that editors check files with."""

from backease_desktop.core.schemas import MODELS, schemas


def test_every_kind_of_file_has_a_schema() -> None:
    kinds = {"exercise", "routine", "sources", "precautions", "safety", "wording"}
    assert set(schemas()) == set(MODELS) == kinds


def test_a_schema_refuses_unknown_fields_and_knows_the_words() -> None:
    schema = schemas()["exercise"]

    assert schema["additionalProperties"] is False
    assert "all-fours" in schema["$defs"]["Position"]["enum"]


def test_a_schema_names_breath_as_files_do() -> None:
    assert set(schemas()["exercise"]["$defs"]["Breath"]["properties"]) == {"in", "out"}


def test_an_amount_may_be_a_number_or_a_range() -> None:
    number, amount = schemas()["exercise"]["$defs"]["Range"]["anyOf"]

    assert number["type"] == "integer"
    assert set(amount["properties"]) == {"min", "max"}

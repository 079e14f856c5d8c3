"""The history as a bundle of FHIR R4, for those who look after the person.

Pain is LOINC 72514-3 ("Pain severity - 0-10 verbal numeric rating [Score] - Reported"), the minutes
of a session are LOINC 55411-3 ("Exercise duration"), with the category that the Physical Activity
guide 1.0.0 of HL7 US gives to such measures (its example "Activity Measure - Duration"); both as
observations that the person has made. The bundle names nobody: its patient has an id, no more.
"""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from backease_desktop.core.journal.entries import PainTold
from backease_desktop.core.journal.past import PastSession

_LOINC = "http://loinc.org"
_UNITS = "http://unitsofmeasure.org"
_PHYSICAL_ACTIVITY = {
    "system": "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes",
    "code": "PhysicalActivity",
}
_PAIN = "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"


def fhir_bundle(
    sessions: Iterable[PastSession], pains: Iterable[PainTold], person: str
) -> dict[str, Any]:
    """A collection of observations.

    Args:
        sessions: those of which to tell.
        pains: told outside of any session.
        person: an id of the person, the same in each bundle.
    """
    patient = _name(person)
    observations: list[dict[str, Any]] = []
    for one in sessions:
        observations.append(_minutes(one, patient))
        observations += [_pain(told, patient) for told in (one.before, one.after) if told]
    observations += [_pain(told, patient) for told in pains]
    resources = [{"resourceType": "Patient", "id": patient.removeprefix("urn:uuid:")}]
    entries = [{"fullUrl": patient, "resource": resources[0]}]
    entries += [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in observations]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def _pain(told: PainTold, patient: str) -> dict[str, Any]:
    observation = _observation(told.id, patient, "survey", "72514-3", _PAIN)
    observation["effectiveDateTime"] = told.at.isoformat()
    observation["valueQuantity"] = _quantity(told.level, "{score}")
    note = f"{told.when} exercise" + (f", {told.where}" if told.where else "")
    return observation | {"note": [{"text": note}]}


def _minutes(one: PastSession, patient: str) -> dict[str, Any]:
    observation = _observation(one.id, patient, "activity", "55411-3", "Exercise duration")
    observation["category"].append({"coding": [_PHYSICAL_ACTIVITY]})
    observation["effectivePeriod"] = {"start": one.at.isoformat(), "end": one.last_at.isoformat()}
    observation["valueQuantity"] = _quantity(round(one.played_ms / 60_000, 1), "min")
    return observation | {"note": [{"text": one.name or one.routine}]}


def _observation(id_: str, patient: str, category: str, code: str, display: str) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": _name(id_).removeprefix("urn:uuid:"),
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": category}]}],
        "code": {"coding": [{"system": _LOINC, "code": code, "display": display}]},
        "subject": {"reference": patient},
        "performer": [{"reference": patient}],
    }


def _quantity(value: float, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit.strip("{}"), "system": _UNITS, "code": unit}


def _name(id_: str) -> str:
    """The same name for the same thing in each bundle."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'backease:{id_}')}"

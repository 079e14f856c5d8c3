"""The catalogue as JSON for other programs, in the shape that the contract promises."""

from collections.abc import Callable
from typing import Any

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.units import Ms

VERSION = 1


def exported(catalogue: Catalogue, duration_of: Callable[[Routine], Ms]) -> dict[str, Any]:
    """The whole catalogue as plain values.

    Args:
        catalogue: what is exported.
        duration_of: how long a routine lasts, in milliseconds.
    """
    sources = [
        {
            "id": s.id,
            "file": s.file,
            "title": s.title,
            "sections": dict(s.sections),
            "address": s.address,
            "looked_up": s.looked_up,
            "licence": s.licence,
        }
        for s in catalogue.sources.values()
    ]
    return {
        "version": VERSION,
        "sources": sources,
        "exercises": [_exercise(e, catalogue) for e in catalogue.exercises.values()],
        "routines": [
            exported_routine(r, catalogue, duration_of(r)) for r in catalogue.routines.values()
        ],
    }


def _exercise(exercise: Exercise, catalogue: Catalogue) -> dict[str, Any]:
    landmarks = exercise.landmarks
    return {
        "id": exercise.id,
        "name": exercise.name,
        "say": exercise.spoken_name,
        "aliases": list(exercise.aliases),
        "areas": list(exercise.areas),
        "position": exercise.position,
        "equipment": list(exercise.equipment),
        "sides": exercise.sides,
        "landmarks": {"left": landmarks.left, "right": landmarks.right} if landmarks else None,
        "setup": exercise.setup,
        "tip": exercise.tip,
        "release": exercise.release,
        "text": exercise.text,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "precautions": [
            {
                "condition": rule.condition,
                "action": rule.action,
                "reason": rule.reason,
                "source": rule.source,
            }
            for rule in catalogue.precautions_of(exercise)
        ],
        "prescriptions": [_prescription(p, exercise) for p in exercise.prescriptions],
    }


def _prescription(prescription: Prescription, exercise: Exercise) -> dict[str, Any]:
    return {
        "source": prescription.source,
        "section": prescription.section,
        "hold_s": _range(prescription.hold_s),
        "reps": _range(prescription.reps),
        "breaths": _range(prescription.breaths),
        "sets": _range(prescription.sets),
        "rest_s": _range(prescription.rest_s),
        "sides": prescription.sides or exercise.sides,
        "assumed": list(prescription.assumed),
        "as_given": prescription.as_given,
        "name_inferred": prescription.name_inferred,
        "group": prescription.group,
    }


def _range(amount: Range | None) -> dict[str, int] | None:
    return {"min": amount.min, "max": amount.max} if amount else None


def exported_routine(routine: Routine, catalogue: Catalogue, duration: Ms) -> dict[str, Any]:
    """One routine as plain values; it lasts `duration` milliseconds."""
    return {
        "id": routine.id,
        "name": routine.name,
        "source": routine.source,
        "section": routine.section,
        "places": list(catalogue.places_of(routine)),
        "positions": list(catalogue.positions_of(routine)),
        "equipment": list(catalogue.equipment_of(routine)),
        "duration_s": round(duration / 1000),
        "steps": [
            {
                "exercise": step.exercise,
                "prescription_source": catalogue.prescription_of(step).source,
                "prescription": step.prescription,
                "dose": _prescription(step.dose, catalogue.exercise_of(step))
                if step.dose
                else None,
            }
            for step in routine.steps
        ],
    }

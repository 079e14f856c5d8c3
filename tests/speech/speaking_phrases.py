"""The phrases that the estimate of speaking time is held to: all kinds that a session has."""

CUES = (
    "Hold.", "Hold it.", "Hold it there.", "Hold, thirty seconds.", "Hold it for twenty seconds.",
    "Relax.", "And relax.", "You can relax.", "Switch sides.", "And switch sides.", "Rest.",
    "Rest, ten seconds.", "Rest for ten seconds.", "Halfway.", "You are halfway.", "Ten seconds.",
    "Ten seconds left.", "Begin.", "And begin.", "Last one.", "The last one.", "Release.",
    "And release.", "Breathe in.", "Breathe out.", "Breathe in slowly.", "Breathe out slowly.",
    "Right.", "Left.", "Right side.", "Left side.", "The other side.", "Paused.", "Continue.",
    "Get ready.", "Get into position.", "Session complete.", "Four minutes to go.",
    "Okay, stopping that one.", "Stop if anything hurts.", "Take your time.", "One minute left.",
    "Left leg. Hold, twelve seconds.", "The next one is on the floor. Take your time.",
    "Desk reset. Five exercises, four minutes. Stop if anything hurts.",
)  # fmt: skip


NUMBERS = (
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    "Twenty", "Thirty", "Forty-five", "Sixty",
)  # fmt: skip

NAMES = (
    "Knee to chest", "Both knees to chest", "Cat and cow", "Child's pose", "Bridge", "Bird dog",
    "Pelvic tilt", "Seated twist", "Chin tuck", "Shoulder blade squeeze", "Shoulder rolls",
    "Wall slide", "Side bend", "Seated forward fold", "Hip flexor stretch", "Hamstring stretch",
    "Figure four stretch", "Press-up", "Cobra", "Sphinx", "Superman", "Plank", "Side plank",
    "Dead bug", "Clamshell", "Chest opener", "Neck tilt", "Wrist stretch", "Upper back rotation",
    "Trunk rotation", "Standing back bend", "Doorway stretch", "Lying leg lift", "Calf raise",
    "Ankle circles", "Thread the needle", "Quadriceps stretch", "Seated knee lift",
    "Leg lift on hands and knees", "Marching on the spot",
)  # fmt: skip

LANDMARKS = (
    "right arm up", "left leg crossed", "right leg back", "left knee in front", "right ear down",
    "lean to the left", "look over your right shoulder", "left hand on top",
)  # fmt: skip

SENTENCES = (
    "Lie on your back with both knees bent.", "Sit tall at the front of the chair.",
    "Stand with your feet as wide as your hips.", "Put one hand on the wall beside you.",
    "Cross your right ankle over your left knee.", "Draw your belly in a little.",
    "Keep your shoulders away from your ears.", "Let your head hang loosely.",
    "Hips level, keep breathing.", "Press your lower back gently into the floor.",
    "On hands and knees, then reach one leg straight back.", "Hands and knees, one leg back.",
    "Slide one leg back and lift it no higher than your hip.", "Put your knee down.",
    "Come back to the middle and let your arms hang.", "Lower yourself slowly.",
    "Pull both shoulder blades together and down.", "Turn your head only as far as is easy.",
    "Step forward with one foot and sink your hips.", "Lift your hips until your body is a line.",
    "Bring one knee towards your chest with both hands.", "Hold the edge of the desk.",
    "Lean back over your hands and look straight ahead.", "Breathe into your belly.",
    "Stay below the point where it hurts.", "Rest your forehead on your hands.",
    "Straighten your knee until you feel a gentle pull.", "Let go and shake it out.",
)  # fmt: skip

PHRASES = (
    *CUES,
    *NUMBERS,
    *NAMES,
    *(f"Next: {name}." for name in NAMES),
    *(f"Next: {name}, {LANDMARKS[at % len(LANDMARKS)]}." for at, name in enumerate(NAMES)),
    *(f"{landmark.capitalize()}." for landmark in LANDMARKS),
    *SENTENCES,
)
"""All of them, about 220; each is a phrase as it would be rendered."""

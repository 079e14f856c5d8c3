"""What can be done: exercises with their prescriptions, routines and precautions."""

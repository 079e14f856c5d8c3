"""What can be done: exercises with their prescriptions, routines, precautions, and how to find them."""

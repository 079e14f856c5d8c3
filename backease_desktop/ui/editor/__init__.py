"""The editors: routines and exercises of the person's own."""

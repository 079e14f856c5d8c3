"""The base of errors whose text is a sentence for the person, caught in one place at the roof."""


class ReportedError(Exception):
    """Something that a person can understand and mend; its text says what and where."""

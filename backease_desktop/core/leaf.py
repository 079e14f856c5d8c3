"""The base of values that are made by the thousand, and hold nothing but numbers and one another.

Such a value can be part of no circle, so the search for garbage need not look at it; it goes when
nobody has it any more. That is no small thing: the bodies of forty figures are a hundred thousand
values, and each full search among them held the window for a tenth of a second.
"""

import msgspec


class Leaf(msgspec.Struct, frozen=True, gc=False):
    """A frozen value of numbers, words, other leaves, and tuples of them."""

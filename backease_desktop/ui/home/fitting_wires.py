"""The hero, held together with what puts sessions together."""

from msgspec.structs import replace

from backease_desktop.controllers.composer import Composer
from backease_desktop.core.compose.composed import NothingFitsError
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.ui.fit_words import fit_words
from backease_desktop.ui.home.hero import Hero

TURNS = 6
"""So many seeds are tried until something else than what is offered comes."""


def fit_in(hero: Hero, composer: Composer, wanted: Wanted) -> None:
    """Have the hero offer what can be put together, or say why nothing can."""
    offered, first = hero.card, composer.seed + wanted.seed
    is_another = wanted.seed > 0
    try:
        for seed in range(first, first + TURNS):
            fitted = composer.compose(replace(wanted, seed=seed))
            if not is_another or offered is None or fitted.card.id != offered.id:
                break
    except NothingFitsError as error:
        hero.show_nothing(str(error))
        return
    hero.show_fit(fitted.card, fit_words(fitted.made))

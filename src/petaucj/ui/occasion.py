"""The occasion of the page at hand, for everything that is made to take away."""

from __future__ import annotations

from petaucj.data.settings import today
from petaucj.ui.memory import atlas, book, settings
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState


def occasion_now(state: ViewState, reader: Reader) -> Occasion:
    """Return what handouts and stories of this view are made from, on today's day."""
    return Occasion(atlas(), book(), state, reader, today(), settings().public_url)

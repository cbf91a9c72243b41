"""Where months and people stand in the presentation's picture of the months."""

from __future__ import annotations

from typing import ClassVar

from petaucj.views.plan_projection import ProjectionView

# The scale ends a little above the highest number, so that the picture is as tall as it can be.
HEADROOM = 1.12


class MonthsFrame:
    """Months across from ``left`` to ``right``, people upward from ``bottom``; one unit is one pixel.

    The highest number stands a little below ``top``; ``letters`` is the height of the months' letters, 0 where they have no room.
    """

    REQUIRED: ClassVar[float] = 36.0

    def __init__(self, view: ProjectionView, left: float, right: float, top: float, bottom: float, letters: float) -> None:
        self.left, self.right, self.top, self.bottom, self.letters = left, right, top, bottom, letters
        self.step = (right - left) / max(1, view.columns)
        totals = [sum(column) for column in zip(*(layer.people for layer in view.layers), strict=True)]
        self._per_person = (bottom - top) / (max(*totals, *view.recorded, view.required or 0, 1) * HEADROOM)

    def x(self, column: float) -> float:
        """Return where a month begins."""
        return self.left + self.step * column

    def y(self, people: float) -> float:
        """Return the height of so many people."""
        return self.bottom - people * self._per_person

"""What the check before a meeting looks at: the office's settings, the day, the folders and ports that will be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from petaucj.data.catalogue import Catalogue, load_catalogue
from petaucj.data.settings import Settings
from petaucj.domain.atlas import Atlas
from petaucj.domain.gather import gather
from petaucj.meeting.audience import AudienceState


@dataclass(frozen=True)
class Room:
    """A meeting to be: ``usage_stats`` says whether Streamlit reports its use (None: not known), ``app_port`` where the app runs or will run.

    ``prefix`` is the app's base path. ``audience`` is how the audience stands in this process, None where there is none.
    """

    settings: Settings
    day: date
    out: Path
    app_port: int
    usage_stats: bool | None
    prefix: str = ""
    audience: AudienceState | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The checked tables, read from the disk once; raises DataFaults."""
        return load_catalogue()

    @cached_property
    def atlas(self) -> Atlas:
        """The facts, gathered once; raises DataFaults."""
        return gather(self.catalogue)

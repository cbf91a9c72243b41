"""Streamlit's own command with the audience open in the same process, so that both share one interpreter as in a meeting.

``PETAUCJ_BENCH_AUDIENCE`` is the port of the phones. The presenter changes the step every STEP_SECONDS; step and monotonic time go to the
file ``PETAUCJ_BENCH_STEPS``.
"""

from __future__ import annotations

import os
import threading
import time

from streamlit.web.cli import main

from petaucj.data.catalogue import load_catalogue
from petaucj.data.settings import Settings, today
from petaucj.domain.gather import gather
from petaucj.domain.planning import planning_of
from petaucj.meeting.audience import hall
from petaucj.share.audience import write_audience
from petaucj.views.occasion import occasion_of
from petaucj.views.story import build_story

STEP_SECONDS = 5.0


def open_hall() -> None:
    """Open the audience with the usual story of one district and start walking through it."""
    catalogue = load_catalogue()
    story = build_story(occasion_of({"daerah": "13.11"}, gather(catalogue), planning_of(catalogue), Settings(), today()))
    state = hall().open(lambda base: write_audience(story, base=base), b"", len(story.steps), int(os.environ["PETAUCJ_BENCH_AUDIENCE"]), "127.0.0.1")
    if not state.open:
        raise SystemExit(f"the audience did not open: {state.problem}")
    threading.Thread(target=_walk, args=(len(story.steps),), daemon=True).start()


def _walk(steps: int) -> None:
    with open(os.environ["PETAUCJ_BENCH_STEPS"], "a", encoding="utf-8") as told:
        step = 0
        while True:
            time.sleep(STEP_SECONDS)
            step = (step + 1) % steps
            at = time.monotonic()
            hall().move(step, hall().token)
            print(step, at, file=told, flush=True)


if __name__ == "__main__":
    open_hall()
    main()

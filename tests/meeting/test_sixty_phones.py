"""Sixty phones at once: what they cost to open and to follow, and that every one sees every step. No clock decides but a generous deadline."""

from __future__ import annotations

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

from bench.phone import Answer, Phone
from petaucj.meeting.audience import Audience
from tests.meeting.conftest import PAGE

PHONES = 60
# 20 MB for all to open; 8 MB in ten minutes for all to follow, of which a stream's quiet lines every 15 s are forty.
OPEN_BYTES = 20_000_000 // PHONES
FOLLOW_BYTES = 8_000_000 // PHONES
LINE_BYTES, START_BYTES = 40, 1500


async def _meeting(audience: Audience, port: int) -> tuple[list[tuple[Phone, int]], list[Answer], list[int]]:
    phones = [Phone(port) for _ in range(PHONES)]
    pages = await asyncio.gather(*(phone.get(more="Cache-Control: max-age=0\r\n") for phone in phones))
    opened = [phone.sent + phone.received for phone in phones]
    streams = [asyncio.create_task(phone.follow()) for phone in phones]
    for step in (0, 1, 2, 5, 4, 6, 0):
        if step:
            assert audience.move(step, audience.token)
        elif phones[0].lines:
            audience.move(0, audience.token)
        await asyncio.gather(*(phone.hear(step) for phone in phones))
    assert audience.state.followers == PHONES
    await asyncio.to_thread(audience.close)
    return list(zip(phones, opened, strict=True)), pages, await asyncio.gather(*streams)


def test_sixty_phones_open_follow_and_see_every_step_within_the_budget(audience: Audience, port: int) -> None:
    # In a thread of its own: the browser tests keep a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        phones, pages, streams = apart.submit(asyncio.run, _meeting(audience, port)).result()
    assert {page.status for page in pages} == {200}
    assert {gzip.decompress(page.body) for page in pages} == {PAGE}
    assert set(streams) == {200}
    for phone, opened in phones:
        assert opened <= len(gzip.compress(PAGE)) + START_BYTES <= OPEN_BYTES
        assert [line.split(" ")[0] for line in phone.lines if line != "-"] == ["0", "1", "2", "5", "4", "6", "0"]
        followed = phone.sent + phone.received - opened
        assert followed <= START_BYTES + LINE_BYTES * len(phone.lines)
    # Ten minutes: the stream opened twenty times over on bad Wi-Fi, a quiet line every 15 s, and a hundred steps.
    assert 20 * START_BYTES + (600 // 15 + 100) * LINE_BYTES <= FOLLOW_BYTES

"""Routes of the app itself that the presenter's page uses: tell the phones the step, and ask how the audience stands."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from petaucj.meeting.audience import AUDIENCE_HOURS, Audience, AudienceState
from petaucj.meeting.network import asked_from_elsewhere
from petaucj.text.words import LANGUAGES, words_in

MOST_BYTES = 1024
FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def open_to_public() -> bool:
    """Return whether somebody started the app for a whole network; then there is no room to open an audience for."""
    return os.environ.get("PETAUCJ_PUBLIC") == "1"


def audience_note(state: AudienceState, language: str) -> str:
    """Return how the audience stands in one sentence or two: what phones open, or why they cannot."""
    words = words_in(language)
    if state.problem:
        return words(f"hadirin.problem.{state.problem}", **({"address": state.address} if state.problem == "unreachable" else {}))
    return words("hadirin.note.open", address=state.address, hours=AUDIENCE_HOURS) if state.open else words("hadirin.note.closed")


def audience_routes(audience: Audience, prefix: str, public: Callable[[], bool] = open_to_public) -> list[Route]:
    """Return ``POST {prefix}/panggung/posisi`` and ``GET {prefix}/panggung/hadirin``; both answer only this machine itself."""

    async def position(request: Request) -> Response:
        body = await _message(request) if _same_origin(request) and not refused(request, public) else None
        step, token, mark = ((body or {}).get(name) for name in ("step", "token", "mark"))
        fits = type(step) is int and isinstance(token, str) and audience.move(step, token, mark if isinstance(mark, str) else "")
        return Response(status_code=204 if fits else 403, headers=FRESH)

    async def standing(request: Request) -> Response:
        if refused(request, public):
            return Response(status_code=403, headers=FRESH)
        language = request.query_params.get("bahasa", LANGUAGES[0])
        state = audience.state
        note = audience_note(state, language if language in LANGUAGES else LANGUAGES[0])
        return JSONResponse({"open": state.open, "address": state.address, "qr": state.qr, "followers": state.followers, "note": note,
                             "mark": state.mark, "step": state.step}, headers=FRESH)

    return [Route(f"{prefix}/panggung/posisi", position, methods=["POST"]), Route(f"{prefix}/panggung/hadirin", standing)]


def refused(request: Request, public: Callable[[], bool] = open_to_public) -> bool:
    """Return whether a request does not come from whoever sits at this machine."""
    client = request.client.host if request.client else ""
    return public() or bool(asked_from_elsewhere(client, request.headers.get("host", ""), request.headers.keys(), request.headers.get("origin", "")))


def _same_origin(request: Request) -> bool:
    """Whether a page of this very app asks; browsers always name the origin of such a request."""
    origin, kind = request.headers.get("origin", ""), request.headers.get("content-type", "")
    host = request.headers.get("host", "")
    try:
        return bool(host) and urlsplit(origin).netloc == host and kind.partition(";")[0].strip().lower() == "application/json"
    except ValueError:
        return False


async def _message(request: Request) -> Mapping[str, object] | None:
    """Return the JSON object of a request, None where it is too long or something else."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return None
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None

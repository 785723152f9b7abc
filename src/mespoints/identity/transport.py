"""Calls to a provider that cannot hold us: a short answer, within a few seconds, wherever it leads."""

import time
from io import BytesIO

from requests import ConnectionError as NoSoundAnswer
from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError

TIMEOUT_SECONDS = 5
"""For the connection, then for each wait: what ``requests`` calls a timeout."""
LONGEST_BODY_SECONDS = 10
LONGEST_BODY = 256 * 1024
_PIECE = 8192


class ShortAnswers(HTTPAdapter):
    """Reads the whole body itself: a timeout alone lets a provider send one byte at a time, for ever."""

    # The arguments are those of ``requests``, passed on as they come.
    def send(self, request: PreparedRequest, **options: object) -> Response:  # type: ignore[override]
        """Send, and read an answer that is neither too long nor too slow, nor compressed so as to hide its length."""
        request.headers["Accept-Encoding"] = "identity"
        response = super().send(request, **{**options, "stream": True})  # type: ignore[arg-type]
        with response.raw as network:
            response.raw = HTTPResponse(BytesIO(_body(network)), preload_content=False)
        return response


def limited(session: Session) -> Session:
    """The session, whose every answer is now read by ``ShortAnswers``."""
    session.mount("https://", ShortAnswers())
    session.mount("http://", ShortAnswers())
    return session


def _body(network: HTTPResponse) -> bytes:
    """The body, or an error of ``requests``."""
    end = time.monotonic() + LONGEST_BODY_SECONDS
    body = b""
    # urllib3's own errors are those of the network, and this is below the place where requests translates them.
    try:
        while piece := network.read1(_PIECE, decode_content=False):
            body += piece
            if len(body) > LONGEST_BODY or time.monotonic() > end:
                raise NoSoundAnswer("an answer too long or too slow")
    except HTTPError as error:
        raise NoSoundAnswer("an answer cut short") from error
    return body

"""Requests and responses: the little of HTTP that the provider needs, over plain WSGI."""

import json
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode
from wsgiref.types import WSGIEnvironment

from mespoints.demo.provider.errors import PageError

LONGEST_BODY = 16_384
MOST_FIELDS = 40

Fields = dict[str, str]


class Request(NamedTuple):
    """What the provider reads of a request; ``query`` and ``form`` hold each name once."""

    method: str
    host: str
    path: str
    query: Fields
    form: Fields
    cookies: Mapping[str, str]
    authorization: str


class Response(NamedTuple):
    """A status, headers and a body, before the headers that every answer bears."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def read_request(environ: WSGIEnvironment) -> Request:
    """The request of a WSGI environment; raises PageError when it cannot be read without guessing."""
    return Request(
        method=environ["REQUEST_METHOD"],
        host=environ.get("HTTP_HOST", ""),
        path=environ.get("PATH_INFO", ""),
        query=_fields(environ.get("QUERY_STRING", "")),
        form=_form(environ),
        cookies=_cookies(environ.get("HTTP_COOKIE", "")),
        authorization=environ.get("HTTP_AUTHORIZATION", ""),
    )


def _form(environ: WSGIEnvironment) -> Fields:
    if environ["REQUEST_METHOD"] != "POST":
        return {}
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LONGEST_BODY:
        raise PageError("Y000400", "Le corps de la requête est trop long ou sa longueur est illisible.")
    body: bytes = environ["wsgi.input"].read(int(length))
    if not environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        return {}
    return _fields(body.decode("latin-1"))


def _fields(text: str) -> Fields:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise PageError("Y000400", "Les paramètres de la requête sont illisibles.") from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise PageError("Y000400", "Un paramètre est donné plusieurs fois.")
    return fields


def _cookies(text: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(text).items()}
    except CookieError:
        return {}


def page(body: str, status: str = "200 OK") -> Response:
    """An HTML page."""
    return Response(status, (("Content-Type", "text/html; charset=utf-8"),), body.encode())


def document(content: Mapping[str, object], status: str = "200 OK") -> Response:
    """A JSON document."""
    return Response(status, (("Content-Type", "application/json"),), json.dumps(content).encode())


def redirect(location: str, *cookies: str) -> Response:
    """Send the browser elsewhere with GET, whatever it came with."""
    headers = (("Content-Type", "text/plain"), ("Location", location), *(("Set-Cookie", cookie) for cookie in cookies))
    return Response("303 See Other", headers, b"")


def with_parameters(address: str, parameters: Mapping[str, str]) -> str:
    """The address with these parameters added to its query."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"


def cookie(name: str, value: str, path: str, seconds: int) -> str:
    """A cookie that scripts cannot read; ``seconds`` 0 deletes it.

    Neither ``Secure`` nor ``__Host-``: the demonstration speaks plain HTTP on the loopback.
    """
    return f"{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax"

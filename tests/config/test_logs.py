"""Logs name no one."""

import json
import logging
import sys

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import resolve

from mespoints.config.logs import Formatter, JsonFormatter


def record_of(error: BaseException) -> logging.LogRecord:
    """What ``logger.exception`` makes of an error."""
    try:
        raise error
    except type(error):
        return logging.LogRecord("mespoints", logging.ERROR, __file__, 1, "no answer", (), sys.exc_info())


def test_the_text_of_an_exception_is_left_out() -> None:
    """A database quotes the row that it refuses: only the class and the places are written."""
    error = ValueError("Key (neph)=(000000000001) already exists")
    error.__cause__ = KeyError("MARTIN")
    text = Formatter().format(record_of(error))

    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in record_of" in text
    assert "000000000001" not in text
    assert "MARTIN" not in text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/mes-lettres/000000000001.pdf", "Not Found: /mes-lettres/<slug:slug>.pdf"),
        ("/nulle-part/MARTIN\n/", "Not Found: no address of ours"),
    ],
)
def test_what_was_typed_as_an_address_is_left_out(path: str, expected: str) -> None:
    """Its pattern is enough to find the view; the record itself is left as it is."""
    request = HttpRequest()
    request.path = path
    if path.endswith(".pdf"):
        request.resolver_match = resolve(path)
    typed = path.encode("unicode_escape").decode()
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "Not Found: %s", (typed,), None)
    record.request = request
    line = Formatter().format(record)

    assert line.endswith(expected)
    assert (typed,) == record.args


def test_an_attacker_writes_no_line_of_the_log(caplog: pytest.LogCaptureFixture, client: Client) -> None:
    """A line end in an address begins no line."""
    client.get("/nulle-part/%0A2026-11-22 09:00:00,000 INFO mespoints agent 1 signed in")
    (record,) = caplog.records

    assert 1 == len(Formatter().format(record).splitlines())


def test_a_line_bears_its_instant_in_utc() -> None:
    """Whatever the zone of the machine; a summer day."""
    record = logging.LogRecord("mespoints", logging.INFO, __file__, 1, "said", (), None)
    record.created, record.msecs = 1_782_900_000.25, 250.0

    assert "2026-07-01T10:00:00.250Z INFO mespoints said" == Formatter().format(record)


def test_a_program_reads_each_line() -> None:
    """One JSON object, whatever the message holds; of an exception, classes and places, and never its text."""
    error = ValueError("Key (neph)=(000000000001) already exists")
    error.__cause__ = KeyError("MARTIN")
    record = record_of(error)
    record.msg, record.args = "said: %s", ('a "word"\n2026-11-28T10:00:00.000Z INFO mespoints forged',)
    record.created, record.msecs, record.status_code = 1_782_900_000.25, 250.0, 500
    line = JsonFormatter().format(record)
    told = json.loads(line)
    errors = told.pop("errors")

    assert 1 == len(line.splitlines())
    assert {
        "format": "log/1", "at": "2026-07-01T10:00:00.250Z", "level": "ERROR", "logger": "mespoints", "status": 500,
        "message": 'said: a "word"\n2026-11-28T10:00:00.000Z INFO mespoints forged',
    } == told  # fmt: skip
    assert ["builtins.ValueError", "builtins.KeyError"] == [one["class"] for one in errors]
    assert "in record_of" in errors[0]["places"][-1]
    assert "000000000001" not in line
    assert "MARTIN" not in line


def test_what_was_typed_is_left_out_of_json_too() -> None:
    """The pattern of the address stands for it."""
    request = HttpRequest()
    request.path = "/mes-lettres/000000000001.pdf"
    request.resolver_match = resolve(request.path)
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "Not Found: %s", (request.path,), None)
    record.request = request

    assert "Not Found: /mes-lettres/<slug:slug>.pdf" == json.loads(JsonFormatter().format(record))["message"]

"""Logs for operators: what broke and where, never whose file it was. In words, or one JSON object a line."""

import copy
import json
import logging
import time
import traceback
from types import TracebackType
from typing import Any

from django.http import HttpRequest

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Formatter(logging.Formatter):
    """Instant (UTC), level, logger, message; of an exception, its class and its places; of an address, its pattern.

    The text of an exception is left out: a database quotes in it the row that it refuses. What somebody typed after the
    name of the site is left out too: it may be a file number.
    """

    converter = staticmethod(time.gmtime)
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        return super().format(without_address(record))

    def formatException(self, ei: ExcInfo) -> str:
        """The class of the exception and of those that led to it, with the lines that raised them."""
        return "\n".join(line for told in errors_of(ei[1]) for line in (told["class"], *told["places"]))


class JsonFormatter(Formatter):
    """The same in JSON, a line a record, for a program: ``log/1``, whose keys docs/operations.md lists."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        told: dict[str, object] = {
            "format": "log/1",
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": without_address(record).getMessage(),
        }
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            told["status"] = status
        if record.exc_info:
            told["errors"] = errors_of(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False)


def errors_of(error: BaseException | None) -> list[dict[str, Any]]:
    """The exception and those that led to it: the class of each, and the lines that raised it."""
    told = []
    while error is not None:
        places = [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
        told.append({"class": f"{type(error).__module__}.{type(error).__qualname__}", "places": places})
        error = error.__cause__ or error.__context__
    return told


def without_address(record: logging.LogRecord) -> logging.LogRecord:
    """The record, or one like it in which the pattern of our address stands for the address that was asked for."""
    request = getattr(record, "request", None)
    if not isinstance(request, HttpRequest) or not isinstance(record.args, tuple):
        return record
    typed = (request.path, request.path.encode("unicode_escape").decode("ascii"))
    match = request.resolver_match
    known = copy.copy(record)
    pattern = f"/{match.route}" if match else "no address of ours"
    known.args = tuple(pattern if argument in typed else argument for argument in record.args)
    return known

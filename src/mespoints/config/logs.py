"""Logs for operators: what broke and where, never whose file it was."""

import copy
import logging
import time
import traceback
from types import TracebackType

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
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines += [f"{type(error).__module__}.{type(error).__qualname__}"]
            lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


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

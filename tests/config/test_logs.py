"""Logs name no one."""

import logging
import sys

from mespoints.config.logs import Formatter


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

"""Errors of the database that pass, and those that do not."""

import psycopg
import pytest
from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError, ProgrammingError
from psycopg import errors

from mespoints.register.unavailable import why_unavailable


@pytest.mark.parametrize(
    ("kind", "cause", "why"),
    [
        (OperationalError, errors.DiskFull, "disk_full"),
        (OperationalError, errors.LockNotAvailable, "slow"),
        (OperationalError, errors.QueryCanceled, "slow"),
        (OperationalError, errors.AdminShutdown, "stopped"),
        (OperationalError, errors.CannotConnectNow, "stopped"),
        (OperationalError, errors.TooManyConnections, "overloaded"),
        (OperationalError, errors.ConnectionFailure, "unreachable"),
        (OperationalError, psycopg.OperationalError, "unreachable"),
        (InterfaceError, psycopg.InterfaceError, "unreachable"),
        (InternalError, errors.ReadOnlySqlTransaction, "read_only"),
        (OperationalError, errors.DeadlockDetected, ""),
        (IntegrityError, errors.UniqueViolation, ""),
        (ProgrammingError, errors.UndefinedTable, ""),
        (DataError, errors.StringDataRightTruncation, ""),
    ],
)
def test_what_passes_is_told_from_what_does_not(kind: type[Exception], cause: type[Exception], why: str) -> None:
    """By the reason of PostgreSQL, or for want of any."""
    error = kind("…")
    error.__cause__ = cause("…")

    assert why == why_unavailable(error)


def test_a_full_disk_of_sqlite() -> None:
    """It has words in place of a number."""
    assert why_unavailable(OperationalError("database or disk is full")) == "disk_full"


def test_any_other_error_is_none_of_these() -> None:
    """A bug is no trouble of the database."""
    assert ("", "") == (why_unavailable(ValueError("…")), why_unavailable(None))

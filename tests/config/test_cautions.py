"""What the settings leave open is said when the service starts."""

import logging

import pytest
from pytest_django import Settings

from mespoints.cli.service import prepare_pages
from mespoints.config.cautions import say_cautions


@pytest.fixture
def said(settings: Settings, caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log of a service that is no demonstration."""
    settings.MESPOINTS_DEMO = False
    caplog.set_level(logging.WARNING)
    return caplog


def test_what_is_not_set_is_said(settings: Settings, said: pytest.LogCaptureFixture) -> None:
    """By the name of each setting, as a warning."""
    settings.MESPOINTS_HOSTS, settings.MESPOINTS_SCANNER, settings.MESPOINTS_DATABASE_IN_CLEAR = {}, "", True
    say_cautions()

    assert ["MESPOINTS_HOSTS", "MESPOINTS_SCANNER", "MESPOINTS_DATABASE_IN_CLEAR"] == [
        message.partition(" ")[0] for message in said.messages
    ]


def test_nothing_is_said_without_a_reason(settings: Settings, said: pytest.LogCaptureFixture) -> None:
    """All is set; or it is a demonstration, where nobody is anybody."""
    settings.MESPOINTS_HOSTS = {"portal": "a", "desk": "b", "api": "c"}
    settings.MESPOINTS_SCANNER, settings.MESPOINTS_DATABASE_IN_CLEAR = "/run/clamav/clamd.ctl", False
    say_cautions()
    settings.MESPOINTS_HOSTS, settings.MESPOINTS_DEMO = {}, True
    say_cautions()

    assert [] == said.messages


def test_the_service_says_it_when_it_starts(said: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the tables and the static files are there, before the first visitor."""
    for step in ("prepare", "collect_static"):
        monkeypatch.setattr(f"mespoints.config.bootstrap.{step}", lambda: None)
    monkeypatch.setattr("mespoints.records.issuer.require_keyring", lambda: None)
    prepare_pages()

    assert any(message.startswith("MESPOINTS_HOSTS is not set") for message in said.messages)

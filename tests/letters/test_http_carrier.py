"""The carrier that is called, against a service on this machine that fails in every way."""

import ssl
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from mespoints.letters.carriers import CarrierUnavailable
from mespoints.letters.http_carrier import HttpCarrier
from mespoints.letters.spool import Spool, entry_of
from tests.letters.carrier_service import TOKEN, Service, carrier_service

NAME = "2024-03-05-0001"
REFERENCES = ["0000000001-1", "0000000002-1", "0000000003-1"]


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that answers as it should, until it is told to fail."""
    with carrier_service() as running:
        yield running


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    """A spool in which a batch of three letters stands."""
    spool = Spool(tmp_path)
    pdfs = {reference: f"%PDF {reference}".encode() for reference in REFERENCES}
    letters = [
        (entry_of(reference, "48", "lettre_verte", registered=False, pdf=pdf, pages=2, country="FR"), pdf)
        for reference, pdf in pdfs.items()
    ]
    spool.write(NAME, "2024-03-05", letters)
    return spool


def carrier(service: Service, token: str = TOKEN) -> HttpCarrier:
    """A carrier that does not wait between two tries, and half a second for an answer."""
    return HttpCarrier(service.address, token, lambda _seconds: None, seconds=0.5)


def test_each_letter_is_handed_over_once(service: Service, spool: Spool) -> None:
    """To the byte; the batch stays until the register has kept the answer."""
    turned = carrier(service).hand_over(spool, NAME)

    assert ([], REFERENCES) == (turned, service.printed)
    assert {f"%PDF {reference}".encode() for reference in REFERENCES} == set(service.letters.values())
    assert spool.has(NAME)


@pytest.mark.parametrize("failure", [500, 502, 503, 504, 429, 408, "hang", "cut", "lost"])
def test_what_may_pass_is_tried_again(service: Service, spool: Spool, failure: int | str) -> None:
    """Twice in a row, then all goes well: nothing is printed twice, even when only the answer was lost."""
    service.failures = [failure, failure]
    turned = carrier(service).hand_over(spool, NAME)

    assert ([], REFERENCES) == (turned, service.printed)
    assert 5 == service.asked


@pytest.mark.parametrize("failure", [401, 403, 404, "garbage", "other", "redirect"])
def test_what_will_not_pass_stops_the_batch(service: Service, spool: Spool, failure: int | str) -> None:
    """At once; the batch stays, and the next run hands it over with what had passed already."""
    service.failures = [failure]
    with pytest.raises(CarrierUnavailable):
        carrier(service).hand_over(spool, NAME)
    stays, asked = spool.has(NAME), service.asked
    carrier(service).hand_over(spool, NAME)

    assert (True, 1) == (stays, asked)
    assert REFERENCES == service.printed


@pytest.mark.parametrize(
    ("patience", "waited"), [({}, [0.5, 1.0, 2.0, 4.0]), ({"patience": 1.5}, [0.5, 1.0]), ({"patience": 1}, [0.5])]
)
def test_a_carrier_that_never_answers_is_given_up(
    service: Service, spool: Spool, patience: dict[str, float], waited: list[float]
) -> None:
    """After five tries unless the settings say otherwise, each pause twice the one before."""
    pauses: list[float] = []
    service.failures = [503] * 9
    with pytest.raises(CarrierUnavailable, match="503"):
        HttpCarrier(service.address, TOKEN, pauses.append, **patience).hand_over(spool, NAME)

    assert (1 + len(waited), waited) == (service.asked, pauses)
    assert spool.has(NAME)


def own_certificate(path: Path) -> Path:
    """A certificate for this machine, which vouches for itself, and its key, in one PEM file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path


def test_a_certificate_stands_for_the_token(spool: Spool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that asks for it takes the letters of who has its key; of anybody else it hears nothing."""
    ours, theirs = (own_certificate(tmp_path / name) for name in ("ours.pem", "theirs.pem"))
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(ours))
    tls.load_cert_chain(theirs)
    tls.verify_mode = ssl.CERT_REQUIRED
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(theirs))

    def nothing(_seconds: float) -> None:
        """Wait for nobody."""

    with carrier_service(tls) as service:
        stranger = HttpCarrier(service.address, TOKEN, nothing)
        with pytest.raises(CarrierUnavailable):
            stranger.hand_over(spool, NAME)
        refused = list(service.printed)
        HttpCarrier(service.address, "", nothing, certificate=str(ours)).hand_over(spool, NAME)

    assert ([], REFERENCES) == (refused, service.printed)


def test_a_wrong_token_hands_nothing_over(service: Service, spool: Spool) -> None:
    """And the message does not repeat it."""
    with pytest.raises(CarrierUnavailable) as refused:
        carrier(service, "another-token").hand_over(spool, NAME)

    assert "another-token" not in refused.value.reason
    assert {} == service.letters


@pytest.mark.parametrize("failure", [400, 409, 413, 422])
def test_a_letter_that_is_turned_down_does_not_hold_the_others(service: Service, spool: Spool, failure: int) -> None:
    """It is told to whoever runs the dispatch; the batch is done with."""
    service.failures = [failure]
    turned = carrier(service).hand_over(spool, NAME)

    assert [REFERENCES[0]] == [letter.reference for letter in turned]
    assert str(failure) in turned[0].reason
    assert REFERENCES[1:] == service.printed


def test_another_letter_under_a_known_reference_is_turned_down(service: Service, spool: Spool) -> None:
    """The service keeps what it had first."""
    service.letters[REFERENCES[0]] = b"%PDF another"

    assert [REFERENCES[0]] == [letter.reference for letter in carrier(service).hand_over(spool, NAME)]


def told(number: int, **changed: object) -> dict[str, object]:
    """One event, as the service tells it."""
    event = {"id": f"e{number}", "letter": REFERENCES[0], "event": "presented", "on": "2024-03-07", "tracking": "2C1"}
    return {**event, **changed}


def test_events_are_read_page_by_page(service: Service) -> None:
    """From a place to the end; from the end, nothing."""
    service.events = [told(number) for number in range(5)]
    pages = list(carrier(service).events(""))

    assert [2, 2, 1] == [len(events) for events, _ in pages]
    assert ["2", "4", "5"] == [following for _, following in pages]
    assert (date(2024, 3, 7), "presented", "2C1") == (
        pages[0][0][0].on, pages[0][0][0].event, pages[0][0][0].tracking,
    )  # fmt: skip
    assert [] == list(carrier(service).events("5"))


@pytest.mark.parametrize(
    "wrong",
    [{"event": "eaten"}, {"on": "2024-02-30"}, {"on": 5}, {"id": ""}, {"id": "x" * 61}, {"letter": None}],
)
def test_an_event_that_cannot_be_right_stops_the_reading(service: Service, wrong: dict[str, object]) -> None:
    """Its page is not passed before it is understood."""
    service.events = [told(1), told(2, **wrong)]
    with pytest.raises(CarrierUnavailable):
        list(carrier(service).events(""))


@pytest.mark.parametrize("failure", ["garbage", "redirect", 404])
def test_a_list_that_cannot_be_read_is_not_guessed(service: Service, failure: int | str) -> None:
    """The carrier is said not to answer as it should."""
    service.failures = [failure]
    with pytest.raises(CarrierUnavailable):
        list(carrier(service).events(""))

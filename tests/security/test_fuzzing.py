"""What comes from outside, spoilt at random: read, or refused by name, and nothing else ever happens.

Ten thousand inputs here and as many dossiers in ``tests/law/test_malformed.py``; MESPOINTS_INPUTS asks for more
(``make soak``: a million). A seed decides each input, and is told when it fails.
"""

import copy
import json
import os
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from mespoints.api.assertions import AssertionRefused, client_of
from mespoints.identity.problems import SignInError
from mespoints.identity.tokens import check_id_token, half_hash
from mespoints.intake.layouts import Layout
from mespoints.intake.lines import LineRefused
from mespoints.intake.person import read_person
from mespoints.intake.reading import read_line
from mespoints.intake.samples import PEOPLE, as_csv, sample_lines
from mespoints.records.verifying import AUTHENTIC, verify
from mespoints.requests.media import EXTENSIONS, media_of
from mespoints.seal.embedding import sign
from mespoints.seal.keys import DEMONSTRATION, Signer, make_signer, read_signer
from mespoints.seal.structure import SealUnreadable, take_apart
from tests.api.conftest import ask_token
from tests.identity.issuer import CLIENT_ID, ISSUER, PROVIDER, SUBJECT
from tests.law.test_malformed import mutated, places, read, spoiled
from tests.requests.test_media import picture
from tests.seal.conftest import SOURCE
from tests.seal.test_structure import TEXT

SHARES = {
    "feeds": 40,
    "people": 5,
    "dossiers": 5,
    "seals": 20,
    "documents": 5,
    "tokens": 15,
    "assertions": 5,
    "files": 5,
}
"""Of a hundred inputs, how many are of each kind."""
INPUTS = int(os.environ.get("MESPOINTS_INPUTS", "10000"))
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = AT.date()
LINES = sample_lines(7, 200)


def seeds(kind: str) -> Iterator[tuple[int, Random]]:
    """As many chances as this kind has."""
    for seed in range(INPUTS * SHARES[kind] // 100):
        yield seed, Random(f"{kind} {seed}")


def spoiled_document(rng: Random, document: dict[str, Any]) -> Any:
    """The document with one to three places replaced, removed or renamed."""
    changed = copy.deepcopy(document)
    for _ in range(rng.randint(1, 3)):
        found = places(changed)
        if not found:
            break
        holder, key = rng.choice(found)
        if rng.random() < 0.3:
            del holder[key]
        else:
            holder[key] = spoiled(rng)
    return changed


def spoiled_bytes(rng: Random, content: bytes) -> bytes:
    """The bytes with a few changed, cut, doubled or put in."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        place = rng.randrange(len(changed) + 1)
        act = rng.choice(("change", "cut", "double", "insert", "end"))
        if act == "change" and place < len(changed):
            changed[place] = rng.randrange(256)
        elif act == "cut":
            del changed[place : place + rng.randint(1, 40)]
        elif act == "double":
            changed[place:place] = changed[place : place + rng.randint(1, 40)]
        elif act == "insert":
            changed[place:place] = rng.choice(
                (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<GS>", b"%PDF-", b"\n", b"9" * 40)
            )
        elif rng.random() < 0.1:
            del changed[place:]
    return bytes(changed)


def only(refusal: type[Exception], reading: Callable[[], object], seed: int) -> None:
    """The input is read, or refused with words; anything else is told with its seed."""
    words = "read"
    try:
        reading()
    except refusal as refused:
        words = str(refused)
    except Exception as error:
        raise AssertionError(f"seed {seed}: {error!r}") from error
    assert words, seed


def test_lines_of_feeds() -> None:
    """JSON and CSV of every format."""
    feeds = [feed for feed in LINES if feed != PEOPLE and LINES[feed]]
    tables = {feed: as_csv(feed, LINES[feed]).splitlines() for feed in feeds}
    for seed, rng in seeds("feeds"):
        feed = rng.choice(feeds)
        layout, raw = spoiled_line(rng, feed, tables[feed])
        only(LineRefused, lambda layout=layout, raw=raw: read_line(raw, layout, TODAY), seed)


def spoiled_line(rng: Random, feed: str, table: list[str]) -> tuple[Layout, bytes]:
    """A line whose values, or whose bytes, are spoilt, and how its file is written."""
    if rng.random() < 0.5:
        return Layout(feed, table[0]), spoiled_bytes(rng, rng.choice(table[1:]).encode())
    document = spoiled_document(rng, rng.choice(LINES[feed]))
    raw = json.dumps(document).encode()
    return Layout(feed), spoiled_bytes(rng, raw) if rng.random() < 0.3 else raw


def test_lines_of_people() -> None:
    """A holder, categories, a dossier."""
    for seed, rng in seeds("people"):
        raw = json.dumps(spoiled_document(rng, rng.choice(LINES[PEOPLE])))
        only(LineRefused, lambda raw=raw: read_person(raw, TODAY), seed)


def test_dossiers() -> None:
    """A few here, beside the ten thousand of the law: more in the soak."""
    for seed, _rng in seeds("dossiers"):
        assert read(mutated(seed + 10**9)), seed


def test_texts_of_seals() -> None:
    """As a reader of codes, or a person, may give them."""
    for seed, rng in seeds("seals"):
        text = spoiled_bytes(rng, TEXT.encode()).decode("utf-8", "replace")
        only(SealUnreadable, lambda text=text: take_apart(text), seed)


@pytest.fixture(scope="module")
def signer() -> Signer:
    """A key."""
    return read_signer(make_signer(DEMONSTRATION, AT))


def test_documents_to_verify(signer: Signer) -> None:
    """A signed file and the text of a seal: no change of theirs is authentic."""
    import typst

    pdf = sign(typst.compile(SOURCE), signer, AT)
    for seed, rng in seeds("documents"):
        given = rng.choice((pdf, TEXT.encode(), b"%PDF-1.7\n"))
        changed = spoiled_bytes(rng, given)
        verdict = verify(changed, [signer.certificate], TODAY)

        assert changed == given or verdict.outcome != AUTHENTIC, seed


def test_claims_of_tokens() -> None:
    """Whatever a provider signs: the claims that are right pass, any others are refused."""
    now = int(AT.timestamp())
    good = {
        "iss": ISSUER, "aud": CLIENT_ID, "sub": SUBJECT, "iat": now, "exp": now + 60, "nonce": "n" * 64,
        "acr": "eidas1", "at_hash": half_hash("token"),
    }  # fmt: skip
    for seed, rng in seeds("tokens"):
        claims = spoiled_document(rng, good)
        only(
            SignInError,
            lambda claims=claims: check_id_token(claims, PROVIDER, nonce="n" * 64, access_token="token", now=AT),
            seed,
        )


@pytest.mark.django_db
def test_assertions_of_authorities() -> None:
    """Unsigned or spoilt, none opens anything; each is refused by a word of ours."""
    for seed, rng in seeds("assertions"):
        claims = spoiled_document(rng, {"iss": "a" * 32, "sub": "a" * 32, "aud": "x", "jti": "1", "exp": 1})
        parts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({"alg": "ES256"}, claims)]
        whole = b".".join([*parts, b"c2lnbmF0dXJl"])
        text = (spoiled_bytes(rng, whole) if rng.random() < 0.5 else whole).decode("latin-1")
        only(AssertionRefused, lambda text=text: client_of(text, audience="x", now=AT, today=TODAY), seed)


def test_files_that_are_sent() -> None:
    """Of one of the three formats, or of none."""
    whole = [picture("PNG"), picture("JPEG"), b"%PDF-1.7\n1 0 obj\nendobj\nxref\nstartxref\n22\n%%EOF\n"]
    for _seed, rng in seeds("files"):
        assert media_of(spoiled_bytes(rng, rng.choice(whole))) in (None, *EXTENSIONS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["\ud800", "\0", "é" * 32, 7, None, ["a"], {}])
def test_an_assertion_of_nobody_is_refused_at_the_door(name: object) -> None:
    """Half a character, a null one, a number: the answer is that of any assertion that opens nothing."""
    claims = json.dumps({"iss": name, "sub": name}).encode()
    text = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in (b'{"alg":"ES256"}', claims, b"signature"))

    assert 401 == ask_token(text.decode()).status_code


def test_a_nonce_of_half_a_character_is_refused() -> None:
    """As any other that was not sent."""
    now = int(AT.timestamp())
    claims = {"iss": ISSUER, "aud": CLIENT_ID, "sub": SUBJECT, "iat": now, "exp": now + 60, "nonce": "\ud800"}
    with pytest.raises(SignInError, match="nonce|refused"):
        check_id_token(claims, PROVIDER, nonce="n" * 64, access_token="token", now=AT)

"""Whether the rows of one licence hold together, and with the law: what ``verification`` asks of each file."""

from collections.abc import Iterator

from mespoints.register.accounts import standing_before
from mespoints.register.books import BookAct, Standing
from mespoints.register.broken import Broken
from mespoints.register.chain import payload_digest
from mespoints.register.ledger import AppendRefused, act_link
from mespoints.register.posting import movement_link
from mespoints.register.whole_files import WholeFile

ABSENT = "absent"


def broken_in(file: WholeFile) -> Iterator[Broken]:
    """What is broken in a file: acts, movements, letters, then the account and the law."""
    yield from broken_acts(file)
    yield from broken_movements(file)
    yield from broken_letters(file)
    yield from broken_account(file)


def broken_acts(file: WholeFile) -> Iterator[Broken]:
    """Acts out of their place, payloads that are not theirs, links that do not follow."""
    licence, previous = file.book.opening.pk, file.book.opening.link
    for place, act in enumerate(file.book.acts, 1):
        if act.sequence != place:
            yield Broken(licence, "act", place, "sequence", str(act.sequence), str(place))
        yield from broken_payload(licence, act, is_erased=act.sequence in file.erased)
        expected = act_link(previous, act)
        if act.link != expected:
            yield Broken(licence, "act", place, "link", act.link, expected)
        previous = act.link


def broken_payload(licence: int, act: BookAct, *, is_erased: bool) -> Iterator[Broken]:
    """A payload is there and is the one that the act keeps the digest of, or the journal of erasures names the act."""
    if act.body is None:
        if not is_erased:
            yield Broken(licence, "act", act.sequence, "payload", ABSENT, act.digest)
        return
    if is_erased:
        yield Broken(licence, "act", act.sequence, "erased_payload", act.digest, ABSENT)
    digest = payload_digest(act.salt, act.body)
    if digest != act.digest:
        yield Broken(licence, "act", act.sequence, "payload", digest, act.digest)


def broken_movements(file: WholeFile) -> Iterator[Broken]:
    """Movements out of their place, sums that do not add up, links that do not follow."""
    licence, previous, total = file.book.opening.pk, file.book.opening.link, 0
    for place, row in enumerate(file.book.movements, 1):
        total += row.points
        for point, found, expected in (
            ("sequence", row.sequence, place),
            ("signed_balance", row.signed_balance, total),
            ("balance", row.balance, max(total, 0)),
            ("link", row.link, movement_link(previous, row)),
        ):
            if found != expected:
                yield Broken(licence, "movement", place, point, str(found), str(expected))
        previous = row.link


def broken_letters(file: WholeFile) -> Iterator[Broken]:
    """Each movement that bears a letter owes that one, from the day of its posting, and no other is owed."""
    licence, left = file.book.opening.pk, dict(file.letters)
    for row in file.book.movements:
        owed = left.pop(row.pk, None)
        expected = (row.letter, row.posted_on) if row.letter else None
        if owed != expected:
            yield Broken(licence, "letter", row.sequence, "owed", words_of(owed), words_of(expected))
    for owed in left.values():
        yield Broken(licence, "letter", 0, "owed", words_of(owed), ABSENT)


def words_of(letter: tuple[str, str] | None) -> str:
    """A letter and its day."""
    return " ".join(letter) if letter else ABSENT


def broken_account(file: WholeFile) -> Iterator[Broken]:
    """The sum posted is that of the law, and the account what the law says from the last posting on.

    Once payloads were erased, the law no longer knows what was posted for them: the account alone is compared.
    """
    book, licence = file.book, file.book.opening.pk
    if not book.acts and not book.movements and file.account is None:
        return  # a licence just opened
    if file.account is None:
        yield Broken(licence, "account", 0, "account", ABSENT, str(book.total))
        return
    try:
        expected = standing_before(book, file.account.next_on)
    except AppendRefused:
        yield Broken(licence, "law", 0, "dossier", "refused", "accepted")
        return
    if not file.erased and expected.signed_balance != book.total:
        yield Broken(licence, "law", len(book.movements), "signed_balance", str(book.total), str(expected[1]))
    for point, found, due in zip(Standing._fields, file.account, expected, strict=True):
        if found != due:
            yield Broken(licence, "account", 0, point, str(found), str(due))

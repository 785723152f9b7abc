"""A year of a register of invented people, its post, and an independent count of the letters that must leave.

The people are those of the generator, with some others who lose their points much faster; what they do in the year is
learned three days later. Twice a month, on the run
days, the register learns, the night is run, the post answers, the mail leaves. The post of this world decides what
becomes of a registered letter from its reference alone, so that the count knows it too.

The count (``predicted``) reads the movements and this world's post, and nothing of what the dispatch wrote.
"""

import json
import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from django.db import transaction

from mespoints.intake.generator.people import person_of
from mespoints.law import reasons
from mespoints.register import ledger
from mespoints.register.books import open_books
from mespoints.register.ledger import Origin
from mespoints.register.models import Act, Holder, Licence, Movement, OwedLetter
from mespoints.register.nightly import run_night
from mespoints.register.writing import write_books
from tests.conftest import CAMILLE

SEED = 5
BEGINS = date(2024, 1, 1)
ENDS = date(2024, 12, 31)
LAG = timedelta(days=3)
"""How late the register learns what happens."""

OURS = ("lettre_48si", "lettre_48n", "interdiction_de_circuler", "title_surrendered", "licence_obtained")
"""What a letter of this year brings about, or follows from it: not told in advance by the generator."""
NOT_PLAYED = ("licence_annulled",)

REGISTERED = ("48N", "48SI", "interdiction")
FALLS = ("48SI", "interdiction")
BY_TIME = ("one_point", "full_restoration", "ten_years", "probation_end", "probation_step")
LOSING = (reasons.LOST_BY_48SI, reasons.LOST_BY_JUDGE, reasons.BANNED)
"""A notified 48SI that was void leaves a movement too, of another ground."""
LONGEST_IN_THE_POST = timedelta(days=45)
"""Within it, the post has said all of a letter, and said it again."""
AT_ONCE = 500
"""Licences in one transaction."""
RUN_DAYS = [BEGINS + timedelta(days=days) for days in range(13, 366 + 60, 15)]


Item = TypeVar("Item")
Tell = Callable[[str], object]


def silent(_progress: str) -> None:
    """Nobody watches."""


def chunks_of(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """As many at once as one transaction takes."""
    return (items[place : place + AT_ONCE] for place in range(0, len(items), AT_ONCE))


class Ending(NamedTuple):
    """What the post says at last of a registered letter, and how many days after the run that sent it."""

    event: str
    presented_after: int
    ended_after: int

    @property
    def notifies(self) -> bool:
        """Whether the letter is then notified."""
        return self.event in ("collected", "unclaimed", "refused")


def ending_of(reference: str) -> Ending:
    """What becomes of a letter in the post of this world, decided by its reference."""
    rng = random.Random(f"post {reference}")
    event = rng.choices(["collected", "unclaimed", "refused", "npai", "lost"], [62, 14, 4, 13, 7])[0]
    presented = rng.randrange(2, 5)
    return Ending(event, presented, presented + (rng.randrange(8) if event == "collected" else 16))


def day_of(act: dict[str, Any]) -> date:
    """The day on which an act of the generator can be known: the last one that it names, ``to`` apart."""
    days = [value for key, value in act.items() if key in ("on", "from") or key.endswith("_on")]
    return date.fromisoformat(max(days))


class Life(NamedTuple):
    """A licence of the register, and what happens to it in the year, by the day on which it is learned."""

    licence: int
    coming: list[tuple[date, dict[str, Any]]]


class Newcomer(NamedTuple):
    """Somebody to register as the year begins: what was known before, and what is learned in the year."""

    licence: Licence
    before: list[dict[str, Any]]
    coming: list[tuple[date, dict[str, Any]]]


def open_register(count: int, tell: Tell = silent) -> list[Life]:
    """Register so many invented people as they stand when the year begins; each has a carte grise elsewhere."""
    lives = []
    for numbers in chunks_of(range(count)):
        lives += register([new for number in numbers if (new := newcomer(number)) is not None])
        tell(f"registered {numbers[-1] + 1:,} of {count:,}")
    OwedLetter.objects.update(done_on=BEGINS)  # what the past owed was sent by another service
    return lives


def newcomer(number: int) -> Newcomer | None:
    """The invented person of this number; None when their licence is of the year."""
    person = person_of(SEED, number, ENDS)
    dossier, holder = person["dossier"], person["holder"]
    holder.pop("code", None)
    if date.fromisoformat(dossier["licence"]["obtained_on"]) >= BEGINS:
        return None
    acts = [act for act in dossier["acts"] if act["act"] not in NOT_PLAYED]
    before = closed_under_names([act for act in acts if day_of(act) + LAG < BEGINS])
    coming = [(day_of(act) + LAG, act) for act in acts if day_of(act) + LAG >= BEGINS and act["act"] not in OURS]
    licence = Licence(
        neph=dossier["licence"]["neph"], holder=Holder(**holder),
        obtained_on=date.fromisoformat(dossier["licence"]["obtained_on"]),
        probation=dossier["licence"].get("probation", "none"), territory=dossier["licence"]["territory"],
        foreign=dossier["licence"].get("foreign", False), recorded_on=BEGINS,
    )  # fmt: skip
    known = {act["id"] for act in (*before, *(act for _, act in coming))}
    return Newcomer(licence, before, [one for one in coming if names(one[1]) <= known])


def open_hard_lives(count: int) -> list[Life]:
    """So many more people, who offend often, follow stages and win before the judge."""
    return [life for numbers in chunks_of(range(count)) for life in register([hard_newcomer(n) for n in numbers])]


def hard_newcomer(number: int) -> Newcomer:
    """One of them."""
    rng = random.Random(f"hard {number}")
    novice, foreign = rng.choices([(True, False), (False, True), (False, False)], [30, 10, 60])[0]
    licence = Licence(
        neph=f"99{number:010d}", holder=Holder(**CAMILLE), foreign=foreign,
        obtained_on=date(2023, 3, 1) if novice else date(2018, 3, 1), probation="ordinary" if novice else "none",
        territory="metropole", recorded_on=BEGINS,
    )  # fmt: skip
    return Newcomer(licence, [], [(day_of(act) + LAG, act) for act in hard_acts(rng)])


@transaction.atomic
def register(newcomers: list[Newcomer]) -> list[Life]:
    """Write them, with what was known of them before the year, all at once."""
    Holder.objects.bulk_create(new.licence.holder for new in newcomers)
    licences = Licence.objects.bulk_create(new.licence for new in newcomers)
    car = {"act": "carte_grise_address", "id": "car", "on": "2020-01-02", "lines": ["3 PLACE", "35000 RENNES"]}
    append({lic.pk: [[*new.before, car]] for lic, new in zip(licences, newcomers, strict=True)}, BEGINS)
    lives = zip(licences, newcomers, strict=True)
    return [Life(lic.pk, sorted(new.coming, key=lambda one: one[0])) for lic, new in lives if new.coming]


@transaction.atomic
def append(learned: dict[int, list[list[dict[str, Any]]]], on: date) -> None:
    """What the register learns on a day of each licence, one set of acts after the other."""
    books = open_books(learned)
    for licence, sets in learned.items():
        for acts in sets:
            ledger.append(books[licence], acts, Origin("test", "", on))
    write_books(books.values())


def hard_acts(rng: random.Random) -> Iterator[dict[str, Any]]:
    """Offences all through the year, a stage or two, a withdrawal that a judge annuls."""
    for number in range(rng.randrange(2, 7)):
        on = BEGINS + timedelta(days=rng.randrange(330))
        points = rng.choice([1, 2, 3, 4, 6, 6])
        source = rng.choice(["radar", "video", "interception", "interception"])
        act = {"act": "offence", "id": f"i{number}", "class": "c4", "points": points, "source": source}
        yield {**act, "committed_on": (on - timedelta(days=20)).isoformat(), "final_on": on.isoformat(),
               "final_by": "paiement", "decided_on": on.isoformat()}  # fmt: skip
        if rng.random() < 0.15:
            annulled_on = (on + timedelta(days=rng.randrange(1, 40))).isoformat()
            yield {"act": "withdrawal_annulled", "id": f"a{number}", "offence": f"i{number}", "on": annulled_on}
        if rng.random() < 0.3:
            ended_on = (on + timedelta(days=rng.randrange(1, 40))).isoformat()
            yield {"act": "stage", "id": f"s{number}", "ended_on": ended_on, "kind": "volontaire"}


def names(act: dict[str, Any]) -> set[str]:
    """The acts that an act names."""
    return {act[key] for key in ("offence", "letter", "recours") if key in act}


def closed_under_names(acts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """These acts without those that name one which is not among them."""
    known = {act["id"] for act in acts}
    return [act for act in acts if names(act) <= known]


def learn_up_to(lives: list[Life], after: date, on: date) -> None:
    """The register learns, licence by licence and day by day, what happened."""
    for some in chunks_of(lives):
        learned = {life.licence: [[act] for day, act in life.coming if after < day <= on] for life in some}
        append({licence: sets for licence, sets in learned.items() if sets}, on)


class Registered(NamedTuple):
    """A registered letter that was sent: its reference, its licence, the run that sent it."""

    reference: str
    licence: int
    run_on: date


def answer(letter: Registered, on: date) -> list[dict[str, Any]]:
    """What the post has to say of a letter on a day; it says it again for a while, as posts do."""
    ending, told = ending_of(letter.reference), []
    for event, after in (("presented", ending.presented_after), (ending.event, ending.ended_after)):
        day = letter.run_on + timedelta(days=after)
        if day <= on and not (event == "presented" and ending.event in ("npai", "lost")):
            fields = {"letter": letter.reference, "event": event, "on": day.isoformat()}
            told.append({"act": "letter_receipt", "id": f"{letter.reference} {event}", **fields})
    return told


def post_answers(letters: Iterable[Registered], on: date) -> None:
    """The register learns what the post says on a day."""
    by_licence: dict[int, list[list[dict[str, Any]]]] = {}
    for letter in sorted(letters):
        if told := answer(letter, on):
            by_licence.setdefault(letter.licence, []).append(told)
    for some in chunks_of(sorted(by_licence.items())):
        append(dict(some), on)


def play(
    lives: list[Life],
    take_receipts: Callable[[date], object],
    send: Callable[[date], object],
    registered: Callable[[date], Iterable[Registered]],
    tell: Tell = silent,
) -> None:
    """Live the year. ``registered``: the registered letters that were sent since a day."""
    before = BEGINS - timedelta(days=1)
    for on in RUN_DAYS:
        learn_up_to(lives, before, on)
        run_night(on)
        post_answers(registered(on - LONGEST_IN_THE_POST), on)
        take_receipts(on)
        send(on)
        tell(f"lived until {on}, of {RUN_DAYS[-1]}")
        before = on


def predicted(tell: Tell = silent) -> Counter[str]:
    """The sendings that must have left, by reference and kind, from the movements and the post of this world."""
    count: Counter[str] = Counter()
    owing = Movement.objects.exclude(letter="").filter(posted_on__gt=BEGINS)
    licences = sorted(set(owing.values_list("licence", flat=True)))
    for some in chunks_of(licences):
        rows_of: dict[int, list[Movement]] = {}
        for row in Movement.objects.filter(licence__in=some).order_by("licence", "sequence"):
            rows_of.setdefault(row.licence_id, []).append(row)
        offences, annulled = facts_of(some)
        for licence, rows in rows_of.items():
            for row in rows:
                if row.letter and row.posted_on > BEGINS:
                    count.update(sendings_of(row, rows, annulled.get(licence, {}), offences))
        tell(f"predicted up to licence {some[-1]:,} of {licences[-1]:,}")
    return count


def facts_of(licences: Sequence[int]) -> tuple[dict[int, dict[str, Any]], dict[int, dict[str, date]]]:
    """The offences of these licences by their act, and the day on which each annulled one was, by licence."""
    offences: dict[int, dict[str, Any]] = {}
    annulled: dict[int, dict[str, date]] = {}
    acts = Act.objects.filter(licence__in=licences, kind__in=["offence", "withdrawal_annulled"])
    for act in acts.select_related("payload").order_by("pk"):
        body = json.loads(act.payload.body)
        if act.kind == "offence":
            offences[act.pk] = body
        else:
            annulled.setdefault(act.licence_id, {})[body["offence"]] = act.recorded_on
    return offences, annulled


def sendings_of(
    row: Movement, rows: list[Movement], annulled: dict[str, date], offences: dict[int, dict[str, Any]]
) -> Iterator[str]:
    """The sendings of one letter, run after run."""
    offence = offences.get(row.offence_id or row.act_id or 0, {})
    by_camera = row.cause == "withdrawal" and offence.get("source") in ("radar", "video")
    addresses = ["car", "home"] if by_camera else ["home", "car"]
    attempt, sent_on, reference = 0, None, ""
    for on in RUN_DAYS[bisect_left(RUN_DAYS, row.posted_on) :]:
        if sent_on is not None and sent_on + timedelta(days=ending_of(reference).ended_after) <= on:
            if ending_of(reference).notifies:
                return
            if ending_of(reference).event == "npai":
                addresses.pop(0)
            sent_on = None
        stopped = is_stopped(row, rows, annulled, offence, on)
        if sent_on is not None:
            if row.letter in FALLS and stopped in ("above_zero", "fallen_again"):
                yield f"{row.pk:010d}-{attempt + 1} retrait"
                return
            continue
        if stopped:
            return
        if not addresses:
            continue
        attempt, sent_on = attempt + 1, on
        reference = f"{row.pk:010d}-{attempt}"
        yield f"{reference} {row.letter}"
        if row.letter not in REGISTERED:
            return


def is_stopped(
    row: Movement, rows: list[Movement], annulled: dict[str, date], offence: dict[str, Any], on: date
) -> str:
    """Why the letter of a movement does not leave on a day, from the movements known on that day; or nothing."""
    known = [one for one in rows if one.posted_on <= on or (one.cause in BY_TIME and one.on <= on + timedelta(days=1))]
    if row.letter in FALLS:
        later = [one for one in known if one.sequence > row.sequence]
        if later and later[-1].signed_balance > 0 and later[-1].on <= on:
            return "above_zero"
        risen = [one.sequence for one in later if one.signed_balance > 0]
        if risen and any(one.letter == row.letter and one.sequence > risen[0] for one in later):
            return "fallen_again"
        lost = any(one.cause == "lost" and one.reason in LOSING for one in later)
        return "nothing_to_take" if lost or risen else ""
    if row.letter in ("48", "48M", "48N") and annulled.get(offence.get("id", ""), ENDS + timedelta(days=999)) <= on:
        return "withdrawal_annulled"
    corrections = sum(one.points for one in known if one.corrects_id == row.pk)
    return "corrected" if corrections and row.points + corrections == 0 else ""

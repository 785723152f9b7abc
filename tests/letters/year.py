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
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import transaction

from mespoints.intake.generator.people import person_of
from mespoints.law import reasons
from mespoints.register.ledger import append_acts
from mespoints.register.models import Holder, Licence, Movement, OwedLetter
from mespoints.register.nightly import run_night
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
RUN_DAYS = [BEGINS + timedelta(days=days) for days in range(13, 366 + 60, 15)]


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


@transaction.atomic
def open_register(count: int) -> list[Life]:
    """Register so many invented people as they stand when the year begins; each has a carte grise elsewhere."""
    lives = []
    for number in range(count):
        person = person_of(SEED, number, ENDS)
        dossier, holder = person["dossier"], person["holder"]
        holder.pop("code", None)
        acts = [act for act in dossier["acts"] if act["act"] not in NOT_PLAYED]
        before = [act for act in acts if day_of(act) + LAG < BEGINS]
        coming = [(day_of(act) + LAG, act) for act in acts if day_of(act) + LAG >= BEGINS and act["act"] not in OURS]
        if date.fromisoformat(dossier["licence"]["obtained_on"]) >= BEGINS:
            continue
        kept = closed_under_names(before)
        licence = Licence.objects.create(
            neph=dossier["licence"]["neph"], holder=Holder.objects.create(**holder),
            obtained_on=date.fromisoformat(dossier["licence"]["obtained_on"]),
            probation=dossier["licence"].get("probation", "none"), territory=dossier["licence"]["territory"],
            foreign=dossier["licence"].get("foreign", False), recorded_on=BEGINS,
        )  # fmt: skip
        car = {"act": "carte_grise_address", "id": "car", "on": "2020-01-02", "lines": ["3 PLACE", "35000 RENNES"]}
        append_acts(licence, [*kept, car], recorded_on=BEGINS, source="test")
        known = {act["id"] for act in (*kept, *(act for _, act in coming))}
        lives.append(
            Life(licence.pk, sorted([one for one in coming if names(one[1]) <= known], key=lambda one: one[0]))
        )
    OwedLetter.objects.update(done_on=BEGINS)  # what the past owed was sent by another service
    return lives


@transaction.atomic
def open_hard_lives(count: int) -> list[Life]:
    """So many more people, who offend often, follow stages and win before the judge."""
    lives = []
    for number in range(count):
        rng = random.Random(f"hard {number}")
        novice, foreign = rng.choices([(True, False), (False, True), (False, False)], [30, 10, 60])[0]
        licence = Licence.objects.create(
            neph=f"99{number:010d}", holder=Holder.objects.create(**CAMILLE), foreign=foreign,
            obtained_on=date(2023, 3, 1) if novice else date(2018, 3, 1), probation="ordinary" if novice else "none",
            territory="metropole", recorded_on=BEGINS,
        )  # fmt: skip
        car = {"act": "carte_grise_address", "id": "car", "on": "2020-01-02", "lines": ["3 PLACE", "35000 RENNES"]}
        append_acts(licence, [car], recorded_on=BEGINS, source="test")
        coming = [(day_of(act) + LAG, act) for act in hard_acts(rng)]
        lives.append(Life(licence.pk, sorted(coming, key=lambda one: one[0])))
    return lives


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


@transaction.atomic
def learn_up_to(lives: list[Life], after: date, on: date) -> None:
    """The register learns, day by day, what happened."""
    licences = Licence.objects.in_bulk([life.licence for life in lives if life.coming])
    for life in lives:
        for day, act in life.coming:
            if after < day <= on:
                append_acts(licences[life.licence], [act], recorded_on=on, source="test")


def answer(sent_on: dict[str, date], on: date, licence_of: dict[str, int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """What the post has to say on a day of the registered letters of the runs before, licence by licence."""
    for reference, run_on in sorted(sent_on.items()):
        ending = ending_of(reference)
        for event, after in (("presented", ending.presented_after), (ending.event, ending.ended_after)):
            day = run_on + timedelta(days=after)
            if day <= on and not (event == "presented" and ending.event in ("npai", "lost")):
                fields = {"letter": reference, "event": event, "on": day.isoformat()}
                yield licence_of[reference], {"act": "letter_receipt", "id": f"{reference} {event}", **fields}


def play(
    lives: list[Life],
    take_receipts: Callable[[date], object],
    send: Callable[[date], object],
    registered: Callable[[], Iterator[tuple[str, int, date]]],
) -> None:
    """Live the year. ``registered``: the registered letters that were sent, with their licence and their run."""
    before = BEGINS - timedelta(days=1)
    for on in RUN_DAYS:
        learn_up_to(lives, before, on)
        run_night(on)
        sent_on, licence_of = {}, {}
        for reference, licence, run_on in registered():
            sent_on[reference], licence_of[reference] = run_on, licence
        by_licence: dict[int, list[dict[str, Any]]] = {}
        for number, act in answer(sent_on, on, licence_of):
            by_licence.setdefault(number, []).append(act)
        for licence in Licence.objects.filter(pk__in=by_licence):
            append_acts(licence, by_licence[licence.pk], recorded_on=on, source="test")
        take_receipts(on)
        send(on)
        before = on


def predicted() -> Counter[str]:
    """The sendings that must have left, by reference and kind, from the movements and the post of this world."""
    count: Counter[str] = Counter()
    for licence in Licence.objects.all():
        rows = list(licence.movements.order_by("sequence"))
        annulled = {
            json.loads(act.payload.body)["offence"]: act.recorded_on
            for act in licence.acts.filter(kind="withdrawal_annulled")
        }
        offences = {act.pk: json.loads(act.payload.body) for act in licence.acts.filter(kind="offence")}
        for row in rows:
            if row.letter and row.posted_on > BEGINS:
                count.update(sendings_of(row, rows, annulled, offences))
    return count


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
            if row.letter in FALLS and stopped == "above_zero":
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
        lost = any(one.cause == "lost" and one.reason in LOSING for one in later)
        return "nothing_to_take" if lost or any(one.signed_balance > 0 for one in later) else ""
    if row.letter in ("48", "48M", "48N") and annulled.get(offence.get("id", ""), ENDS + timedelta(days=999)) <= on:
        return "withdrawal_annulled"
    corrections = sum(one.points for one in known if one.corrects_id == row.pk)
    return "corrected" if corrections and row.points + corrections == 0 else ""

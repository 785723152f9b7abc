"""Made-up histories of drivers, always the same for one seed: about 3.3 events a licence, four in five at 12 points."""

import random

from mespoints.law.acts import Act, Dossier, Lettre48SI, Licence, Offence, Stage
from mespoints.law.days import Day, add_months, day_of

TODAY = day_of(2026, 6, 30)
FIRST_LICENCE = day_of(1975, 1, 1)
FIRST_OFFENCE = day_of(2001, 6, 1)
PROBATION_BEGINS = day_of(2004, 3, 1)
MEAN_OFFENCES = 2.9
SHAPE = 0.45
"""Of the gamma law behind the number of offences: small, because a few drivers commit most of them."""

# Class, points, and how often: small excesses of speed come first by far.
COMMON = (("c3", 1), ("c4", 1), ("c4", 2), ("c4", 3), ("c4", 4), ("c5", 6), ("delit", 6))
WEIGHTS = (38, 28, 9, 11, 9, 2, 3)


def histories(count: int, seed: int = 2026) -> list[Dossier]:
    """So many dossiers, parsed and ready to fold."""
    chance = random.Random(seed)
    return [history(chance) for _ in range(count)]


def history(chance: random.Random) -> Dossier:
    """One driver's licence, offences and stages, in the order of the file."""
    obtained_on = chance.randrange(FIRST_LICENCE, TODAY - 400)
    probation = "none"
    if obtained_on >= PROBATION_BEGINS:
        probation = "aac" if chance.random() < 0.25 else "ordinary"
    first = max(obtained_on, FIRST_OFFENCE)
    share = (TODAY - first) / (TODAY - FIRST_OFFENCE)
    expected = chance.gammavariate(SHAPE, MEAN_OFFENCES * (0.3 + share) / SHAPE)
    number = round(expected + chance.uniform(-0.5, 0.5))
    days = sorted(chance.randrange(first, TODAY) for _ in range(max(0, number)))
    acts: list[Act] = [offence(chance, place, day) for place, day in enumerate(days)]
    acts += stages(chance, days)
    if sum(act.points for act in acts[-4:] if isinstance(act, Offence)) >= 18:
        acts.append(Lettre48SI("z", TODAY - chance.randrange(30, 300), None, None))
    return Dossier(Licence(obtained_on, probation, "metropole", None), tuple(acts))


def offence(chance: random.Random, place: int, committed_on: Day) -> Offence:
    """One offence; the last months' are often still pending."""
    offence_class, points = chance.choices(COMMON, WEIGHTS)[0]
    final_on = committed_on + chance.randrange(5, 200 if offence_class != "delit" else 700)
    decided_on = final_on + chance.randrange(5, 60)
    is_final = decided_on <= TODAY
    return Offence(
        id=f"i{place}",
        committed_on=committed_on,
        final_on=final_on if is_final else None,
        final_by=("condamnation" if offence_class == "delit" else "paiement") if is_final else None,
        decided_on=decided_on if is_final else None,
        offence_class=offence_class,
        points=points,
        natinf=None,
        article=None,
        paragraph=None,
        label=None,
        episode=None,
        place=None,
        source="radar",
        closed_on=None,
        closed_by=None,
        recorded_on=None,
    )


def stages(chance: random.Random, days: list[Day]) -> list[Stage]:
    """A stage now and then, some months after a run of offences."""
    found: list[Stage] = []
    for place, day in enumerate(days):
        if place >= 2 and day - days[place - 2] < 900 and chance.random() < 0.35:
            ended_on = add_months(day, chance.randrange(4, 14))
            if ended_on < TODAY:
                found.append(Stage(f"s{place}", ended_on - 1, ended_on, "volontaire", None))
    return found

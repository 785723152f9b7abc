"""What the tests of the post share: a printer that composes nothing, lives told in few words, the runs of a day."""

from datetime import date
from pathlib import Path
from typing import Any

from mespoints.letters.carriers import PrintingHouse
from mespoints.letters.compte_personnel import open_compte
from mespoints.letters.dispatch import Means, Run, dispatch
from mespoints.letters.printing import CodeOrder, Composed, NotComposed, Order
from mespoints.letters.production import production_day
from mespoints.letters.receipts import Mail, take_receipts
from mespoints.letters.spool import Spool
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence

OLD_HOME = ("1 RUE DE LA PAIX", "44000 NANTES")
NEW_HOME = ("8 QUAI DE LA FOSSE", "44100 NANTES")
BRUSSELS = ("RUE HAUTE 12", "1000 BRUXELLES", "BELGIQUE")
GARAGE = ("3 PLACE DU MARCHE", "35000 RENNES")


class PlainPrinter:
    """Writes down what it was asked for, and refuses the addresses that it was told to refuse."""

    def __init__(self, refused: tuple[tuple[str, ...], ...] = ()) -> None:
        self.refused = refused
        self.orders: list[Order] = []

    def compose(self, order: Order) -> Composed:
        """A text in place of a PDF."""
        if order.destination.lines in self.refused:
            raise NotComposed("ligne 2 : 43 caractères, 38 au plus")
        self.orders.append(order)
        text = f"{order.kind} {order.reference} {order.written_on} {' / '.join(order.destination.lines)}"
        return Composed(text.encode(), 2)

    def compose_code(self, order: CodeOrder) -> Composed:
        """The code in clear, as a paper would have it."""
        if order.destination.lines in self.refused:
            raise NotComposed("ligne 2 : 43 caractères, 38 au plus")
        return Composed(f"{order.reference} {order.code}".encode(), 1)


def means(folder: Path, printer: PlainPrinter | None = None) -> Means:
    """A spool in a folder, a printing house that fetches it."""
    return Means(Spool(folder), PrintingHouse(), printer or PlainPrinter())


def run_on(day: str, with_means: Means, size: int = 200) -> Run:
    """The dispatch of a day, before the hour of closing."""
    on = date.fromisoformat(day)
    with with_means.spool.held():
        return dispatch(on, production_day(on, is_closed=False), with_means, size=size)


def mail_on(day: str) -> Mail:
    """The receipts taken on a day."""
    return take_receipts(date.fromisoformat(day))


def learn(licence: Licence, day: str, *acts: dict[str, Any]) -> None:
    """The register learns these acts on a day."""
    append_acts(licence, list(acts), recorded_on=date.fromisoformat(day), source="test")


NATINF = {1: "11326", 2: "11302", 6: "1247"}
"""Chevauchement de ligne, excès de vitesse, alcool: what a letter can tell of an offence of so many points."""


def offence(name: str, points: int, decided_on: str, **more: Any) -> dict[str, Any]:
    """A contravention of the fourth class, or a délit of six points, committed on the first day of the month."""
    committed_on = more.pop("committed_on", (date.fromisoformat(decided_on).replace(day=1)).isoformat())
    more |= {"natinf": NATINF[points]} if points in NATINF else {}
    return {
        "act": "offence", "id": name, "class": "delit" if points >= 6 else "c4", "points": points,
        "committed_on": committed_on, "final_on": decided_on, "final_by": "condamnation", "decided_on": decided_on,
        "label": "Délit routier", "place": "Nantes", **more,
    }  # fmt: skip


def receipt(number: int, letter: str, event: str, on: str, **more: Any) -> dict[str, Any]:
    """What the post says of a letter."""
    return {"act": "letter_receipt", "id": f"post:{number}", "letter": letter, "event": event, "on": on, **more}


def moved(number: int, on: str, lines: tuple[str, ...] = NEW_HOME) -> dict[str, Any]:
    """The holder declares an address."""
    return {"act": "address", "id": f"addresses:{number}", "on": on, "lines": list(lines)}


def opened(licence: Licence, day: str, email: str = "c@example.org") -> None:
    """The driver opens a compte personnel."""
    open_compte(licence, email, conditions_met=True, means="franceconnect", on=date.fromisoformat(day))

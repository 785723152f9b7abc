"""The class and points of an offence that names its NATINF code, or its article and paragraph.

They come from the barème; what the file gives as well must agree. An article alone settles nothing: when class or
points lack, the refusal lists its rows of the day.
"""

from typing import Any

from mespoints.law.bareme import CLASS_UNKNOWN, BaremeRow, find_by_article, find_by_natinf, find_by_paragraph
from mespoints.law.bareme_words import marked_label
from mespoints.law.days import iso
from mespoints.law.refusals import NOTHING, Fault, shown
from mespoints.law.shapes import OFFENCE, Values

ASKED = ("committed_on", "natinf", "article", "paragraph")
ANSWERED = ("class", "points")

Prices = dict[tuple[str, int], str]
"""What the barème says of an offence: class and points, with the labels of each."""


def settle_class(given: dict[Any, Any], values: Values, faults: list[Fault]) -> None:
    """Complete the class and points from the barème of the day of commission, or say why not."""
    if "committed_on" not in given or untaken(ASKED, given, values):
        return
    by_natinf, by_paragraph = ask_bareme(values)
    both = {price: label for price, label in by_natinf.items() if price in by_paragraph}
    prices = both or by_natinf or by_paragraph
    if not prices:
        faults += unpriced(given, values)
    elif by_natinf and by_paragraph and not both:
        faults.append(Fault("natinf", shown(values["natinf"]), f"{worded(by_paragraph)}, selon l'article donné"))
    elif not untaken(ANSWERED, given, values):
        apply_prices(prices, values, faults)


def untaken(keys: tuple[str, ...], given: dict[Any, Any], values: Values) -> bool:
    """Whether one of these values could not be taken, which is a fault already."""
    return any(key in given and key not in values for key in keys)


def unpriced(given: dict[Any, Any], values: Values) -> list[Fault]:
    """What lacks when the barème has no price; the rows of the article, when it has some, to choose from."""
    missing = [key for key in ANSWERED if key not in given]
    committed_on = values["committed_on"]
    rows = find_by_article(values["article"], committed_on) if missing and "article" in values else []
    if rows:
        found = shown(values["paragraph"]) if "paragraph" in values else NOTHING
        return [Fault("paragraph", found, f"{listed(rows)}, selon le barème au {iso(committed_on)}")]
    unknown = f" (le barème n'a pas cette infraction au {iso(committed_on)})"
    return [Fault(key, NOTHING, OFFENCE.keys[key].expected + unknown) for key in missing]


def listed(rows: list[BaremeRow]) -> str:
    """The rows of an article as a message lists them: paragraph and codes to choose by, price, label."""
    return " ou bien ".join(
        " ou ".join([f"« {row.paragraph} »", *(f"natinf {code}" for code in row.natinf)])
        + f" : {priced(row.offence_class, row.points)} ({marked_label(row)})"
        for row in rows
    )


def ask_bareme(values: Values) -> tuple[Prices, Prices]:
    """What the barème says of the NATINF code, and of the article with its paragraph."""
    natinf, committed_on = values.get("natinf"), values["committed_on"]
    article, paragraph = values.get("article"), values.get("paragraph")
    by_natinf = find_by_natinf(natinf, committed_on) if natinf is not None else []
    by_paragraph: list[BaremeRow] = []
    if article is not None and paragraph is not None:
        by_paragraph = find_by_paragraph(article, paragraph, committed_on)
    return to_prices(by_natinf), to_prices(by_paragraph)


def to_prices(rows: list[BaremeRow]) -> Prices:
    """The distinct prices of some rows: several offences may share one."""
    prices: Prices = {}
    for row in rows:
        price, label = (row.offence_class, row.points), marked_label(row)
        prices[price] = f"{prices[price]} ou {label}" if price in prices else label
    return prices


def apply_prices(prices: Prices, values: Values, faults: list[Fault]) -> None:
    """Keep the one price that agrees with what the file gives."""
    fitting = [price for price in prices if agrees(price, values)]
    if len(fitting) != 1:
        faults.append(unsettled(prices, bool(fitting), values))
        return
    ((offence_class, points),) = fitting
    if offence_class == CLASS_UNKNOWN and "class" not in values:
        faults.append(Fault("class", NOTHING, "c1, c2, c3, c4 ou c5, que le barème de l'époque ne dit pas"))
    values.setdefault("class", offence_class)
    values.setdefault("points", points)


def agrees(price: tuple[str, int], values: Values) -> bool:
    """Whether a price is what the file gives, as far as it gives anything."""
    offence_class, points = price
    return values.get("points", points) == points and class_agrees(offence_class, values)


def class_agrees(offence_class: str, values: Values) -> bool:
    """Whether a class is the one given; an unknown class of contravention is any but a délit."""
    given = values.get("class", offence_class)
    return given == offence_class or (offence_class == CLASS_UNKNOWN and given != "delit")


def unsettled(prices: Prices, several: bool, values: Values) -> Fault:
    """The fault of a file that contradicts the barème, or that leaves several of its rows possible."""
    class_is_wrong = not any(class_agrees(offence_class, values) for offence_class, _ in prices)
    key = "class" if class_is_wrong or (several and "points" in values) else "points"
    found = shown(values[key]) if key in values else NOTHING
    return Fault(key, found, f"{worded(prices)}, selon le barème au {iso(values['committed_on'])}")


def worded(prices: Prices) -> str:
    """The prices as a message lists them."""
    return " ou bien ".join(f"{priced(*price)} ({label})" for price, label in prices.items())


def priced(offence_class: str, points: int) -> str:
    """Class and points as the file writes them."""
    return f"{offence_class} et {points} point{'s' if points > 1 else ''}"

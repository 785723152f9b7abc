import pytest

from mespoints.identity.birth import Place, compare_places, is_whole, known_date, register_dates


@pytest.mark.parametrize(
    ("birthdate", "idp_birthdate", "expected"),
    [
        ("1970-05-12", "1970-05-12", "1970-05-12"),
        ("1970-01-01", "", "1970-01-01"),
        ("1970-01-01", "1970-01-01", "1970-01-01"),
        ("1970-01-01", "1970-00-00", "1970-00-00"),
        ("1970-01-01", "1970", "1970-00-00"),
        ("1968-03-01", "1968-03-00", "1968-03-00"),
        ("1968-03-01", "1968-03", "1968-03-00"),
        ("1968-03-12", "1968-03-00", "1968-03-12"),  # the civil status knows more than the account
        ("1968-03-01", "1969-03-00", "1968-03-01"),  # the account is another year's: of no help
        ("1968-03-01", "inconnue", "1968-03-01"),
        ("12/05/1970", "", None),
        ("", "", None),
    ],
)
def test_unknown_parts_of_a_birth_date(birthdate: str, idp_birthdate: str, expected: str | None) -> None:
    """FranceConnect's 01 stands for an unknown part only when the raw day of birth says so."""

    assert known_date(birthdate, idp_birthdate) == expected


@pytest.mark.parametrize(
    ("birth_date", "expected"),
    [
        ("1970-05-12", ("1970-05-12", "1970-05-00", "1970-00-00")),
        ("1970-05-00", ("1970-05-00", "1970-05-01", "1970-00-00")),
        ("1970-00-00", ("1970-00-00", "1970-01-01")),
    ],
)
def test_dates_that_a_register_may_hold(birth_date: str, expected: tuple[str, ...]) -> None:
    """A few values, so that the index on the day of birth serves."""

    assert register_dates(birth_date) == expected


def test_whole_dates() -> None:
    """A day with an unknown part is not whole."""

    assert is_whole("1970-05-12")
    assert not is_whole("1970-05-00")
    assert not is_whole("1970-00-00")


@pytest.mark.parametrize(
    ("one", "other", "birth_date", "expected"),
    [
        ("44109", "44109", "1975-04-02", Place.EQUAL),
        ("75112", "75056", "1975-04-02", Place.EQUAL),
        ("75056", "75112", "1975-04-02", Place.EQUAL),
        ("69123", "69386", "1975-04-02", Place.EQUAL),
        ("13055", "13216", "1975-04-02", Place.EQUAL),
        ("75112", "75113", "1975-04-02", Place.UNMAPPED),
        ("2A004", "20004", "1970-04-02", Place.EQUAL),
        ("20033", "2B033", "1970-04-02", Place.EQUAL),
        ("2A004", "2B004", "1980-04-02", Place.UNMAPPED),
        ("2A004", "20033", "1970-04-02", Place.UNMAPPED),
        ("49023", "49228", "1975-04-02", Place.UNMAPPED),  # perhaps a merger
        ("75056", "92012", "1965-04-02", Place.UNMAPPED),  # Seine before 1968
        ("75056", "92012", "1975-04-02", Place.CONTRADICTED),
        ("44109", "33063", "1975-04-02", Place.CONTRADICTED),
        ("1004", "01004", "1975-04-02", Place.UNMAPPED),  # a leading zero lost
        ("44109", "", "1975-04-02", Place.UNMAPPED),
        ("", "44109", "1975-04-02", Place.UNMAPPED),
    ],
)
def test_communes(one: str, other: str, birth_date: str, expected: Place) -> None:
    """Arrondissements and Corsican codes are one place; what the tables would tell is unmapped."""

    assert compare_places(one, "99100", other, "99100", birth_date) is expected


@pytest.mark.parametrize(
    ("one", "other", "birth_date", "expected"),
    [
        (("", "99333"), ("", "99333"), "1968-03-02", Place.EQUAL),
        (("", "99333"), ("", "99123"), "1968-03-02", Place.UNMAPPED),  # countries split and merge too
        (("", "99333"), ("", ""), "1968-03-02", Place.UNMAPPED),
        (("", "99100"), ("", "99100"), "1968-03-02", Place.UNMAPPED),
        (("", "99352"), ("92001", "99100"), "1959-03-02", Place.UNMAPPED),  # French Algeria
        (("", "99352"), ("92001", "99100"), "1979-03-02", Place.CONTRADICTED),
        (("", "99352"), ("44109", "99100"), "1959-03-02", Place.CONTRADICTED),
        (("44109", "99100"), ("", "99333"), "1968-03-02", Place.CONTRADICTED),
    ],
)
def test_places_abroad(one: tuple[str, str], other: tuple[str, str], birth_date: str, expected: Place) -> None:
    """Abroad the country is the place; France and another country contradict each other, Algeria before 1962 aside."""

    assert compare_places(*one, *other, birth_date) is expected

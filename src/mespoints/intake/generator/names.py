"""The names of invented people: common ones, by the time of their birth, put together by chance."""

FAMILY_NAMES = (
    "MARTIN", "BERNARD", "DUBOIS", "THOMAS", "ROBERT", "RICHARD", "PETIT", "DURAND", "LEROY", "MOREAU", "SIMON",
    "LAURENT", "LEFEBVRE", "MICHEL", "GARCIA", "DAVID", "BERTRAND", "ROUX", "VINCENT", "FOURNIER", "MOREL", "GIRARD",
    "ANDRÉ", "LEFÈVRE", "MERCIER", "DUPONT", "LAMBERT", "BONNET", "FRANÇOIS", "MARTINEZ", "LEGRAND", "GARNIER",
    "FAURE", "ROUSSEAU", "BLANC", "GUÉRIN", "MULLER", "HENRY", "ROUSSEL", "NICOLAS", "PERRIN", "MORIN", "MATHIEU",
    "CLÉMENT", "GAUTHIER", "DUMONT", "LOPEZ", "FONTAINE", "CHEVALIER", "ROBIN", "MASSON", "SANCHEZ", "GÉRARD",
    "NGUYEN", "BOYER", "DENIS", "LEMAIRE", "DUVAL", "JOLY", "GAUTIER", "ROGER", "ROCHE", "ROY", "NOËL", "MEYER",
    "LUCAS", "MEUNIER", "JEAN", "PEREZ", "MARCHAND", "DUFOUR", "BLANCHARD", "MARIE", "BARBIER", "BRUN", "DUMAS",
    "BRUNET", "SCHMITT", "LEROUX", "COLIN", "FERNANDEZ", "L'HÉRITIER", "LE GOFF", "DA SILVA", "BENALI", "DIALLO",
    "TRAORÉ", "HADDAD", "KAYA", "D'ALMEIDA", "PAYET", "HOARAU", "CÉSAIRE", "SAINT-MARTIN", "LE ROUX", "DE SOUSA",
)  # fmt: skip

WOMEN_BEFORE_1960 = (
    "Marie", "Monique", "Françoise", "Jacqueline", "Nicole", "Jeannine", "Denise", "Christiane", "Annie", "Thérèse",
)  # fmt: skip
MEN_BEFORE_1960 = ("Jean", "Michel", "André", "Pierre", "Claude", "Jacques", "Bernard", "Gérard", "René", "Daniel")
WOMEN_BEFORE_1985 = (
    "Nathalie", "Isabelle", "Sylvie", "Catherine", "Valérie", "Sandrine", "Céline", "Stéphanie", "Virginie", "Karine",
)  # fmt: skip
MEN_BEFORE_1985 = (
    "Philippe", "Éric", "Christophe", "Frédéric", "Stéphane", "Laurent", "David", "Nicolas", "Sébastien", "Jérôme",
)  # fmt: skip
WOMEN_SINCE = ("Léa", "Manon", "Chloé", "Inès", "Emma", "Camille", "Sarah", "Marine", "Mathilde", "Anaïs", "Zoé")
MEN_SINCE = ("Thomas", "Lucas", "Hugo", "Théo", "Maxime", "Alexandre", "Enzo", "Mehdi", "Kévin", "Camille", "Raphaël")

GIVEN_NAMES = (
    (1960, {"female": WOMEN_BEFORE_1960, "male": MEN_BEFORE_1960}),
    (1985, {"female": WOMEN_BEFORE_1985, "male": MEN_BEFORE_1985}),
    (9999, {"female": WOMEN_SINCE, "male": MEN_SINCE}),
)
"""Until which year of birth, for whom, which names."""


def given_names_of(birth_year: int, sex: str) -> tuple[str, ...]:
    """The given names to draw from."""
    return next(names[sex] for until, names in GIVEN_NAMES if birth_year < until)

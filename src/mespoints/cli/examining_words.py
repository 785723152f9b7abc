"""The words of ``mespoints examine``, in both languages."""

GROUPS = {
    "to_decide": {"fr": "À décider ({count}) :\n", "en": "To decide ({count}):\n"},
    "receipts": {
        "fr": "Avis de la poste à regarder ({count}) :\n",
        "en": "Receipts of the post to look into ({count}):\n",
    },
    "put_aside": {"fr": "Mises de côté ({count}) :\n", "en": "Put aside ({count}):\n"},
}
NOTHING = {"fr": "Rien n'attend personne.\n", "en": "Nothing waits for anybody.\n"}
LETTER = {
    "fr": "{name} (lettre {letter}, permis {licence}), depuis le {since} : {why}",
    "en": "{name} (letter {letter}, licence {licence}), since {since}: {why}",
}
RECEIPT = {
    "fr": "{name} : lettre {letter}, envoi {reference}, permis {licence}, le {since} : {why}",
    "en": "{name}: letter {letter}, sending {reference}, licence {licence}, on {since}: {why}",
}
EVENT = {
    "fr": {
        "posted": "postée",
        "presented": "présentée",
        "collected": "retirée",
        "refused": "refusée",
        "unclaimed": "non réclamée",
        "npai": "n'habite pas à l'adresse",
        "lost": "perdue",
    },
    "en": {
        "posted": "posted",
        "presented": "presented",
        "collected": "collected",
        "refused": "refused",
        "unclaimed": "unclaimed",
        "npai": "not at that address",
        "lost": "lost",
    },
}
WHY = {
    "fr": {
        "two_ends": "la poste dit deux fins",
        "two_days": "la poste dit deux jours pour le même fait",
        "out_of_order": "un avis précède celui qui devait venir avant lui",
        "no_presentation": "aucun jour de présentation n'est connu",
        "refused_elsewhere": "refusée à une adresse que le titulaire avait quittée",
        "to_come": "l'avis est daté d'un jour à venir",
        "late": "l'avis est venu après la conclusion, et la changerait",
        "unknown_letter": "l'avis nomme une lettre que ce permis n'a pas",
        "withdrawal_suspended": "un juge a suspendu le retrait",
    },
    "en": {
        "two_ends": "the post says two ends",
        "two_days": "the post says two days for the same thing",
        "out_of_order": "a receipt precedes the one that had to come before it",
        "no_presentation": "no day of presentation is known",
        "refused_elsewhere": "refused at an address that the holder had left",
        "to_come": "the receipt bears a day to come",
        "late": "the receipt came after the conclusion, and would change it",
        "unknown_letter": "the receipt names a letter that this licence does not have",
        "withdrawal_suspended": "a judge has suspended the withdrawal",
    },
}
"""The grounds that are words; the others are French sentences already."""

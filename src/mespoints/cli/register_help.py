"""The help of the commands by which the register is kept: French, then English."""

REGISTER_HELP = {
    "nightly": """\
mespoints nightly [--on JOUR] [--json] [--lang fr|en]

  Porter au registre ce que le temps seul a apporté (points rendus, fins de période probatoire), avec les lettres dues,
  aux seuls permis dont le jour est venu. Interrompue, la commande se relance et continue ; relancée, elle ne refait
  rien ; des nuits manquées se rattrapent en une fois, chaque mouvement à son jour.

  --on AAAA-MM-JJ      le jour jusqu'auquel porter (aujourd'hui, et pas au-delà)
  --json               le compte rendu en JSON (nightly/1)
  --lang fr|en         la langue (fr)

  Fin : 0 ; 1 si un permis n'a pas pu être arrêté ; 2 si la commande est refusée.

  Exemple :
    mespoints nightly --json

mespoints nightly [--on DAY] [--json] [--lang fr|en]

  Post to the register what time alone has brought (points given back, ends of probation), with the letters owed, to
  the licences whose day has come and to no other. Interrupted, it is run again and goes on; run again, it does nothing
  twice; nights that were missed are made up for at once, each movement on its own day.

  --on YYYY-MM-DD      the day up to which to post (today, and no later)
  --json               the report as JSON (nightly/1)
  --lang fr|en         the language (fr)

  Exit status: 0; 1 if a licence could not be settled; 2 if the command is refused.

  Example:
    mespoints nightly --json
""",
}

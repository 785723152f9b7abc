"""The help of ``mespoints figures``: French, then English."""

FIGURES_HELP = {
    "figures": """\
mespoints figures [--on JOUR] [--json] [--lang fr|en]

  Compter de nouveau les chiffres du service, ouverts à tous en CSV sous /statistiques/ : points retirés et rendus par
  mois et par cause, permis par solde, délais du courrier et des saisies du guichet. Le mois en cours n'est pas dit ;
  aucune case ne parle de moins de cinq personnes. La commande lit tout le registre : une fois par mois suffit.

  --on AAAA-MM-JJ      le jour (aujourd'hui)
  --json               le compte rendu en JSON (figures/1)

  Fin : 0 ; 2 si la commande est refusée.

  Exemple :
    mespoints figures

mespoints figures [--on DAY] [--json] [--lang fr|en]

  Count again the figures of the service, open to all as CSV under /statistiques/: points withdrawn and given back by
  month and cause, licences by balance, delays of the mail and of the desk's entries. The month under way is not told;
  no cell tells of fewer than five people. The command reads the whole register: once a month is enough.

  --on YYYY-MM-DD      the day (today)
  --json               the report as JSON (figures/1)

  Exit status: 0; 2 if the command is refused.

  Example:
    mespoints figures --json
""",
}

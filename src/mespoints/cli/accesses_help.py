"""The help of the commands of the journal of accesses: French, then English."""

ACCESSES_HELP = {
    "accesses": """\
mespoints accesses (--neph | --who NOM) [--from JOUR] [--to JOUR] [--article ARTICLE] --auditor NOM --reason MOTIF
                   [--json] [--lang fr|en]

  Le journal des accès, pour le contrôle interne : les accès à un dossier, ou ceux d'une personne, les derniers d'abord.
  La recherche s'écrit elle-même dans chaque dossier montré, avec son auteur et son motif : le conducteur la lira.

  --neph               un dossier ; son numéro est demandé, ou lu sur l'entrée standard, jamais sur la ligne de commande
  --who NOM            les accès de cet agent, ou de cette autorité
  --from, --to JOUR    du premier au dernier jour, compris
  --article ARTICLE    sur ce fondement seulement (L225-4)
  --auditor NOM        qui cherche
  --reason MOTIF       pourquoi
  --json               un accès par ligne (access/1) ; sinon des valeurs séparées par des tabulations

  Fin : 0 ; 2 si la commande est refusée.

  Exemple :
    mespoints accesses --who A.DURAND --from 2026-11-01 --auditor B.LEROY --reason Contrôle

mespoints accesses (--neph | --who NAME) [--from DAY] [--to DAY] [--article ARTICLE] --auditor NAME --reason REASON
                   [--json] [--lang fr|en]

  The journal of accesses, for those who check: the accesses to one file, or those of somebody, the latest first.
  The search is itself written in each file shown, with its author and reason: the driver will read it.

  --neph               one file; its number is asked for, or read on standard input, never on the command line
  --who NAME           the accesses of this agent, or of this authority
  --from, --to DAY     from the first day to the last, both included
  --article ARTICLE    on this ground alone (L225-4)
  --auditor NAME       who searches
  --reason REASON      why
  --json               one access a line (access/1); otherwise values between tabs

  Exit status: 0; 2 if the command is refused.

  Example:
    mespoints accesses --neph --auditor B.LEROY --reason Complaint
""",
    "purge-accesses": """\
mespoints purge-accesses [--on JOUR] [--apply] [--json] [--lang fr|en]

  Le journal des accès est gardé un an. Sans --apply, la commande dit combien de lignes sont plus anciennes ; avec, elle
  les efface et écrit combien dans le journal des purges. La base refuse d'en laisser partir une plus récente. Les
  connexions aussi anciennes et les codes de partage finis depuis un an partent avec elles ; des demandes et
  réclamations closes, les fichiers et messages après six mois, et ce qui nomme quelqu'un après un an.

  --on AAAA-MM-JJ      le jour (aujourd'hui)
  --apply              effacer vraiment
  --json               le compte rendu en JSON (purge/1)

  Fin : 0 ; 2 si la commande est refusée.

  Exemple :
    mespoints purge-accesses --apply

mespoints purge-accesses [--on DAY] [--apply] [--json] [--lang fr|en]

  The journal of accesses is kept for a year. Without --apply the command says how many lines are older; with it, they
  go, and how many is written in the journal of purges. The database lets none go that is more recent. Sign-ins
  as old and sharing codes that ended a year ago go with them; of requests and claims that are closed, the files and
  messages after six months, and whatever names somebody after a year.

  --on YYYY-MM-DD      the day (today)
  --apply              let them go indeed
  --json               the report as JSON (purge/1)

  Exit status: 0; 2 if the command is refused.

  Example:
    mespoints purge-accesses --json
""",
}

"""The help of the commands by which the register is kept: French, then English."""

REGISTER_HELP = {
    "erase": """\
mespoints erase [--on JOUR] [--apply] [--json] [--lang fr|en]

  Effacer des dossiers ce dont le délai est passé (art. L. 225-2). Sans --apply, rien n'est écrit : la commande dit
  combien d'actes partiraient, sous quel paragraphe, et combien restent parce qu'un droit en dépend encore. Avec
  --apply, un acte de reprise du solde d'abord, le journal ensuite, puis le contenu des actes, et lui seul : ni solde,
  ni échéance ne change. Interrompue, la commande se relance et continue.

  --on AAAA-MM-JJ      le jour (aujourd'hui ; un essai peut regarder plus loin)
  --apply              effacer vraiment
  --json               le compte rendu en JSON (erase/1)

  Fin : 0 ; 1 si un permis n'a pas pu être arrêté à ce jour ; 2 si la commande est refusée.

  Exemple :
    mespoints erase --on 2027-01-01

mespoints erase [--on DAY] [--apply] [--json] [--lang fr|en]

  Erase from the files what has outlived its delay (art. L. 225-2). Without --apply nothing is written: the command
  says how many acts would go, under which paragraph, and how many stay because a right still depends on them. With
  --apply, an act that carries the balance over first, the journal next, then the payloads of the acts, and these
  alone: no balance and no deadline changes. Interrupted, the command is run again and goes on.

  --on YYYY-MM-DD      the day (today; a rehearsal may look ahead)
  --apply              erase indeed
  --json               the report as JSON (erase/1)

  Exit status: 0; 1 if a licence could not be settled as of that day; 2 if the command is refused.

  Example:
    mespoints erase --apply
""",
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
    "seal": """\
mespoints seal [-o FICHIER] [--lang fr|en]

  Le sceau du jour : une empreinte de ce qui fut écrit depuis le sceau précédent, ajoutée en une ligne (seal/1) à un
  fichier hors de la base, et affichée. Relancée le même jour sans rien de nouveau, la commande redonne la même ligne.

  -o, --output FICHIER  le fichier des sceaux (MESPOINTS_SEALS) ; il n'est jamais récrit

  Fin : 0 ; 1 si le fichier et le registre ne s'accordent pas ; 2 si la commande ne peut pas être exécutée.

  Exemple :
    mespoints seal -o /mnt/ailleurs/sceaux.jsonl

mespoints seal [-o FILE] [--lang fr|en]

  The seal of the day: a digest of what was written since the seal before, added as one line (seal/1) to a file
  outside the database, and printed. Run again on the same day with nothing new, the command gives the same line.

  -o, --output FILE     the file of the seals (MESPOINTS_SEALS); it is never rewritten

  Exit status: 0; 1 if the file and the register do not agree; 2 if the command cannot be run.

  Example:
    mespoints seal -o /mnt/elsewhere/seals.jsonl
""",
    "verify": """\
mespoints verify [--seals FICHIER] [--json] [--lang fr|en]

  Vérifier tout le registre : chaque maillon, chaque empreinte, chaque somme, chaque lettre due, chaque compte refait
  selon la loi, chaque sceau. La première rupture est nommée, par le numéro du permis dans le registre.

  --seals FICHIER      le fichier des sceaux (MESPOINTS_SEALS), comparé à la base
  --json               en JSON (verify/1)

  Fin : 0 si tout est intact ; 1 si quelque chose est rompu ; 2 si la commande ne peut pas être exécutée.

  Exemple :
    mespoints verify --seals /mnt/ailleurs/sceaux.jsonl

mespoints verify [--seals FILE] [--json] [--lang fr|en]

  Check the whole register: each link, each digest, each sum, each letter owed, each account made again by the law,
  each seal. The first thing broken is named, by the number of the licence in the register.

  --seals FILE         the file of the seals (MESPOINTS_SEALS), held against the database
  --json               as JSON (verify/1)

  Exit status: 0 if all is whole; 1 if something is broken; 2 if the command cannot be run.

  Example:
    mespoints verify --seals /mnt/elsewhere/seals.jsonl
""",
    "rebuild": """\
mespoints rebuild [--on JOUR] [--lang fr|en]

  Refaire les comptes (solde, plafond, état, prochaine échéance) à partir des actes ; rien d'autre ne change.

  --on AAAA-MM-JJ      le jour jusqu'auquel ils sont tenus (aujourd'hui)

  Exemple :
    mespoints rebuild

mespoints rebuild [--on DAY] [--lang fr|en]

  Make the accounts (balance, ceiling, status, next day) again from the acts; nothing else changes.

  --on YYYY-MM-DD      the day up to which they are kept (today)

  Example:
    mespoints rebuild
""",
    "roles": """\
mespoints roles [--application ROLE] [--erasure ROLE] [--apply] [--lang fr|en]

  Le SQL qui donne à deux rôles de PostgreSQL ce qu'il leur faut, table par table, et rien d'autre : celui qui alimente
  le registre et sert les pages ; celui qui efface. À refaire après chaque mise à jour, avec le propriétaire des tables.

  --application ROLE   le rôle du service (mespoints)
  --erasure ROLE       le rôle qui efface (mespoints_erasure)
  --apply              exécuter ce SQL, au lieu de l'afficher

  Exemple :
    mespoints roles --apply

mespoints roles [--application ROLE] [--erasure ROLE] [--apply] [--lang fr|en]

  The SQL that gives two roles of PostgreSQL what they need, table by table, and nothing else: the one that feeds the
  register and serves the pages; the one that erases. To be run again after each upgrade, as the owner of the tables.

  --application ROLE   the role of the service (mespoints)
  --erasure ROLE       the role that erases (mespoints_erasure)
  --apply              run that SQL instead of printing it

  Example:
    mespoints roles --apply
""",
    "dispatch": """\
mespoints dispatch [--on JOUR] [--spool REPERTOIRE] [--json] [--lang fr|en]

  Le courrier du jour : relever les avis de la poste, puis composer les lettres dues et les remettre, par lots, à
  l'imprimerie. Interrompue, la commande se relance et continue : rien ne part deux fois, rien n'est oublié. Une lettre
  qui ne peut pas partir est mise de côté avec sa raison. La vie d'une lettre : docs/courrier.md.

  --on AAAA-MM-JJ      le jour du courrier (aujourd'hui, et pas au-delà)
  --spool REPERTOIRE   où écrire les lots (MESPOINTS_SPOOL)
  --json               le compte rendu en JSON (dispatch/1)
  --lang fr|en         la langue (fr)

  Fin : 0 ; 1 si quelque chose attend quelqu'un ou la prochaine exécution ; 2 si la commande est refusée.

  Exemple :
    mespoints dispatch --spool /srv/imprimerie

mespoints dispatch [--on DAY] [--spool FOLDER] [--json] [--lang fr|en]

  The mail of the day: take in the receipts of the post, then compose the letters owed and hand them over, in batches,
  to the printing house. Interrupted, it is run again and goes on: nothing is sent twice, nothing is forgotten. A letter
  that cannot leave is put aside with its reason. The life of a letter: docs/courrier.md.

  --on YYYY-MM-DD      the day of the mail (today, and no later)
  --spool FOLDER       where to write the batches (MESPOINTS_SPOOL)
  --json               the report as JSON (dispatch/1)
  --lang fr|en         the language (fr)

  Exit status: 0; 1 if something waits for a person or for the next run; 2 if the command is refused.

  Example:
    mespoints dispatch --spool /srv/printing
""",
}

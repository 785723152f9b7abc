"""The help of the commands by which feeds come in: French, then English."""

FEEDS_HELP = {
    "intake": """\
mespoints intake FICHIER [--format FORMAT] [--progress] [--json] [--lang fr|en]

  Alimenter le registre avec un fichier d'un flux (docs/flux.md), en JSON lines ou en CSV ; intake/1 : une personne par
  ligne, avec son histoire. FICHIER : un fichier, ou - pour l'entrée standard. Chaque ligne est acceptée, déjà connue,
  refusée avec ses raisons, ou attend son permis ou l'acte qu'elle nomme. Interrompue, la commande se relance.

  --format FORMAT      le format (antai/1, ...), si ce n'est pas aux lignes de le dire
  --progress           dire où l'on en est, même hors d'un terminal
  --json               le compte rendu en JSON (intake_report/1)

  Fin : 0 ; 1 si une ligne est refusée ; 2 si le fichier ne peut pas être lu.

  Exemple :
    mespoints intake antai.csv

mespoints intake FILE [--format FORMAT] [--progress] [--json] [--lang fr|en]

  Feed the register from a file of a feed (docs/flux.md), as JSON lines or as CSV; intake/1: one person a line, with
  their history. FILE: a file, or - for standard input. Each line is accepted, known already, refused with its reasons,
  or waits for its licence or for the act that it names. Interrupted, the command is run again and goes on.

  --format FORMAT      the format (antai/1, ...), when the lines are not to be asked
  --progress           say how far it has come, even where there is no terminal
  --json               the report as JSON (intake_report/1)

  Exit status: 0; 1 if a line is refused; 2 if the file cannot be read.

  Example:
    mespoints intake antai.csv --lang en
""",
    "feeds": """\
mespoints feeds [show FICHIER] [--fate SORT] [--page N] [--json] [--lang fr|en]

  Les fichiers reçus et leurs comptes, le dernier d'abord ; avec show, les lignes de l'un d'eux et leur sort. FICHIER :
  son numéro. Une page a 50 lignes.

  --fate SORT          avec show : accepted, known, refused ou waiting (acceptées, déjà connues, refusées, en attente)
  --page N             la page (1)
  --json               en JSON (feeds/1, feed_lines/1)

  Fin : 0 ; 1 s'il n'y a rien à montrer ; 2 si la commande est refusée.

  Exemples :
    mespoints feeds
    mespoints feeds show 12 --fate refused --page 2

mespoints feeds [show FILE] [--fate FATE] [--page N] [--json] [--lang fr|en]

  The files taken in and their counts, the latest first; with show, the lines of one of them and their fates. FILE: its
  number. A page has 50 lines.

  --fate FATE          with show: accepted, known, refused or waiting
  --page N             the page (1)
  --json               as JSON (feeds/1, feed_lines/1)

  Exit status: 0; 1 if there is nothing to show; 2 if the command is refused.

  Examples:
    mespoints feeds --lang en
    mespoints feeds show 12 --fate refused --page 2
""",
    "replay": """\
mespoints replay [FICHIER] [--fate SORT] [--progress] [--json] [--lang fr|en]

  Reprendre les lignes refusées et celles qui attendent, d'un fichier (son numéro) ou de tous : une fois leur cause
  disparue. Ce qui attend un permis ou un acte est repris de soi-même à son arrivée. Une personne (intake/1) refusée
  n'est pas gardée : sa ligne corrigée est à envoyer de nouveau.

  --fate SORT          refused ou waiting seulement
  --progress           dire où l'on en est, même hors d'un terminal
  --json               le compte rendu en JSON (replay/1)

  Fin : 0 ; 1 si une ligne est encore refusée ; 2 si la commande est refusée.

  Exemple :
    mespoints replay 12 --fate refused

mespoints replay [FILE] [--fate FATE] [--progress] [--json] [--lang fr|en]

  Try again the lines that were refused or wait, of one file (its number) or of all: once their cause is gone. What
  waits for a licence or an act is tried again by itself when it comes. A person (intake/1) that was refused is not
  kept: the line, corrected, has to be sent again.

  --fate FATE          refused or waiting alone
  --progress           say how far it has come, even where there is no terminal
  --json               the report as JSON (replay/1)

  Exit status: 0; 1 if a line is still refused; 2 if the command is refused.

  Example:
    mespoints replay 12 --fate refused --lang en
""",
    "samples": """\
mespoints samples REPERTOIRE [--seed N] [--lines N] [--lang fr|en]

  Écrire un jeu de fichiers d'exemple, un par format (docs/flux.md), en JSON lines et en CSV : des vies inventées de
  personnes inventées, qui se tiennent d'un fichier à l'autre ; les mêmes pour la même graine.

  --seed N             la graine (1)
  --lines N            combien de lignes en tout, à peu près (500)

  Exemple :
    mespoints samples exemples --seed 7 --lines 10000

mespoints samples FOLDER [--seed N] [--lines N] [--lang fr|en]

  Write a set of sample files, one of each format (docs/flux.md), as JSON lines and as CSV: invented lives of invented
  people, which hold together from one file to the other; the same for the same seed.

  --seed N             the seed (1)
  --lines N            how many lines in all, more or less (500)

  Example:
    mespoints samples samples --seed 7 --lines 10000
""",
}

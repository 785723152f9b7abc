"""The help of the commands that take a whole register over, or invent one: French, then English."""

BULK_HELP = {
    "load": """\
mespoints load FICHIER [--processes N] [--lang fr|en]

  Reprendre un registre entier : une personne par ligne (intake/1), par paquets, dans plusieurs processus. Chaque permis
  nouveau est lu, calculé et chaîné comme par intake ; un permis déjà au registre est laissé tel quel. Interrompue, la
  commande se relance et continue. FICHIER : un fichier, ou - pour l'entrée standard.

  --processes N        le nombre de processus (autant que de cœurs)
  --lang fr|en         la langue (fr)

  Fin : 0 ; 1 si une ligne est refusée ; 2 si la commande est refusée.

  Exemple :
    mespoints load registre.jsonl

mespoints load FILE [--processes N] [--lang fr|en]

  Take a whole register over: one person a line (intake/1), by chunks, in several processes. Each new licence is read,
  folded and chained as by intake; a licence that the register has already is left as it is. Interrupted, the command
  is run again and goes on. FILE: a file, or - for standard input.

  --processes N        how many processes (as many as cores)
  --lang fr|en         the language (fr)

  Exit status: 0; 1 if a line was refused; 2 if the command is refused.

  Example:
    mespoints load register.jsonl
""",
    "generate": """\
mespoints generate --licences N [--seed S] [--on JOUR] [--codes] [-o FICHIER | --load [--processes N]] [--lang fr|en]

  Inventer un registre : N titulaires et leurs permis jusqu'à un jour donné, dans des proportions proches de celles du
  pays. La même graine et le même jour donnent toujours les mêmes personnes, une à une : un registre plus grand contient
  le plus petit.

  --licences N           le nombre de permis
  --seed S               la graine, un nombre (1)
  --on AAAA-MM-JJ        le dernier jour connu (aujourd'hui)
  --codes                avec un code confidentiel par personne (longs à prendre en compte)
  -o, --output FICHIER   où écrire les lignes intake/1 (la sortie standard)
  --load                 ne rien écrire : charger le registre, qui ne doit contenir aucun vrai permis
  --processes N          avec --load, le nombre de processus (autant que de cœurs)
  --lang fr|en           la langue (fr)

  Exemples :
    mespoints generate --licences 1000 --on 2026-06-30 -o personnes.jsonl
    mespoints generate --licences 1000000 --load

mespoints generate --licences N [--seed S] [--on DAY] [--codes] [-o FILE | --load [--processes N]] [--lang fr|en]

  Invent a register: N holders and their licences up to a day, in proportions close to those of the country. The same
  seed and the same day always give the same people, one by one: a larger register holds the smaller one.

  --licences N           how many licences
  --seed S               the seed, a number (1)
  --on YYYY-MM-DD        the last day that is known (today)
  --codes                with a confidential code for each person (slow to take in)
  -o, --output FILE      where to write the lines of intake/1 (standard output)
  --load                 write nothing: load the register, which must hold no real licence
  --processes N          with --load, how many processes (as many as cores)
  --lang fr|en           the language (fr)

  Examples:
    mespoints generate --licences 1000 --on 2026-06-30 -o people.jsonl
    mespoints generate --licences 1000000 --load
""",
}

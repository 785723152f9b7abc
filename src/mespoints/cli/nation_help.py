"""The help of ``mespoints nation``."""

NATION_HELP = {
    "nation": """\
mespoints nation replay | export | synthesize | audit | reform

  Le pays entier, par les règles mêmes qui servent un conducteur, compilées. Chacune a son aide :

    mespoints nation replay --help        rejouer des millions de permis à partir de leurs actes
    mespoints nation export --help        écrire les actes du registre en colonnes
    mespoints nation synthesize --help    inventer un pays
    mespoints nation audit --help         rejouer le registre et le comparer à ce qu'il a porté
    mespoints nation reform --help        essayer une réforme

mespoints nation replay | export | synthesize | audit | reform

  The whole country, by the very rules that serve one driver, compiled. Each has its help:

    mespoints nation replay --help        replay millions of licences from their acts
    mespoints nation export --help        write the acts of the register as columns
    mespoints nation synthesize --help    invent a country
    mespoints nation audit --help         replay the register and compare it with what it posted
    mespoints nation reform --help        try a reform
""",
    "nation replay": """\
mespoints nation replay ACTES | --register -o SOLDES [--on JOUR] [--known-on JOUR] [--reading LECTURE]
                        [--movements FICHIER] [--cores N] [--rows N] [--plain] [--json] [--lang fr|en]

  Rejouer les permis d'un fichier acts/1 (Parquet ; docs/nation.md), ou ceux du registre, et écrire où chacun en est un
  jour donné : solde, somme, plafond, état, prochaine échéance (balances/1, Parquet). La mémoire ne dépend pas du nombre
  des permis. Rien n'est écrit dans le registre ; des personnes, seul sort le numéro interne du permis.

  --register           les permis du registre, sans fichier
  -o, --output SOLDES  le fichier à écrire
  --on AAAA-MM-JJ      le jour (aujourd'hui)
  --known-on JOUR      tel que c'était connu à la fin de ce jour
  --reading LECTURE    registered (ce que le registre savait chaque jour) ou strict (tout le dossier, à tout moment)
  --movements FICHIER  écrire aussi chaque mouvement (movements/1)
  --cores N            combien de cœurs (tous)
  --rows N             combien de lignes du fichier à la fois, par cœur (1048576) ; le résultat n'en dépend pas
  --plain              par les règles non compilées, cinquante à cent fois plus lentes
  --json               le compte rendu en JSON (nation-replay/1)

  La première fois, compiler les règles demande moins d'une minute ; le résultat est gardé dans MESPOINTS_DATA.

  Exemples :
    mespoints nation replay actes.parquet --on 2025-12-31 -o soldes.parquet
    mespoints nation replay --register --known-on 2026-11-01 -o soldes.parquet

mespoints nation replay ACTS | --register -o BALANCES [--on DAY] [--known-on DAY] [--reading READING]
                        [--movements FILE] [--cores N] [--rows N] [--plain] [--json] [--lang fr|en]

  Replay the licences of a file of acts/1 (Parquet; docs/nation.md), or those of the register, and write where each
  stands on a day: balance, sum, ceiling, status, next day (balances/1, Parquet). The memory does not depend on how many
  licences there are. Nothing is written to the register; of people, the internal number of the licence alone comes out.

  --register           the licences of the register, without a file
  -o, --output FILE    the file to write
  --on YYYY-MM-DD      the day (today)
  --known-on DAY       as was known at the end of that day
  --reading READING    registered (what the register knew each day) or strict (the whole file, at all times)
  --movements FILE     write every movement too (movements/1)
  --cores N            how many cores (all)
  --rows N             how many rows of the file at a time, each core (1048576); the result does not depend on it
  --plain              by the rules uncompiled, fifty to a hundred times slower
  --json               the report as JSON (nation-replay/1)

  The first time, compiling the rules takes less than a minute; the result is kept in MESPOINTS_DATA.

  Examples:
    mespoints nation replay acts.parquet --on 2025-12-31 -o balances.parquet
    mespoints nation replay --register --known-on 2026-11-01 -o balances.parquet
""",
    "nation export": """\
mespoints nation export -o ACTES [--on JOUR] [--known-on JOUR] [--cores N] [--json] [--lang fr|en]

  Écrire les actes du registre que la loi lit, en colonnes (acts/1, Parquet ; docs/nation.md), pour les rejouer souvent
  ou sur d'autres machines. Ni nom, ni numéro de dossier, ni lieu : le numéro interne du permis, qui mène à une personne
  pour qui a le registre. Le fichier se garde comme lui.

  -o, --output ACTES   le fichier à écrire
  --on AAAA-MM-JJ      le jour des soldes à en tirer (aujourd'hui) : un permis dont des faits ont été effacés depuis
                       n'y a que son ouverture
  --known-on JOUR      tel que c'était connu à la fin de ce jour
  --cores N            combien de cœurs lisent (tous)
  --json               le compte rendu en JSON (nation-export/1)

  Exemple :
    mespoints nation export -o registre.parquet

mespoints nation export -o ACTS [--on DAY] [--known-on DAY] [--cores N] [--json] [--lang fr|en]

  Write the acts of the register that the law reads, as columns (acts/1, Parquet; docs/nation.md), to replay them often
  or on other machines. No name, no file number, no place: the internal number of the licence, which leads to a person
  for whoever has the register. The file is kept as carefully.

  -o, --output ACTS    the file to write
  --on YYYY-MM-DD      the day of the balances to be drawn from it (today): a licence of which facts were erased since
                       then has its opening alone
  --known-on DAY       as was known at the end of that day
  --cores N            how many cores read (all)
  --json               the report as JSON (nation-export/1)

  Example:
    mespoints nation export -o register.parquet
""",
    "nation audit": """\
mespoints nation audit [--on JOUR] [--plain] [--json] [--lang fr|en]

  Rejouer tous les permis du registre et comparer, permis par permis, avec leur compte et avec la somme des mouvements
  portés. Rien n'est écrit. Un permis dont une échéance attend encore la nuit est compté à part.

  --on AAAA-MM-JJ      le jour (aujourd'hui)
  --plain              par les règles non compilées
  --json               en JSON (nation-audit/1)

  Fin : 0 ; 1 si un permis diffère ; 2 si la commande est refusée.

  Exemple :
    mespoints nation audit

mespoints nation audit [--on DAY] [--plain] [--json] [--lang fr|en]

  Replay every licence of the register and compare each with its account and with the sum of the movements posted.
  Nothing is written. A licence of which something still waits for the night is counted apart.

  --on YYYY-MM-DD      the day (today)
  --plain              by the rules uncompiled
  --json               as JSON (nation-audit/1)

  Exit status: 0; 1 if a licence differs; 2 if the command is refused.

  Example:
    mespoints nation audit
""",
    "nation reform": """\
mespoints nation reform REFORME --acts ACTES | --register [--on JOUR] [--picture FICHIER] [--reading LECTURE]
                        [--cores N] [--rows N] [--plain] [--json] [--lang fr|en]

  Rejouer un pays (acts/1) sous deux lois, avant et après : qui gagne, qui perd, les points, les lettres, les permis
  perdus et les stages, année par année. REFORME : un fichier reform/1 (TOML ; docs/nation.md), ou l'un des exemples
  fournis : decret-2023, probatoire-et-telephone, un-point-en-trois-mois.

  --acts ACTES         le pays
  --register           ou bien le registre lui-même
  --on AAAA-MM-JJ      le jour des soldes comparés, la fin des années (aujourd'hui)
  --picture FICHIER    dessiner les points retirés par an, ou ce qui change le plus : .png, ou sinon en SVG
  --reading LECTURE    registered ou strict
  --cores N, --rows N  comme pour replay ; le résultat n'en dépend pas
  --plain              par les règles non compilées
  --json               en JSON (reform-outcome/1)

  Exemple :
    mespoints nation reform decret-2023 --acts actes.parquet --on 2025-12-31 --picture decret.svg

mespoints nation reform REFORM --acts ACTS | --register [--on DAY] [--picture FILE] [--reading READING]
                        [--cores N] [--rows N] [--plain] [--json] [--lang fr|en]

  Replay a country (acts/1) under two laws, before and after: who gains, who loses, the points, the letters, the
  licences lost and the stages, year by year. REFORM: a file of reform/1 (TOML; docs/nation.md), or one of the examples
  given: decret-2023, probatoire-et-telephone, un-point-en-trois-mois.

  --acts ACTS          the country
  --register           or else the register itself
  --on YYYY-MM-DD      the day of the balances compared, the end of the years (today)
  --picture FILE       draw the points withdrawn a year, or what changes most: .png, or else as SVG
  --reading READING    registered or strict
  --cores N, --rows N  as for replay; the result does not depend on them
  --plain              by the rules uncompiled
  --json               as JSON (reform-outcome/1)

  Example:
    mespoints nation reform decret-2023 --acts acts.parquet --on 2025-12-31 --picture decree.svg
""",
    "nation synthesize": """\
mespoints nation synthesize --licences N -o ACTES [--seed GRAINE] [--on JOUR] [--cores N] [--json] [--lang fr|en]

  Inventer un pays de N permis (acts/1, Parquet) jusqu'à un jour donné : le même pour une même graine. Le compte rendu
  met l'année 2024 inventée, ramenée à 40 millions de permis, à côté des chiffres publiés.

  --licences N         combien de permis
  -o, --output ACTES   le fichier à écrire
  --seed GRAINE        un nombre (1)
  --on AAAA-MM-JJ      le dernier jour, à partir de 2025-01-01 (aujourd'hui)
  --cores N            combien de cœurs (tous)
  --json               le compte rendu en JSON (nation-synthesis/1)

  Exemple :
    mespoints nation synthesize --licences 1000000 --seed 7 --on 2025-12-31 -o actes.parquet

mespoints nation synthesize --licences N -o ACTS [--seed SEED] [--on DAY] [--cores N] [--json] [--lang fr|en]

  Invent a country of N licences (acts/1, Parquet) up to a day: the same for one seed. The report sets the invented year
  2024, at the scale of 40 million licences, beside the published figures.

  --licences N         how many licences
  -o, --output FILE    the file to write
  --seed SEED          a number (1)
  --on YYYY-MM-DD      the last day, from 2025-01-01 on (today)
  --cores N            how many cores (all)
  --json               the report as JSON (nation-synthesis/1)

  Example:
    mespoints nation synthesize --licences 1000000 --seed 7 --on 2025-12-31 -o acts.parquet
""",
}

"""The help of the commands that copy the database and bring it back: French, then English."""

BACKUP_HELP = {
    "backup": """\
mespoints backup -o FICHIER [--lang fr|en]

  Copier toute la base dans un fichier, pendant que le service continue : l'état d'un seul instant. Le fichier contient
  tout, données personnelles comprises : à garder comme le registre. PostgreSQL : par pg_dump, qui doit être installé.

  -o, --output FICHIER le fichier à écrire, qui ne doit pas exister

  Fin : 0 ; 2 si rien n'a été copié.

  Exemple :
    mespoints backup -o /var/backups/mespoints/2026-11-28.copy

mespoints backup -o FILE [--lang fr|en]

  Copy the whole database to a file while the service goes on: the state of one instant. The file holds everything,
  personal data included: guard it as the register. PostgreSQL: by pg_dump, which has to be installed.

  -o, --output FILE    the file to write, which must not exist

  Exit status: 0; 2 if nothing was copied.

  Example:
    mespoints backup -o /var/backups/mespoints/2026-11-28.copy
""",
    "restore": """\
mespoints restore FICHIER [--seals FICHIER] [--json] [--lang fr|en]

  Remettre une copie dans la base que les réglages désignent, qui ne doit contenir aucun permis, la mettre à jour pour
  cette version, et la vérifier comme le fait verify.

  --seals FICHIER      les sceaux gardés hors de la base (MESPOINTS_SEALS) : ce qui manque depuis le dernier se voit
  --json               la vérification en JSON (verify/1)

  Fin : 0 ; 1 si le registre restauré n'est pas intact ; 2 si rien n'a été restauré.

  Exemple :
    mespoints restore /var/backups/mespoints/2026-11-28.copy

mespoints restore FILE [--seals FILE] [--json] [--lang fr|en]

  Bring a copy back into the database that the settings name, which must hold no licence, bring it up to date for this
  version, and verify it as verify does.

  --seals FILE         the seals kept outside the database (MESPOINTS_SEALS): what is missing since the last one shows
  --json               the verification as JSON (verify/1)

  Exit status: 0; 1 if the register brought back is not whole; 2 if nothing was brought back.

  Example:
    mespoints restore /var/backups/mespoints/2026-11-28.copy
""",
}

"""The help of each command: French, then English. The other modules of help have others."""

from mespoints.cli.accesses_help import ACCESSES_HELP
from mespoints.cli.agents_help import AGENTS_HELP
from mespoints.cli.authorities_help import AUTHORITIES_HELP
from mespoints.cli.backup_help import BACKUP_HELP
from mespoints.cli.bulk_help import BULK_HELP
from mespoints.cli.documents_help import DOCUMENTS_HELP
from mespoints.cli.feeds_help import FEEDS_HELP
from mespoints.cli.figures_help import FIGURES_HELP
from mespoints.cli.general_help import GENERAL
from mespoints.cli.letters_help import LETTERS_HELP
from mespoints.cli.nation_help import NATION_HELP
from mespoints.cli.register_help import REGISTER_HELP
from mespoints.cli.sessions_help import SESSIONS_HELP

HELP = {
    **AUTHORITIES_HELP,
    **BACKUP_HELP,
    **BULK_HELP,
    **FEEDS_HELP,
    **REGISTER_HELP,
    **ACCESSES_HELP,
    **FIGURES_HELP,
    **AGENTS_HELP,
    **SESSIONS_HELP,
    **LETTERS_HELP,
    **DOCUMENTS_HELP,
    **NATION_HELP,
    "statement": """\
mespoints statement DOSSIER [--on JOUR] [--known-on JOUR] [--json | --lines] [--reading LECTURE] [--lang fr|en]

  Le relevé d'un dossier (dossier/1, en JSON) à un jour donné. DOSSIER : un fichier, ou - pour l'entrée standard.

  --on AAAA-MM-JJ      le jour du relevé (aujourd'hui)
  --known-on JOUR      tel que le dossier était connu à la fin de ce jour (sans les actes dont recorded_on le suit)
  --json               en JSON (statement/1)
  --lines              un dossier par ligne : une réponse par ligne, dans le même ordre, statement/1 ou refusal/1
  --reading LECTURE    registered (ce que le registre savait chaque jour) ou strict (tout le dossier, à tout moment)
  --lang fr|en         la langue (fr)

  Fin : 0 ; 2 si le dossier ou la commande est refusé ; avec --lines, 1 si une ligne au moins est refusée.

  Exemples :
    mespoints statement dossier.json --on 2024-12-01
    mespoints statement dossiers.jsonl --lines --reading strict

mespoints statement DOSSIER [--on DAY] [--known-on DAY] [--json | --lines] [--reading READING] [--lang fr|en]

  The statement of a file (dossier/1, in JSON) on a day. DOSSIER: a file, or - for standard input.

  --on YYYY-MM-DD      the day of the statement (today)
  --known-on DAY       as the file was known at the end of that day (without the acts whose recorded_on follows it)
  --json               as JSON (statement/1)
  --lines              one dossier a line: one answer a line, in the same order, statement/1 or refusal/1
  --reading READING    registered (what the register knew each day) or strict (the whole file, at all times)
  --lang fr|en         the language (fr)

  Exit status: 0; 2 if the dossier or the command is refused; with --lines, 1 if a line at least is refused.

  Examples:
    mespoints statement dossier.json --on 2024-12-01
    mespoints statement dossiers.jsonl --lines --reading strict
""",
    "forecast": """\
mespoints forecast DOSSIER [--on JOUR] [--known-on JOUR] [--if SUPPOSITION]...
                            [--json] [--reading LECTURE] [--lang fr|en]

  Ce qui vient après un jour donné si rien de nouveau n'arrive, le jour du retour à 12 points, l'utilité d'un stage.
  Les options sont celles de statement ; --json écrit forecast/1.

  --if SUPPOSITION     et si... ; autant de fois qu'il y a de cas à comparer entre eux, et avec celui où rien n'arrive :
      paiement:ID@JOUR             l'amende de l'infraction ID est payée ce jour-là
      titre_executoire:ID@JOUR     elle ne l'est pas : l'amende est majorée, le titre exécutoire émis ce jour-là
      stage@JOUR                   un stage de deux jours se termine ce jour-là
      offence:NATINF@JOUR          une infraction de plus, de ce code, payée le jour même ; aussi
      offence:ARTICLE:PARAGRAPHE@JOUR
      withdrawal_annulled:ID@JOUR  le retrait de points de l'infraction ID est annulé ce jour-là
      nothing                      rien de nouveau n'arrive
    JOUR : AAAA-MM-JJ, après celui de --on. Un « + » joint plusieurs faits en un seul cas.

  Exemples :
    mespoints forecast dossier.json
    mespoints forecast dossier.json --on 2024-12-01 --if paiement:i2@2024-12-10 --if titre_executoire:i2@2025-03-10
    mespoints forecast dossier.json --on 2024-12-01 --if stage@2025-01-19+offence:203@2025-06-01

mespoints forecast DOSSIER [--on DAY] [--known-on DAY] [--if SUPPOSITION]...
                            [--json] [--reading READING] [--lang fr|en]

  What comes after a day if nothing new happens, the day of the return to 12 points, whether a course is worth it.
  The options are those of statement; --json writes forecast/1.

  --if SUPPOSITION     what if...; as many times as there are cases to compare, each with that of nothing new:
      paiement:ID@DAY              the fine of offence ID is paid on that day
      titre_executoire:ID@DAY      it is not: the fine is increased, the titre exécutoire issued on that day
      stage@DAY                    a course of two days ends on that day
      offence:NATINF@DAY           one more offence, of that code, paid on the same day; also
      offence:ARTICLE:PARAGRAPH@DAY
      withdrawal_annulled:ID@DAY   the withdrawal of points for offence ID is annulled on that day
      nothing                      nothing new happens
    DAY: YYYY-MM-DD, after that of --on. A "+" joins several facts into one case.

  Examples:
    mespoints forecast dossier.json
    mespoints forecast dossier.json --on 2024-12-01 --if paiement:i2@2024-12-10 --if titre_executoire:i2@2025-03-10
    mespoints forecast dossier.json --on 2024-12-01 --if stage@2025-01-19+offence:203@2025-06-01
""",
    "ics": """\
mespoints ics DOSSIER [--on JOUR] [-o FICHIER] [--explicit] [--reading LECTURE] [--lang fr|en]

  Les retours de points et les échéances après un jour donné, en fichier d'agenda (iCalendar).

  -o, --output FICHIER  où l'écrire (la sortie standard)
  --explicit            dire de quoi il s'agit dès le titre ; sinon « Permis : date à retenir »

  Exemple :
    mespoints ics dossier.json -o permis.ics

mespoints ics DOSSIER [--on DAY] [-o FILE] [--explicit] [--reading READING] [--lang fr|en]

  The returns of points and the deadlines after a day, as a calendar file (iCalendar).

  -o, --output FILE     where to write it (standard output)
  --explicit            say in the title what it is about; otherwise "Licence: a date to remember"

  Example:
    mespoints ics dossier.json -o licence.ics
""",
    "check": """\
mespoints check RELEVE [--json] [--lang fr|en]

  Ce que l'administration montre (releve/1 : un jour, un dossier, des mouvements, un solde), comparé à ce que la loi
  donne ce jour-là dans les deux lectures, registered et strict. Chaque différence est dite avec l'article et les deux
  soldes ; les soldes qui suivent et qu'elle explique ne sont pas redits. RELEVE : un fichier, ou - pour l'entrée
  standard.

  --json               en JSON (check/1)
  --lang fr|en         la langue (fr)

  Fin : 0 si le relevé suit entièrement l'une des lectures ; 1 s'il diffère des deux ; 2 s'il est refusé.

  Exemple :
    mespoints check releve.json

mespoints check RELEVE [--json] [--lang fr|en]

  What the administration shows (releve/1: a day, a dossier, movements, a balance), held against what the law gives on
  that day in both readings, registered and strict. Each difference is told with the article and both balances; later
  balances that it explains are not told again. RELEVE: a file, or - for standard input.

  --json               as JSON (check/1)
  --lang fr|en         the language (fr)

  Exit status: 0 if the relevé agrees wholly with one of the readings; 1 if it differs from both; 2 if it is refused.

  Example:
    mespoints check releve.json --lang en
""",
    "bareme": """\
mespoints bareme [MOTS...] [--on JOUR] [--json] [--lang fr|en]

  Les infractions du barème d'un jour dont le libellé, l'article, le paragraphe ou le code NATINF contient tous les
  mots, avec leurs points ; toutes celles de ce jour sans mots. Ce qui n'a pas été relu dans un texte officiel est
  marqué « non vérifié ».

  --on AAAA-MM-JJ      le jour de l'infraction (aujourd'hui)
  --json               en JSON (bareme/1)
  --lang fr|en         la langue (fr)

  Fin : 0 si une infraction au moins est trouvée ; 1 sinon ; 2 si la commande est refusée.

  Exemples :
    mespoints bareme téléphone
    mespoints bareme R412-30 --on 2005-06-01

mespoints bareme [WORDS...] [--on DAY] [--json] [--lang fr|en]

  The offences of a day's table (barème) whose name, article, paragraph or NATINF code contains all the words, with
  their points; all those of that day without words. What was not read again in an official text is marked
  "unverified".

  --on YYYY-MM-DD      the day of the offence (today)
  --json               as JSON (bareme/1)
  --lang fr|en         the language (fr)

  Exit status: 0 if an offence at least is found; 1 otherwise; 2 if the command is refused.

  Examples:
    mespoints bareme telephone --lang en
    mespoints bareme R412-30 --on 2005-06-01
""",
    "letters": """\
mespoints letters --samples [--output DOSSIER] [--png] [--lang fr|en]

  Écrire en PDF une lettre de chaque sorte, pour une personne inventée. La liste : docs/lettres.md.

  --output DOSSIER     où les écrire (lettres), -o en abrégé
  --png                et chaque page en image
  --lang fr|en         la langue de la commande (fr) ; les lettres sont en français

  Exemple :
    mespoints letters --samples -o /tmp/lettres --png

mespoints letters --samples [--output FOLDER] [--png] [--lang fr|en]

  Write one letter of each kind as PDF, for an invented person. The list: docs/lettres.md.

  --output FOLDER      where to write them (lettres), -o for short
  --png                each page as a picture too
  --lang fr|en         the language of the command (fr); the letters are in French

  Example:
    mespoints letters --samples -o /tmp/letters --png
""",
    "serve": """\
mespoints serve [--host ADRESSE] [--port PORT] [--proxy ADRESSE] [--processes N]

  Servir les pages, avec les réglages de l'environnement (docs/operations.md), jusqu'à Ctrl-C.

  --host ADRESSE       l'adresse d'écoute (127.0.0.1)
  --port PORT          le port (8000)
  --proxy ADRESSE      le seul mandataire dont X-Forwarded-For et X-Forwarded-Proto sont crus
  --processes N        le nombre de processus qui répondent (deux par cœur)

  Exemple :
    mespoints serve --port 8080 --proxy 127.0.0.1

mespoints serve [--host ADDRESS] [--port PORT] [--proxy ADDRESS] [--processes N]

  Serve the pages, with the settings of the environment (docs/operations.md), until Ctrl-C.

  --host ADDRESS       the address to listen on (127.0.0.1)
  --port PORT          the port (8000)
  --proxy ADDRESS      the only proxy whose X-Forwarded-For and X-Forwarded-Proto are believed
  --processes N        how many processes answer (two a core)

  Example:
    mespoints serve --port 8080 --proxy 127.0.0.1
""",
    "demo": """\
mespoints demo [--port PORT] [--provider-port PORT] [--data DOSSIER] [--open]

  La démonstration, sur cette machine seulement : des personnes inventées, un fournisseur d'identité, le service.

  --port PORT           le port du service (8000, ou le premier libre ensuite)
  --provider-port PORT  celui du fournisseur d'identité (8001, ou le premier libre ensuite)
  --data DOSSIER        où garder le registre inventé (var/demo)
  --open                ouvrir la page dans le navigateur

  Exemple :
    mespoints demo --open

mespoints demo [--port PORT] [--provider-port PORT] [--data FOLDER] [--open]

  The demonstration, on this machine only: invented people, an identity provider, the service.

  --port PORT           the port of the service (8000, or the first free one after it)
  --provider-port PORT  that of the identity provider (8001, or the first free one after it)
  --data FOLDER         where to keep the invented register (var/demo)
  --open                open the page in the browser

  Example:
    mespoints demo --open
""",
}


def help_on(command: str) -> str:
    """The help of a command, or of all of them."""
    return HELP.get(command, GENERAL)

"""The help of ``mespoints sessions``: French, then English."""

SESSIONS_HELP = {
    "sessions": """\
mespoints sessions [end (--neph | --agent NUMERO | --drivers | --agents) --by QUI --reason RAISON]
                   [--json] [--lang fr|en]

  Combien de sessions sont gardées ; ou en terminer : la page suivante de chacune demande de se connecter. Pour une
  personne qui dit qu'un autre est dans son dossier, et pour le jour où un moyen d'entrer a fuité.

  --neph               celles d'un permis ; le numéro est demandé, ou lu sur l'entrée standard
  --agent NUMERO       celles d'un agent, dont le compte reste ouvert (mespoints agents donne les numéros)
  --drivers            celles de tous les conducteurs
  --agents             celles de tous les agents
  --by QUI             qui les termine
  --reason RAISON      pourquoi ; l'un et l'autre sont gardés un an (identity_sessionsended)
  --json               en JSON (sessions/1, sessions-ended/1)

  Fin : 0 ; 2 si la commande est refusée.

  Exemples :
    mespoints sessions
    mespoints sessions end --neph --by "B. Leroy" --reason "signalement 2026-114"

mespoints sessions [end (--neph | --agent NUMBER | --drivers | --agents) --by WHO --reason REASON]
                   [--json] [--lang fr|en]

  How many sessions are kept; or end some: the next page of each asks to sign in. For a person who says that somebody
  else is in their file, and for the day on which a way in has leaked.

  --neph               those of a licence; the number is asked for, or read on standard input
  --agent NUMBER       those of an agent, whose account stays open (mespoints agents gives the numbers)
  --drivers            those of all drivers
  --agents             those of all agents
  --by WHO             who ends them
  --reason REASON      why; both are kept for a year (identity_sessionsended)
  --json               as JSON (sessions/1, sessions-ended/1)

  Exit status: 0; 2 if the command is refused.

  Examples:
    mespoints sessions --json
    mespoints sessions end --drivers --by "B. Leroy" --reason "an account provider was broken into"
""",
}

"""The help of ``mespoints authorities``: French, then English."""

AUTHORITIES_HELP = {
    "authorities": """\
mespoints authorities [add --name NOM --kind SORTE --keys FICHIER [--from JOUR] [--to JOUR] [--per-minute N]
                       | close IDENTIFIANT | receipts IDENTIFIANT
                       | calls --from JOUR --to JOUR [-o FICHIER]] [--json] [--lang fr|en]

  Les autorités qui peuvent interroger /api/v1 (art. R. 225-4 et R. 225-5, I). Sans mot, la liste. add en enregistre une
  et donne l'identifiant que ses demandes de jeton portent ; close met fin à son accès : les conducteurs qu'une
  entreprise a déclarés sont effacés, et le reçu scellé est affiché ; receipts redonne les reçus ; calls compte en CSV,
  par entreprise et par mois, les attestations données, les conducteurs suivis et les changements dits, pour la
  redevance de l'art. R. 225-5-2 (aucun montant ; le journal des appels est gardé un an). Ce que chacune voit :
  docs/api.md.

  --name NOM           le nom que les conducteurs liront
  --kind SORTE         la sorte d'autorité (road_police, transport_firm...), qui dit son article
  --keys FICHIER       ses clés publiques : un JWKS de clés P-256 (ES256)
  --from, --to         le premier et le dernier jour de son contrat (aujourd'hui ; sans fin), ou du compte
  --per-minute N       combien d'appels par minute (120)
  -o, --output FICHIER où écrire le compte (la sortie standard)
  --json               en JSON (authority/1)

  Fin : 0 ; 2 si la commande est refusée.

  Exemple :
    mespoints authorities add --name "Transports Durand" --kind transport_firm --keys durand.jwks --to 2027-12-31
    mespoints authorities calls --from 2026-10-01 --to 2026-10-31 -o conducteurs.csv

mespoints authorities [add --name NAME --kind KIND --keys FILE [--from DAY] [--to DAY] [--per-minute N]
                       | close IDENTIFIER | receipts IDENTIFIER
                       | calls --from DAY --to DAY [-o FILE]] [--json] [--lang fr|en]

  The authorities that may ask through /api/v1 (art. R. 225-4 and R. 225-5, I). Without a word, the list. add registers
  one and gives the identifier that its requests for a token bear; close ends its access: the drivers that a firm has
  declared are erased, and the sealed receipt is printed; receipts gives the receipts again; calls counts as CSV,
  by firm and by month, the attestations given, the drivers followed and the changes told, for the fee of
  art. R. 225-5-2 (no amount; the journal of calls is kept for a year). What each of them sees: docs/api.md.

  --name NAME          the name that drivers will read
  --kind KIND          the kind of authority (road_police, transport_firm...), which says its article
  --keys FILE          its public keys: a JWKS of keys on P-256 (ES256)
  --from, --to         the first and the last day of its contract (today; no end), or of the count
  --per-minute N       how many calls a minute (120)
  -o, --output FILE    where to write the count (standard output)
  --json               as JSON (authority/1)

  Exit status: 0; 2 if the command is refused.

  Example:
    mespoints authorities close 5f0c8e2a9d7b46318a2e4c6f1b3d5e70
""",
}

"""The help of the commands about the letters that wait: French, then English."""

LETTERS_HELP = {
    "examine": """\
mespoints examine [REFERENCE (--notified-on JOUR | --not-notified) --agent NOM --reason TEXTE]
                  [NUMERO --seen --agent NOM --reason TEXTE] [--json] [--lang fr|en]

  Ce que le courrier ne tranche pas seul. Sans référence, la liste : les lettres à décider, dont les avis de la poste
  se contredisent ou que le transporteur refuse ; les avis venus trop tard, ou qui nomment une lettre inconnue ; les
  lettres mises de côté, qui partent d'elles-mêmes une fois l'obstacle levé. Nul n'y est nommé : les permis le sont par
  le numéro de leur ligne dans le registre.

  --notified-on JOUR   la lettre fut notifiée ce jour-là : le permis en reçoit l'acte, et la loi suit
  --not-notified       elle ne le fut pas : elle repart
  --seen               l'avis tardif, ou d'une lettre inconnue, a été regardé ; rien ne bouge
  --agent NOM          qui décide
  --reason TEXTE       ce qui fut constaté, en français, sans donnée personnelle ; le conducteur peut le lire
  --json               la liste en JSON (examine/1)

  Fin : 0 ; 1 si la décision ne peut pas être prise, et pourquoi ; 2 si la commande est refusée.

  Exemples :
    mespoints examine
    mespoints examine 0000000012-1 --notified-on 2024-03-08 --agent "B. Leroy" --reason "l'avis porte une signature"

mespoints examine [REFERENCE (--notified-on DAY | --not-notified) --agent NAME --reason TEXT]
                  [NUMBER --seen --agent NAME --reason TEXT] [--json] [--lang fr|en]

  What the mail does not settle by itself. Without a reference, the list: the letters to decide, whose receipts
  contradict one another or that the carrier turned down; the receipts that came too late, or that name an unknown
  letter; the letters put aside, which leave by themselves once what stops them is mended. Nobody is named: licences
  are, by the number of their row in the register.

  --notified-on DAY    the letter was notified on that day: its licence receives the act, and the law follows
  --not-notified       it was not: it leaves again
  --seen               the late receipt, or that of an unknown letter, was looked into; nothing moves
  --agent NAME         who decides
  --reason TEXT        what was found, in French, without personal data; the driver may read it
  --json               the list as JSON (examine/1)

  Exit status: 0; 1 if the decision cannot be taken, and why; 2 if the command is refused.

  Examples:
    mespoints examine
    mespoints examine 0000000012-1 --notified-on 2024-03-08 --agent "B. Leroy" --reason "l'avis porte une signature"
""",
    "notices": """\
mespoints notices [--json] [--lang fr|en]

  Envoyer les courriels qui préviennent d'une connexion : au titulaire dont une adresse électronique est connue, quand
  et par quel moyen, sans lien ; et les réponses aux demandes de relevé venues par courriel, le relevé avec. À lancer
  toutes les minutes. Chacun part une fois au plus. Une connexion vieille d'un jour ne s'annonce plus ; une réponse que
  le serveur refuse, ou dont nul ne sait si elle est partie, attend un agent, à la page de la demande.

  --json               le compte rendu en JSON (notices/1)

  Fin : 0 ; 1 s'il en reste à envoyer ; 2 si la commande est refusée.

  Exemple :
    mespoints notices

mespoints notices [--json] [--lang fr|en]

  Send the e-mails that tell of a sign-in: to the holder whose e-mail address is known, when and by which means, without
  a link; and the replies to requests for a record that came by e-mail, the record with them. To be run every minute.
  Each leaves once at most. A sign-in is told no more after a day; a reply that the server refuses, or of which nobody
  knows whether it left, waits for an agent on the page of its request.

  --json               the report as JSON (notices/1)

  Exit status: 0; 1 if some are left to send; 2 if the command is refused.

  Example:
    mespoints notices --json
""",
    "codes": """\
mespoints codes [--neph --agent NOM [--lost]] [--json] [--lang fr|en]

  Un nouveau code confidentiel, par lettre simple à l'adresse déclarée, avec le prochain courrier. Le code est tiré
  quand la lettre se compose ; il n'est écrit que sur elle, et personne ne peut le relire. Le précédent sert jusque-là.
  Une seule demande à la fois par permis. Sans option, ce qui attend, et pourquoi ; nul n'y est nommé.

  --neph               demander un code : le numéro de dossier est demandé, ou lu sur l'entrée standard
  --agent NOM          qui demande, pour la personne qu'il a reconnue
  --lost               le code est perdu ou volé : il ne sert plus, dès maintenant
  --json               ce qui attend, en JSON (codes/1)

  Fin : 0 ; 1 si ce numéro n'est pas dans le registre ; 2 si la commande est refusée.

  Exemples :
    mespoints codes
    mespoints codes --neph --agent B.LEROY --lost

mespoints codes [--neph --agent NAME [--lost]] [--json] [--lang fr|en]

  A new confidential code, by simple letter to the address declared, with the next mail. The code is drawn when the
  letter is composed; it is written on it alone, and nobody can read it again. The former one serves until then. One
  request at a time for a licence. Without options, what waits, and why; nobody is named.

  --neph               ask for a code: the file number is asked for, or read on standard input
  --agent NAME         who asks, for the person whom they have recognised
  --lost               the code is lost or stolen: it serves no more, from now on
  --json               what waits, as JSON (codes/1)

  Exit status: 0; 1 if that number is not in the register; 2 if the command is refused.

  Examples:
    mespoints codes
    mespoints codes --neph --agent B.LEROY --lost
""",
    "duties": """\
mespoints duties -o REPERTOIRE [--on JOUR] [--json] [--lang fr|en]

  Ce que deviennent les obligations nées d'une lettre, pour ceux qui y donnent suite : au procureur de la République,
  les stages qu'un 48N ordonnait et qui ne furent pas suivis dans les quatre mois (art. R. 223-4) ; au préfet, les
  titres qu'un 48SI ordonnait de remettre et qui ne le furent pas dans les dix jours francs (art. L. 223-5) ; au
  comptable, les amendes qu'un stage suivi à temps remplace (art. R. 223-8, IV). Une liste par destinataire et par
  département du domicile, en CSV et en PDF, dans un répertoire avec un manifeste (duties/1). Nul n'est signalé deux
  fois ; ce qui n'est plus vrai est retiré par la liste suivante. Le conducteur voit qui fut saisi. Interrompue, la
  commande se relance : un répertoire visible est entier.

  -o, --output REPERTOIRE  où écrire
  --on AAAA-MM-JJ          le jour de la liste (aujourd'hui, et pas au-delà)
  --json                   le compte rendu en JSON

  Exemple :
    mespoints duties -o /srv/listes

mespoints duties -o FOLDER [--on DAY] [--json] [--lang fr|en]

  What became of the duties that a letter opened, for those who act upon it: to the procureur de la République, the
  stages that a 48N ordered and that were not followed within four months (art. R. 223-4); to the préfet, the titles
  that a 48SI ordered to hand in and that were not within ten jours francs (art. L. 223-5); to the comptable, the fines
  that a stage followed in time replaces (art. R. 223-8, IV). One list for each recipient and each département of
  residence, as CSV and as PDF, in a folder with a manifest (duties/1). Nobody is reported twice; what is true no more
  is withdrawn by the next list. The driver sees who was told. Interrupted, the command is run again: a folder that is
  visible is whole.

  -o, --output FOLDER      where to write
  --on YYYY-MM-DD          the day of the list (today, and no later)
  --json                   the report as JSON

  Example:
    mespoints duties -o /srv/lists
""",
    "close-letters": """\
mespoints close-letters --loaded-on JOUR [--up-to JOUR] [--apply] [--json] [--lang fr|en]

  Après la reprise d'un autre registre (mespoints load), dire que ses lettres ont déjà été envoyées : celles que doivent
  les permis enregistrés ce jour-là, pour les mouvements qu'il a apportés. Elles gardent leur place dans la vie du
  permis, avec leur raison ; à faire avant le premier courrier. Sans --apply, un essai : leur nombre seul.

  --loaded-on JOUR     le jour de la reprise
  --up-to JOUR         le dernier jour dont l'ancien système a envoyé les lettres (la veille de la reprise)
  --apply              les clore
  --json               le compte en JSON (close-letters/1)

  Exemple :
    mespoints close-letters --loaded-on 2026-11-01 --apply

mespoints close-letters --loaded-on DAY [--up-to DAY] [--apply] [--json] [--lang fr|en]

  After the take-over of another register (mespoints load), say that its letters were sent already: those owed by the
  licences recorded on that day, for the movements that it brought. They keep their place in the life of the licence,
  with their reason; to be done before the first mail. Without --apply, a rehearsal: their count alone.

  --loaded-on DAY      the day of the load
  --up-to DAY          the last day whose letters the former system has sent (the eve of the load)
  --apply              close them
  --json               the count as JSON (close-letters/1)

  Example:
    mespoints close-letters --loaded-on 2026-11-01 --apply
""",
}

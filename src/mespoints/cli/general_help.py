"""What ``mespoints --help`` shows: every command on a line, in French, then in English."""

GENERAL = """\
mespoints : le permis à points français, en logiciel libre

  mespoints statement DOSSIER   le relevé d'un dossier : solde, mouvements et leurs raisons, échéances
  mespoints forecast DOSSIER    ce qui vient ensuite, l'utilité d'un stage, et ce qui viendrait si...
  mespoints ics DOSSIER         les dates à venir, en fichier d'agenda
  mespoints check RELEVE        ce que l'administration montre, comparé à ce que la loi donne
  mespoints bareme [MOTS]       les points de chaque infraction
  mespoints letters --samples   une lettre de chaque sorte, pour une personne inventée
  mespoints intake FICHIER      alimenter le registre
  mespoints feeds               ce que sont devenues les lignes des fichiers reçus
  mespoints replay              reprendre celles qui sont refusées ou qui attendent
  mespoints samples REPERTOIRE  des fichiers d'exemple de chaque flux
  mespoints load FICHIER        reprendre un registre entier
  mespoints generate            inventer un registre
  mespoints nightly             la nuit du registre : ce que le temps seul apporte
  mespoints dispatch            le courrier : les lettres dues, ce que la poste en dit
  mespoints examine             les lettres qui attendent quelqu'un, et ce qu'il décide
  mespoints close-letters       clore les lettres qu'un registre repris avait déjà envoyées
  mespoints codes               un nouveau code confidentiel par lettre
  mespoints notices             les courriels de chaque minute : connexions, demandes
  mespoints duties              les listes du procureur, du préfet et du comptable
  mespoints erase               ce que la loi veut effacer du registre
  mespoints agents              les comptes du guichet : ouvrir, lister, fermer
  mespoints sessions            les sessions ouvertes : compter, terminer
  mespoints figures             compter les chiffres du service, ouverts à tous
  mespoints authorities         les autorités qui interrogent /api/v1 : enregistrer, lister, fermer, compter
  mespoints accesses            qui a consulté quel dossier, pour le contrôle
  mespoints purge-accesses      effacer les accès de plus d'un an
  mespoints seal                sceller ce qui fut écrit depuis le sceau précédent
  mespoints verify              vérifier tout le registre
  mespoints backup -o FICHIER   copier toute la base pendant que le service continue
  mespoints restore FICHIER     remettre une copie dans une base vide, et la vérifier
  mespoints rebuild             refaire les comptes à partir des actes
  mespoints verify-document     un document est-il authentique
  mespoints roles               les rôles de PostgreSQL et leurs droits
  mespoints nation replay ACTES  rejouer des millions de permis, d'un fichier ou du registre
  mespoints nation export       écrire les actes du registre en colonnes
  mespoints nation synthesize    inventer un pays
  mespoints nation audit         rejouer le registre et le comparer à ce qu'il a porté
  mespoints nation reform REFORME  essayer une réforme sur un pays
  mespoints serve               servir les pages
  mespoints demo                la démonstration : un registre de personnes inventées, sur cette machine

  mespoints COMMANDE --help     l'aide d'une commande
  mespoints --version           la version

mespoints: the French points driving licence, as open software

  mespoints statement DOSSIER   the statement of a file: balance, movements and their reasons, deadlines
  mespoints forecast DOSSIER    what comes next, whether a course (stage) is worth it, and what would come if...
  mespoints ics DOSSIER         the days to come, as a calendar file
  mespoints check RELEVE        what the administration shows, held against what the law gives
  mespoints bareme [WORDS]      the points of each offence
  mespoints letters --samples   one letter of each kind, for an invented person
  mespoints intake FILE         feed the register
  mespoints feeds               what became of the lines of the files taken in
  mespoints replay              try again those that were refused or wait
  mespoints samples FOLDER      sample files of every feed
  mespoints load FILE           take a whole register over
  mespoints generate            invent a register
  mespoints nightly             the night of the register: what time alone brings
  mespoints dispatch            the mail: the letters owed, what the post says of them
  mespoints examine             the letters that wait for a person, and what that person decides
  mespoints close-letters       close the letters that a register taken over had sent already
  mespoints codes               a new confidential code by letter
  mespoints notices             the e-mails of every minute: sign-ins, requests
  mespoints duties              the lists for the procureur, the préfet and the comptable
  mespoints erase               what the law wants erased from the register
  mespoints agents              the accounts of the desk: open, list, close
  mespoints sessions            the sessions that are open: count, end
  mespoints figures             count the figures of the service, open to all
  mespoints authorities         the authorities that ask through /api/v1: register, list, close, count
  mespoints accesses            who looked at which file, for those who check
  mespoints purge-accesses      let the accesses older than a year go
  mespoints seal                seal what was written since the seal before
  mespoints verify              check the whole register
  mespoints backup -o FILE      copy the whole database while the service goes on
  mespoints restore FILE        bring a copy back into an empty database, and verify it
  mespoints rebuild             make the accounts again from the acts
  mespoints verify-document     whether a document is authentic
  mespoints roles               the roles of PostgreSQL and their rights
  mespoints nation replay ACTS   replay millions of licences, of a file or of the register
  mespoints nation export       write the acts of the register as columns
  mespoints nation synthesize    invent a country
  mespoints nation audit         replay the register and compare it with what it posted
  mespoints nation reform REFORM   try a reform on a country
  mespoints serve               serve the pages
  mespoints demo                the demonstration: a register of invented people, on this machine

  mespoints COMMAND --help      the help of a command
  mespoints --version           the version
"""

"""The help of ``mespoints agents``: French, then English."""

AGENTS_HELP = {
    "agents": """\
mespoints agents [add --name NOM --service SERVICE --departement NN --role ROLE --email ADRESSE --idp ANNUAIRE
                      [--uid IDENTIFIANT] --by QUI | close NUMERO] [--json] [--lang fr|en]

  Les comptes du guichet, tous sans autre mot. Un compte s'ouvre avant la première connexion : l'invitation nomme
  l'adresse professionnelle et l'annuaire (idp_id) ; la première personne qui en vient dans le mois est liée au compte
  par ProConnect. Ensuite l'adresse ne joue plus aucun rôle. Un compte ne se modifie pas : un autre rôle est un autre
  compte.

  --name NOM           pour les collègues ; le conducteur lit le service et le numéro du compte
  --service SERVICE    « Préfecture de la Loire-Atlantique »
  --departement NN     celui dont l'agent valide les saisies
  --role ROLE          instruction, validation, audit ou exploitation
  --idp ANNUAIRE       l'un de MESPOINTS_PC_IDPS
  --uid IDENTIFIANT    celui de la personne dans l'annuaire, s'il est connu
  --by QUI             qui ouvre le compte
  --json               un compte par ligne (agent/1) ; sinon des valeurs séparées par des tabulations

  Fin : 0 ; 2 si la commande est refusée.

  Exemple :
    mespoints agents close 12

mespoints agents [add --name NAME --service SERVICE --departement NN --role ROLE --email ADDRESS --idp DIRECTORY
                      [--uid IDENTIFIER] --by WHO | close NUMBER] [--json] [--lang fr|en]

  The accounts of the desk, all of them without another word. An account is opened before the first sign-in: the
  invitation names the address at work and the directory (idp_id); the first person who comes from there within a month
  is bound to the account by ProConnect. From then on the address plays no part. An account is never edited: another
  role is another account.

  --name NAME          for colleagues; the driver reads the service and the number of the account
  --service SERVICE    "Préfecture de la Loire-Atlantique"
  --departement NN     the one whose entries the agent validates
  --role ROLE          instruction, validation, audit or exploitation
  --idp DIRECTORY      one of MESPOINTS_PC_IDPS
  --uid IDENTIFIER     that of the person in the directory, when it is known
  --by WHO             who opens the account
  --json               one account a line (agent/1); otherwise values between tabs

  Exit status: 0; 2 if the command is refused.

  Example:
    mespoints agents --json
""",
}

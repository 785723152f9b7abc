"""The help of the commands about documents: French, then English."""

DOCUMENTS_HELP = {
    "verify-document": """\
mespoints verify-document FICHIER [--certificates PEM] [--on JOUR] [--lang fr|en]

  Dire si un document de ce service est authentique, et ce que dit son sceau : relevé ou attestation en PDF, ou texte lu
  dans le sceau. Hors ligne : il suffit des certificats que le service publie (page « Vérifier un document »). FICHIER :
  un fichier, ou - pour l'entrée standard.

  --certificates PEM   les certificats (ceux du fichier de MESPOINTS_DOCUMENT_KEY)
  --on AAAA-MM-JJ      le jour auquel une attestation doit valoir (aujourd'hui)
  --lang fr|en         la langue (fr)

  Fin : 0 si le document est authentique et vaut ce jour-là ; 1 s'il est refusé ou n'est plus valable ; 2 si la commande
  est refusée.

  Exemple :
    mespoints verify-document attestation.pdf --certificates certificats.pem

mespoints verify-document FILE [--certificates PEM] [--on DAY] [--lang fr|en]

  Tell whether a document of this service is authentic, and what its seal says: a record or a certificate of rights as
  PDF, or the text read in the seal. Off line: the certificates that the service publishes (page "Verify a document")
  are enough. FILE: a file, or - for standard input.

  --certificates PEM   the certificates (those of the file of MESPOINTS_DOCUMENT_KEY)
  --on YYYY-MM-DD      the day on which a certificate of rights must be in force (today)
  --lang fr|en         the language (fr)

  Exit status: 0 if the document is authentic and in force that day; 1 if it is refused or out of date; 2 if the command
  is refused.

  Example:
    mespoints verify-document attestation.pdf --certificates certificates.pem --lang en
""",
}

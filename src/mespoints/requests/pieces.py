"""Who asks for a record, by which channel, with which pieces, and what they may have of it.

The holder has the relevé intégral (Code de la route, art. L. 225-3); a lawyer and a mandataire, only whether the
licence exists, its categories and its validity (art. L. 225-5, 1°); nobody else is given anything here (art. L. 225-6).
"""

POST, EMAIL, COUNTER, ONLINE = "post", "email", "counter", "online"
CHANNELS = (POST, EMAIL, COUNTER, ONLINE)

HOLDER, LAWYER, MANDATAIRE = "holder", "lawyer", "mandataire"
EMPLOYER, INSURER, THIRD_PERSON = "employer", "insurer", "third_person"
REFUSED = (EMPLOYER, INSURER, THIRD_PERSON)
REQUESTERS = (HOLDER, LAWYER, MANDATAIRE, *REFUSED)
"""By the words of ``law.access``."""

VALID, SUSPENDED, LOST = "valid", "suspended", "lost"
LICENCE_STATES = (VALID, SUSPENDED, LOST)
"""What the requester says of the title: a suspended one was handed in, a lost one cannot be shown."""

LICENCE, IDENTITY, ENVELOPE = "licence", "identity", "envelope"
SUSPENSION_NOTICE, LOSS_RECEIPT, MANDATE = "suspension_notice", "loss_receipt", "mandate"
PIECES = (LICENCE, SUSPENSION_NOTICE, LOSS_RECEIPT, IDENTITY, ENVELOPE, MANDATE)

RELEVE, RESTREINT = "releve", "restreint"
DOCUMENTS = {HOLDER: RELEVE, LAWYER: RESTREINT, MANDATAIRE: RESTREINT}
"""What each may have, by the words of « Mes documents »."""

OF_LICENCE = {VALID: LICENCE, SUSPENDED: SUSPENSION_NOTICE, LOST: LOSS_RECEIPT}
"""What stands for the title."""


def required_pieces(channel: str, licence_state: str, requester: str = HOLDER) -> tuple[str, ...]:
    """The pieces to check before anything leaves, in the order in which people are told them.

    Code de la route, art. R. 225-6, I, as the préfectures apply it. On line, the sign-in says who asks. A lawyer shows
    no mandate: their word is enough before the administration (loi n° 71-1130, art. 6).
    """
    if channel == ONLINE:
        return ()
    pieces = [OF_LICENCE[licence_state], IDENTITY]
    if channel == POST:
        pieces.append(ENVELOPE)
    if requester == MANDATAIRE:
        pieces.append(MANDATE)
    return tuple(pieces)

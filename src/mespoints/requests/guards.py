"""What of requests and claims the database refuses to change once written.

Events stay. What is told of people stays as it came, and may go once the request or the claim is closed: the purge.
"""

from mespoints.register.triggers import Guard


def closed(table: str, condition: str) -> str:
    """Whether the request or the claim of a row is closed."""
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition} AND {table}.closed_on IS NOT NULL)"  # noqa: S608 - our own names


OF_REQUEST = closed("requests_recordrequest", "requests_recordrequest.id = OLD.record_request_id")
OF_DEPARTURE = closed(
    "requests_recordrequest",
    "requests_recordrequest.id = (SELECT e.record_request_id FROM requests_recordevent e WHERE e.id = OLD.event_id)",
)
# A first message opens no request: it goes once its reply has gone.
ANSWERED = "NOT EXISTS (SELECT 1 FROM requests_departure WHERE requests_departure.message_id = OLD.id)"
OF_CLAIM = closed("requests_claim", "requests_claim.id = OLD.claim_id")
OF_EVENT = closed(
    "requests_claim",
    "requests_claim.id = (SELECT e.claim_id FROM requests_claimevent e WHERE e.id = OLD.event_id)",
)

GUARDS = {
    "requests_recordrequest": Guard(
        (("reference",),), may_change=("state", "due_on", "closed_on", "licence_id"),
    ),
    "requests_applicant": Guard(number="record_request_id", may_go=(OF_REQUEST, OF_REQUEST)),
    "requests_recordevent": Guard((("record_request_id", "sequence"),), stamped="at"),
    "requests_firstmessage": Guard((("reference",),), may_go=(ANSWERED, ANSWERED)),
    "requests_departure": Guard(
        (("event_id",), ("message_id",)), may_change=("state", "document", "left_on", "by", "receipt"),
        may_go=(f"{OF_DEPARTURE} OR OLD.event_id IS NULL", f"{OF_DEPARTURE} OR OLD.event_id IS NULL"),
    ),
    "requests_claim": Guard((("reference",),), may_change=("state", "due_on", "closed_on", "licence_id")),
    "requests_claimant": Guard(number="claim_id", may_go=(OF_CLAIM, OF_CLAIM)),
    "requests_claimevent": Guard((("claim_id", "sequence"),), stamped="at"),
    "requests_claimmessage": Guard(number="event_id", may_go=(OF_EVENT, OF_EVENT)),
    "requests_attachment": Guard(
        (("name",),), may_go=(f"{OF_REQUEST} OR {OF_CLAIM}", f"{OF_REQUEST} OR {OF_CLAIM}")
    ),
}  # fmt: skip

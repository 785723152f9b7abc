"""Why a sign-in stops. The person reads a page for each; the log keeps the word and a detail without personal data."""

from enum import StrEnum


class Problem(StrEnum):
    """One value for each page that a person may land on."""

    STALE = "stale"
    """This return was used, is older than ten minutes, or began in another browser."""
    ABANDONED = "abandoned"
    """The person, or the provider for them, gave up."""
    UNAVAILABLE = "unavailable"
    """The provider does not answer, or says that it cannot."""
    REFUSED = "refused"
    """What came back is not what a sound provider sends us, or our configuration is wrong."""
    REPRESENTATIVE = "representative"
    """A helper acts for the person."""
    FOREIGN = "foreign"
    """An identity of another State of the Union: no civil status to compare."""
    DENIED = "denied"
    """The operator lets nobody in, for now, with the kind of account that was used."""
    NOT_FOUND = "not_found"
    """No licence, or no certain one, is this person's."""
    REVIEW = "review"
    """An agent must look."""
    REVIEW_PIECES = "review_pieces"
    """An agent asks for pieces."""
    REVIEW_REFUSED = "review_refused"
    """Two agents refused, on the pieces that they saw."""
    NO_ACCOUNT = "no_account"
    """ProConnect knows the person; no open account of ours is theirs."""
    OTHER_PROVIDER = "other_provider"
    """The person comes from a directory that this service does not take, or no longer from theirs."""


class SignInError(Exception):
    """A sign-in that goes no further. ``detail`` is for the log: a word of ours, never a value received.

    ``id_token`` when the provider has opened a session that the person may want to end; ``reference``
    when an agent is asked.
    """

    def __init__(self, problem: Problem, detail: str, *, id_token: str = "", reference: str = "") -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
        self.id_token = id_token
        self.reference = reference

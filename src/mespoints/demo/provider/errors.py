"""The three ways in which FranceConnect says no: a page of its own, a return to the client, a JSON answer."""


class PageError(Exception):
    """The browser stays here and reads a code beginning with Y: the client cannot be trusted with the answer."""

    def __init__(self, code: str, sentence: str, status: str = "400 Bad Request") -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
        self.status = status


class ReturnedError(Exception):
    """The browser goes back to the client's redirect_uri with ``error`` and ``error_description``."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(f"{error}: {description}")
        self.error = error
        self.description = description


class AnsweredError(Exception):
    """The client's server, not a browser, gets a JSON error (RFC 6749, 5.2; RFC 6750, 3.1)."""

    def __init__(self, error: str, description: str, status: str = "400 Bad Request") -> None:
        super().__init__(f"{error}: {description}")
        self.error = error
        self.description = description
        self.status = status

"""Why a letter cannot be written."""


class LetterRefused(ValueError):
    """A letter that cannot be written. ``reasons``: in French, each names a field; none repeats personal data."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ; ".join(reasons))
        self.reasons = reasons

"""What the provider remembers: in memory, for a while, under keys that cannot be guessed."""

import secrets
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")
Clock = Callable[[], float]


class Shelf(Generic[Item]):
    """Items that vanish ``seconds`` after they were put or last renewed."""

    def __init__(self, seconds: int, clock: Clock) -> None:
        self.seconds = seconds
        self._clock = clock
        self._items: dict[str, tuple[float, Item]] = {}
        self._lock = threading.Lock()

    def put(self, item: Item, key: str | None = None) -> str:
        """Keep the item, under a new key unless one is given, and return the key."""
        chosen = key or secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._items = {held: entry for held, entry in self._items.items() if now < entry[0]}
            self._items[chosen] = (now + self.seconds, item)
        return chosen

    def get(self, key: str) -> Item | None:
        """The item, or None when the key is unknown or too old."""
        with self._lock:
            entry = self._items.get(key)
        return entry[1] if entry is not None and self._clock() < entry[0] else None

    def take(self, key: str) -> Item | None:
        """The item, which can then be had no more."""
        with self._lock:
            entry = self._items.pop(key, None)
        return entry[1] if entry is not None and self._clock() < entry[0] else None

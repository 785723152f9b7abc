"""The drivers of the portal's tests and the agents of the desk's, for pages that tell of both."""

from tests.desk.conftest import new_agent, place
from tests.portal.conftest import at, visit

__all__ = ["at", "new_agent", "place", "visit"]

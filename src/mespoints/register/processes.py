"""What a process that another one forked does first: end with it."""

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """From now on stop at once when the parent is gone, however it ended: the database undoes what was half done."""
    threading.Thread(target=wait_for_its_end, daemon=True).start()


def wait_for_its_end() -> None:
    """Wait for the parent, then stop. A process that nobody forked waits for nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""The garbage collector at rest while many objects are composed that all stay."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No collection inside; afterwards the collector is as it was, whatever happened.

    Nodes, figures and judgements hold no cycles, and all of them are kept to the end: looking through
    them again and again finds nothing and takes three times as long as reading them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def no_collection_at_exit() -> None:
    """End the process without looking through all that it holds, a tenth of a run: the system takes it back at once."""
    atexit.register(gc.freeze)

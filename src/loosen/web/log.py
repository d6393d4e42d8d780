"""A log without a person in it: when, where in the program, and what kind of fault; never what somebody wrote."""

import logging
import traceback
from collections.abc import Iterator


class Impersonal(logging.Formatter):
    """Messages, addresses and values may hold personal things, so only their shape is kept."""

    def format(self, record: logging.LogRecord) -> str:
        """Return time, level, logger and the message without its values; for a fault its kind and its places."""
        status = getattr(record, "status_code", "")
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.msg} {status}".rstrip()
        return "\n  ".join((head, *self._fault(record)))

    def _fault(self, record: logging.LogRecord) -> Iterator[str]:
        if record.exc_info and record.exc_info[0]:
            yield record.exc_info[0].__name__
            for frame in traceback.extract_tb(record.exc_info[2]):
                yield f"at {frame.filename}:{frame.lineno} in {frame.name}"

"""The personal server's worker: it ends with the server that started it."""

import os
import threading
import time

from loosen.web.wsgi import application

__all__ = ["application"]

LOOK_EVERY_S = 0.1


def _end_with_the_server() -> None:
    """Leave at once when the server is gone: nobody could stop this process any more, and it would hold the port."""
    while str(os.getppid()) == os.environ["LOOSEN_SERVER"]:
        time.sleep(LOOK_EVERY_S)
    os._exit(1)


threading.Thread(target=_end_with_the_server, daemon=True).start()

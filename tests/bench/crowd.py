"""A crowd of visitors who ask for one page over and over, and how many answers they get."""

import threading
import time

from tests.real_server import Visitor


def answers_a_second(visitors: list[Visitor], path: str, seconds: float) -> float:
    """Let every visitor ask without a pause, each in a thread of their own, and count the answers."""
    counts = [0] * len(visitors)
    start = threading.Barrier(len(visitors) + 1)
    until = [float("inf")]

    def ask(number: int) -> None:
        start.wait()
        while time.monotonic() < until[0]:
            answer = visitors[number].get(path)
            assert answer.status == 200, f"{path} answered {answer.status}"
            counts[number] += 1

    threads = [threading.Thread(target=ask, args=(number,), daemon=True) for number in range(len(visitors))]
    for thread in threads:
        thread.start()
    until[0] = time.monotonic() + seconds
    start.wait()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds

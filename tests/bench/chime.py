"""When chimes are heard against when they were planned, on the real page, while the main thread is blocked."""

import json
import os
import shutil
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.figures import Figure
from tests.real_server import RealServer

BUDGET_MS = 20.0
END_PAIR_S = 1.4
"""Seconds between the two bowls of the end; see pure/tones.js."""

BUSY = """setInterval(() => { const from = performance.now(); while (performance.now() - from < 200); }, 1000);"""
"""The main thread is blocked for 200 ms of every second."""

EAR = """
  class Ear extends AudioWorkletProcessor {
    constructor() { super(); this.past = []; this.deafUntil = 0; }
    process([input]) {
      const samples = input[0] ?? [];
      let sum = 0;
      for (const sample of samples) sum += sample * sample;
      const level = Math.sqrt(sum / (samples.length || 1));
      this.past.push(level);
      const before = this.past.length > 12 ? this.past.shift() : 0;
      if (level > 0.004 && level > 2.5 * before && currentTime > this.deafUntil) {
        this.deafUntil = currentTime + 0.5;
        this.port.postMessage(currentTime);
      }
      return true;
    }
  }
  registerProcessor("ear", Ear);
"""
"""Hears, in the sound thread, when something begins: a rise within a few hundredths of a second."""

LISTEN = f"""
  window.heard = [];
  const address = URL.createObjectURL(new Blob([{json.dumps(EAR)}], {{ type: "text/javascript" }}));
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...more) {{
    if (to instanceof AudioDestinationNode) {{
      to.context.audioWorklet.addModule(address).then(() => {{
        const ear = new AudioWorkletNode(to.context, "ear");
        ear.port.onmessage = (message) => window.heard.push(message.data);
        connect.call(this, ear);
      }});
    }}
    return connect.call(this, to, ...more);
  }};
"""

FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def measure() -> Iterator[Figure]:
    """Yield how far the worst chime of a movement of several parts was from its plan, and how many were heard."""
    with TemporaryDirectory() as folder, RealServer(Path(folder), ("demo",)) as server, sync_playwright() as play:
        path = os.environ.get("LOOSEN_CHROMIUM") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        context = browser.new_context(bypass_csp=True)  # for the ear alone, which is a blob
        context.add_init_script(BUSY + LISTEN)
        page = context.new_page()
        page.goto(server.link)
        page.goto(f"{server.url}/today/")
        page.goto(server.url + str(page.locator("a[href^='/sessions/']").first.get_attribute("href")))
        plan = _plan(json.loads(_bundle(page)))
        heard = _heard(page, context.new_cdp_session(page), plan)
        browser.close()
    late = [abs((a - heard[0]) - (b - plan[0])) for a, b in zip(heard, plan, strict=False)]
    yield Figure("Chimes heard of one movement and the end", len(heard), "chimes", at_least=len(plan))
    yield Figure("Chime, furthest from its plan with a blocked page", 1000 * max(late), "ms", at_most=BUDGET_MS)


def _bundle(page: Page) -> str:
    """Return the session's data; the player keeps it out of the page once it has read it."""
    answer = page.request.get(page.url).text()
    return answer.split('<script type="application/json">', 1)[1].split("</script>", 1)[0]


def _plan(bundle: dict[str, Any]) -> list[float]:
    """Return the seconds of the last movement's chimes, from its first cue, and of the pair at the end."""
    here, steps = bundle["start"], 0
    while steps < bundle["steps"] - 1:
        here, steps = bundle["places"][here]["links"]["done"][0], steps + 1
    cues = bundle["plays"][bundle["places"][here]["play"]]["cues"]
    begins = [0.0, *accumulate(bundle["phrases"][cue[0]][0] for cue in cues)]
    chimes = [at_s for at_s, cue in zip(begins, cues, strict=False) if len(cue) == 6 and cue[5] == 1]
    return [*chimes, begins[-1], begins[-1] + END_PAIR_S]


def _heard(page: Page, session: CDPSession, plan: list[float]) -> list[float]:
    """Walk to the last movement with real taps, let it play, and return when chimes began on the audio clock."""
    _tap(page, "begin")
    steps = int(page.locator("[data-part='progress']").inner_text().split(" of ")[1].split(",")[0])
    for _ in range(steps - 1):
        _tap(page, "ready")
        _tap(page, "done")
    before = len(_onsets(session))
    _tap(page, "ready")
    page.wait_for_selector("player-screen[data-panel='end']", timeout=1000 * (plan[-1] + 60))
    page.wait_for_timeout(3000)
    return _onsets(session)[before:]


def _tap(page: Page, name: str) -> None:
    page.wait_for_timeout(700)
    page.locator(f"[data-tap='{name}']:visible").first.click()


def _onsets(session: CDPSession) -> list[float]:
    """Read what was heard, without the reading counting as somebody's tap."""
    question = {"expression": "JSON.stringify(window.heard)", "userGesture": False}
    return [float(at_s) for at_s in json.loads(session.send("Runtime.evaluate", question)["result"]["value"])]

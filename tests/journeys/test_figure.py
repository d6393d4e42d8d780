"""The figure in a real browser, under the product's own content policy: stills and the moving element."""

import functools
import http.server
import json
import shutil
import threading
from pathlib import Path

import pytest

from loosen.content.loading import scores
from loosen.render.drawing import drawing

STATIC = Path(__file__).resolve().parents[2] / "src/loosen/web/static/loosen"
DRAWINGS = {slug: drawing(scores()[slug]) for slug in ("knee-to-chest", "seated-rotation")}

PAGE = """<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Figure</title>
<link rel="stylesheet" href="css/figure.css"><link rel="stylesheet" href="page.css">
<body class="look skin-7 hue-black top-yellow legs-pine">
<svg id="still" class="fig" viewBox="0 0 {width} {height}"><use href="stills/knee-to-chest.svg#hugging"/></svg>
<moving-figure><svg><title>still</title></svg><script type="application/json">{drawing}</script></moving-figure>
<script type="module" src="elements/moving-figure.js"></script></body></html>"""

PATHS = "[...document.querySelectorAll('moving-figure path')].map((path) => path.getAttribute('d')).join()"
PICTURES = "document.querySelectorAll('moving-figure > svg').length"


class _Site(http.server.SimpleHTTPRequestHandler):
    """The statics as the product sends them: nothing inline may run or style."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(STATIC, folder, dirs_exist_ok=True)
    (folder / "page.css").write_text("svg, moving-figure { inline-size: 300px; block-size: 300px }")
    (folder / "favicon.ico").write_bytes(b"")
    _, _, width, height = DRAWINGS["knee-to-chest"]["box"]
    played = json.dumps(DRAWINGS["knee-to-chest"])
    (folder / "page.html").write_text(PAGE.format(width=width, height=height, drawing=played))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Site, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    server.shutdown()


@pytest.fixture
def page(browser, site):
    page = browser.new_page()
    page.complaints = []
    page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
    page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
    page.goto(site)
    page.wait_for_selector("moving-figure[data-drawn]")
    yield page
    assert page.complaints == []
    page.close()


def colours(page):
    """How many pixels of the still have the colour of Kofi's shirt, and of Sam's."""
    shot = page.locator("#still").screenshot()
    return page.evaluate(
        """async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
          canvas.drawImage(image, 0, 0);
          const { data } = canvas.getImageData(0, 0, image.width, image.height);
          const near = (i, colour) => colour.every((value, k) => Math.abs(data[i + k] - value) < 12);
          const places = Array.from({ length: data.length / 4 }, (_, i) => 4 * i);
          const count = (colour) => places.filter((i) => near(i, colour)).length;
          return [count([0xe0, 0xb1, 0x3c]), count([0x58, 0xa8, 0xa2])];
        }""",
        list(shot),
    )


class TestAStill:
    def test_it_takes_the_colours_of_the_person_on_the_page(self, page):
        kofi, sam = colours(page)

        assert kofi > 100
        assert sam == 0


class TestTheMovingFigure:
    def test_it_replaces_the_still_inside_it(self, page):
        assert page.evaluate(PICTURES) == 1
        assert page.locator("moving-figure title").count() == 0

    def test_each_moment_is_another_picture(self, page):
        page.evaluate("document.querySelector('moving-figure').show({ from: 'rest', to: 'hugging', u: 0.3 })")
        before = page.evaluate(PATHS)
        page.evaluate("document.querySelector('moving-figure').show({ from: 'rest', to: 'hugging', u: 0.6 })")

        assert page.evaluate(PATHS) != before

    def test_from_now_it_comes_to_rest_from_where_it_stopped(self, page):
        shown = """(moments) => {
          const figure = document.querySelector('moving-figure');
          for (const moment of moments) figure.show(moment);
          return [...figure.querySelectorAll('path')].map((path) => path.getAttribute('d')).join();
        }"""
        there = {"from": "rest", "to": "hugging", "u": 0.6}
        stopped = page.evaluate(shown, [there])

        assert page.evaluate(shown, [there, {"from": "now", "to": "rest", "u": 0}]) == stopped
        rest = page.evaluate(shown, [{"from": "rest", "to": "rest", "u": 1}])
        assert page.evaluate(shown, [there, {"from": "now", "to": "rest", "u": 1}]) == rest

    def test_another_movement_fades_in_and_the_one_before_leaves(self, page):
        page.evaluate("(next) => document.querySelector('moving-figure').change(next)", DRAWINGS["seated-rotation"])
        page.wait_for_function(f"{PICTURES} === 1")

        assert page.evaluate("document.querySelector('moving-figure').drawing.first") == "centre"

    def test_in_a_loop_it_moves_by_itself(self, page):
        page.evaluate("document.querySelector('moving-figure').setAttribute('loop', '')")
        before = page.evaluate(PATHS)

        page.wait_for_function(f"(before) => {PATHS} !== before", arg=before)

    def test_with_reduced_motion_it_stands_still_between_its_pictures(self, page):
        page.emulate_media(reduced_motion="reduce")
        page.evaluate("document.querySelector('moving-figure').setAttribute('loop', '')")
        page.wait_for_timeout(300)
        before = page.evaluate(PATHS)
        page.wait_for_timeout(700)

        assert page.evaluate(PATHS) == before

"""The preview of a movement that somebody writes, in a real browser: what it says when there is nothing to draw."""

import shutil
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from loosen.content.loading import HERE
from loosen.web import preview
from loosen.web.preview import Server, Watched
from loosen.web.serving import Address
from tests.real_server import free_port

pytestmark = pytest.mark.journey


@pytest.fixture
def opened(browser, tmp_path: Path, monkeypatch):
    """Open the preview of two movements at one of them; `change` alters what the page is told of cat-cow."""
    monkeypatch.setattr(preview, "WAIT_S", 0.3)
    for slug in ("hip-hinge", "cat-cow"):
        shutil.copy(HERE / "movements" / f"{slug}.toml", tmp_path)
    with ExitStack() as closing:

        def open_at(slug, change):
            class Altered(Watched):
                def drawn(self):
                    news = super().drawn()
                    for movement in news["movements"]:
                        if movement["slug"] == "cat-cow":
                            change(movement)
                    return news

            served = closing.enter_context(Server(Altered(tmp_path), Address("127.0.0.1", free_port())))
            threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
            closing.callback(served.shutdown)
            page = closing.enter_context(browser.new_context()).new_page()
            page.goto(f"http://127.0.0.1:{served.server_port}/#{slug}")
            return page

        yield open_at


def undrawn(movement):
    movement["leaf"] = None


def without_postures(movement):
    movement["leaf"]["drawing"]["poses"] = {}


class TestAMovementWithoutADrawing:
    def test_has_its_words_alone_and_not_the_picture_of_another(self, opened):
        page = opened("hip-hinge", undrawn)
        page.wait_for_selector("moving-figure > svg", state="attached")

        page.evaluate("location.hash = '#cat-cow'")
        page.locator("[data-name]").filter(has_text="Cat-cow").wait_for()

        assert page.locator("moving-figure > svg").count() == 0
        assert page.locator("[data-caption]").inner_text()


class TestADrawingThatCannotBeMade:
    def test_is_said_as_it_is_and_not_as_a_preview_that_stopped(self, opened):
        page = opened("cat-cow", without_postures)

        page.locator("[data-told]").filter(has_not_text="Looking at the file").wait_for()

        assert "It cannot be drawn yet" in page.locator("[data-told]").inner_text()

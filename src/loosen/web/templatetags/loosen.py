"""Marks, icons and media queries for the page head: the little things every template needs."""

from datetime import time
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from loosen.content.looks import USUAL, classes_of
from loosen.core.journal import DayPart
from loosen.web.people.models import User
from loosen.web.people.own_times import clock
from loosen.web.stills import Still

register = template.Library()

MARK = mark_safe(  # our own drawing, the same as img/mark.svg, in the colours of the page
    '<svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">'
    '<circle class="glyph-disc" cx="13" cy="29" r="8"/>'
    '<path class="glyph-body" d="M23.5 37.5C28.5 34.4 32 39.4 38 38.1'
    'C44.4 36.7 42.2 17.5 48 17.5C54 17.5 53.6 29.8 58.6 38.6"/>'
    '<path class="glyph-ground" d="M5 46.5H59"/></svg>'
)

WHY = mark_safe(  # a small disc on a line: beside a sentence that explains a change, and nowhere else
    '<svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">'
    '<circle class="glyph-disc" cx="14" cy="13" r="7"/><path class="glyph-line" d="M3 24h22"/></svg>'
)

_LINE = '<path class="glyph-line" d="M4 28h32"/></svg>'
_SKY = '<svg class="sun" viewBox="0 0 40 40" aria-hidden="true" focusable="false">'
_LOW = (  # half under the line: the ground hides what is below
    '<clipPath id="above-{0}"><path d="M0 0h40v28H0Z"/></clipPath>'
    '<circle class="glyph-disc" cx="{1}" cy="{2}" r="9" clip-path="url(#above-{0})"/>'
)
_ROAD = '<path class="glyph-line" d="{0}"/><circle class="glyph-disc" cx="{1}" cy="20" r="6"/></svg>'
SUNS = {  # the day in four pictures: the disc half over the line, high, low, and hollow below it; then a small one, a
    # large one, and a road at whose beginning, and at whose end, it stands
    "morning": mark_safe(_SKY + _LOW.format("morning", 11, 26) + _LINE),
    "noon": mark_safe(_SKY + '<circle class="glyph-disc" cx="20" cy="13" r="9"/>' + _LINE),
    "afternoon": mark_safe(_SKY + _LOW.format("afternoon", 29, 23) + _LINE),
    "bedtime": mark_safe(
        _SKY + '<path class="glyph-line" d="M4 14h32"/><circle class="glyph-hollow" cx="20" cy="27" r="8"/></svg>'
    ),
    "small": mark_safe(_SKY + '<circle class="glyph-disc" cx="20" cy="22" r="4.5"/>' + _LINE),
    "full": mark_safe(_SKY + '<circle class="glyph-disc" cx="20" cy="15" r="12"/>' + _LINE),
    "before-run": mark_safe(_SKY + _ROAD.format("M4 29c13 0 18-9 32-9", 10)),
    "after-run": mark_safe(_SKY + _ROAD.format("M4 20c14 0 19 9 32 9", 30)),
}

LIGHT = {"light": "all", "dark": "not all"}
DARK = {"light": "not all", "dark": "screen"}


@register.simple_tag
def mark() -> SafeString:
    """Return the product's mark: somebody on a mat with bent knees, one stroke and one disc."""
    return MARK


@register.simple_tag
def why() -> SafeString:
    """Return the sign that stands beside every reason."""
    return WHY


@register.simple_tag
def sun(part: str) -> SafeString:
    """Return the picture of a part of the day."""
    return SUNS[part]


@register.simple_tag
def owner(person: User) -> str:
    """Return a name for a person's drawer in the browser, which tells nobody who they are."""
    return salted_hmac("loosen.player", str(person.pk)).hexdigest()[:16]


@register.simple_tag
def icon(name: str, look: str = "") -> SafeString:
    """Return one of our icons; it is decoration, the word stands beside it."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        look,
        static("loosen/img/icons.svg"),
        name,
    )


@register.simple_tag
def still(drawn: Still, sheet: str = "", says: str = "") -> SafeString:
    """Return a still from the page's joined drawing, or from its movement's own file; decoration unless it `says`."""
    found = f"{sheet}#{drawn.name}" if sheet else f"{static(f'loosen/stills/{drawn.slug}.svg')}#{drawn.posture}"
    words = format_html('role="img" aria-label="{}"', says) if says else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="fig" focusable="false" {}><use href="{}" width="100%" height="100%"/></svg>', words, found
    )


@register.simple_tag(takes_context=True)
def tab(context: template.Context, path: str, name: str, words: str, *also: str) -> SafeString:
    """Return one of the four tabs, and say when the person is on it, or on a page that belongs to it."""
    here: Any = context.get("request")
    current = mark_safe(' aria-current="page"') if here is not None and here.path.startswith((path, *also)) else ""
    return format_html('<a href="{}"{}>{}<span>{}</span></a>', path, current, icon(name), words)


@register.filter
def light_media(theme: str | None) -> str:
    """Return the media query under which light colours hold."""
    return LIGHT.get(theme or "", "(prefers-color-scheme: light)")


@register.filter
def dark_media(theme: str | None) -> str:
    """Return the media query under which dark.css holds: the person's choice, else the device's; never on paper."""
    return DARK.get(theme or "", "screen and (prefers-color-scheme: dark)")


@register.filter
def contrast_media(contrast: str | None) -> str:
    """Return the media query under which contrast.css holds."""
    return "screen" if contrast == "more" else "(prefers-contrast: more)"


@register.filter
def schemes(theme: str | None) -> str:
    """Return the colour schemes the page may take, so that nothing flashes before the style sheets come."""
    return theme if theme in LIGHT else "light dark"


@register.filter
def plain_number(number: float | None) -> str:
    """Return 4.0 as 4 and 4.5 as it is; where there is none, say so."""
    return "too few" if number is None else f"{number:g}"


@register.filter
def on_screen(person: object) -> str:
    """Return who is on screen for somebody: the words of a look of their own, else a person to begin with, by name."""
    return str(getattr(person, "look", "") or getattr(person, "figure", "") or USUAL)


@register.simple_tag
def own_hour(person: User, part: DayPart) -> str:
    """Return about when somebody has a session: "About 7:15"; empty where nothing was kept."""
    at: str = person.times.get(part.value, "")
    return f"About {clock(time.fromisoformat(at))}" if at else ""


@register.simple_tag
def own_time(person: User, part: DayPart) -> str:
    """Return when and where somebody has a session: "About 7:15. By the window"; empty where nothing was kept."""
    return ". ".join(filter(None, (own_hour(person, part), person.place)))


@register.filter
def look(said: str) -> str:
    """Return the classes that carry the colours of who is on screen."""
    return classes_of(said)

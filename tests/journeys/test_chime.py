"""The chime as it sounds: its pitch, its fall, its loudness, and nothing that hurts older ears."""

import base64
import cmath
import json
import math
from array import array

import pytest

pytestmark = pytest.mark.journey

RATE = 48_000

RENDER = """async ([seconds, device, call]) => {
  const context = new OfflineAudioContext(1, seconds * RATE, RATE);
  const { [call]: play } = await import(device);
  if (call === "strike") play(context, context.destination, 0.1);
  else play(context, context.destination, 0.1, { breath: "in", durationS: 4 });
  const samples = (await context.startRendering()).getChannelData(0);
  let text = "";
  const bytes = new Uint8Array(samples.buffer);
  for (let n = 0; n < bytes.length; n += 32768) text += String.fromCharCode(...bytes.subarray(n, n + 32768));
  return btoa(text);
}""".replace("RATE", str(RATE))


@pytest.fixture(scope="module")
def rendered(browser, demo_house):
    """Render a sound with the product's own modules, on a page of the product."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{demo_house.address}/signs/")

    manifest = next(demo_house.folder.rglob("staticfiles.json"))
    served = json.loads(manifest.read_text())["paths"]

    def render(seconds, device, call):
        samples = array("f")
        address = f"{demo_house.address}/static/{served[f'loosen/devices/{device}.js']}"
        samples.frombytes(base64.b64decode(page.evaluate(RENDER, [seconds, address, call])))
        return samples

    yield render
    context.close()


@pytest.fixture(scope="module")
def bowl(rendered):
    return rendered(4, "chime", "strike")


@pytest.fixture(scope="module")
def sea(rendered):
    return rendered(5, "sea", "breathe")


def spectrum(samples, start_s, points=65_536):
    """Power by frequency of a stretch under a Hann window; the step is RATE / points hertz."""
    first = int(start_s * RATE)
    stretch = [samples[first + n] * (0.5 - 0.5 * math.cos(2 * math.pi * n / points)) for n in range(points)]
    return [abs(value) ** 2 for value in fourier(stretch)[: points // 2]]


def fourier(values):
    """The discrete Fourier transform of a power of two of values."""
    if len(values) == 1:
        return values
    even, odd = fourier(values[::2]), fourier(values[1::2])
    half = len(even)
    turned = [cmath.exp(-2j * math.pi * n / len(values)) * odd[n] for n in range(half)]
    return [even[n] + turned[n] for n in range(half)] + [even[n] - turned[n] for n in range(half)]


def hz(place, points=65_536):
    return place * RATE / points


def loudest(power, low_hz, high_hz):
    """Frequency and power of the strongest line between two frequencies."""
    points = 2 * len(power)
    places = [place for place in range(len(power)) if low_hz <= hz(place, points) <= high_hz]
    best = max(places, key=lambda place: power[place])
    return hz(best, points), power[best]


def level(samples, start_s, seconds=0.1):
    """Root mean square of a stretch."""
    part = samples[int(start_s * RATE) : int((start_s + seconds) * RATE)]
    return math.sqrt(sum(value * value for value in part) / len(part))


def loudness_lufs(samples, start_s, seconds=0.4):
    """Momentary loudness as ITU-R BS.1770-4 weighs it, of one sound from two loudspeakers."""
    weighed = filtered(filtered(samples, SHELF), HIGH_PASS)
    mean = level(weighed, start_s, seconds) ** 2
    return -0.691 + 10 * math.log10(2 * mean)


SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585))
HIGH_PASS = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
"""The two filters of BS.1770-4 at 48 kHz: forward and backward coefficients."""


def filtered(samples, coefficients):
    (b0, b1, b2), (a1, a2) = coefficients
    x1 = x2 = y1 = y2 = 0.0
    out = []
    for x in samples:
        y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        x1, x2, y1, y2 = x, x1, y, y1
        out.append(y)
    return out


class TestTheBowl:
    def test_sounds_at_392_hertz_with_two_softer_partials(self, bowl):
        power = spectrum(bowl, 0.1)

        lowest, second, third = (loudest(power, low, high) for low, high in ((350, 450), (700, 850), (1050, 1250)))

        assert [round(one[0]) for one in (lowest, second, third)] == [
            pytest.approx(392, abs=2),
            pytest.approx(784, abs=2),
            pytest.approx(1137, abs=2),
        ]
        assert lowest[1] > second[1] > third[1]

    def test_has_nothing_above_one_and_a_half_kilohertz(self, bowl):
        power = spectrum(bowl, 0.05)

        above = sum(value for place, value in enumerate(power) if hz(place) > 1500)

        assert 10 * math.log10(above / sum(power)) < -50

    def test_comes_up_softly_and_rings_for_two_and_a_half_seconds(self, bowl):
        peak = max(level(bowl, 0.1 + n / 100, 0.01) for n in range(10))

        fall_db = 20 * math.log10(level(bowl, 0.1 + 0.015 + 1.25, 0.02) / level(bowl, 0.12, 0.02))

        assert level(bowl, 0.1, 0.003) < peak / 3
        assert fall_db == pytest.approx(-31, abs=2.5)
        assert level(bowl, 2.7, 0.5) < peak / 1000

    def test_is_about_as_loud_as_a_bowl_in_the_next_room(self, bowl):
        assert loudness_lufs(bowl, 0.1) == pytest.approx(-20, abs=1)


class TestTheBreathTone:
    def test_rises_by_four_semitones_on_the_way_in(self, sea):
        early, late = (loudest(spectrum(sea, at_s, 16_384), 200, 300)[0] for at_s in (0.5, 3.3))

        semitones = 12 * math.log2(late / early)

        assert 2 <= semitones <= 4  # between two moments inside the breath

    def test_comes_from_nothing_and_goes_to_nothing(self, sea):
        middle = level(sea, 2.1, 0.2)

        assert level(sea, 0.1, 0.05) < middle / 20
        assert level(sea, 4.05, 0.05) < middle / 20

    def test_is_softer_than_the_chime(self, sea, bowl):
        assert loudness_lufs(sea, 1.9) < loudness_lufs(bowl, 0.1) - 3

/** The player: the page's list of cues as one screen that leads through the session. It decides nothing. */

import { Speaker } from "../devices/audio.js";
import { Band } from "../devices/band.js";
import { SessionClock } from "../devices/clock.js";
import { Outbox } from "../devices/outbox.js";
import { forget, keep, kept } from "../devices/snapshot.js";
import { Voice } from "../devices/voice.js";
import { WakeLock } from "../devices/wake-lock.js";
import { sounds } from "../pure/agenda.js";
import { opened } from "../pure/bundle.js";
import { goesOnBy, SLEPT_S } from "../pure/clock.js";
import { begin, fits, follow, happening, inPosition, pass, placeOf, undo } from "../pure/session.js";
import { due, lines } from "../pure/speech.js";
import { FADE_S } from "../pure/tones.js";
import { isSomethingElse, mayTakeBack, playOf, viewOf } from "../pure/view.js";

/** @typedef {import("../pure/session.js").Walk} Walk */

/** Seconds ahead for which sounds are planned: a hidden page may be woken only once a minute. */
const AHEAD_S = 75;

/** Milliseconds between two looks at the clock while the page is hidden and nothing is painted. */
const LOOK_MS = 500;

/** Milliseconds between two frames: thirty a second are plenty for a breath. */
const FRAME_MS = 32;

/** Milliseconds between two snapshots of where the person is. */
const SNAPSHOT_MS = 2000;

/** Where the session is over, and nothing is left to carry on with. */
const OVER = new Set(["end", "rise"]);

/** A hair of a second: what begins at this very moment is still to be said. */
const JUST_S = 0.01;

export class BreathPlayer extends HTMLElement {
  #speaker = new Speaker();
  #clock = new SessionClock(this.#speaker);
  #band = new Band(this.#speaker, this.#clock);
  #voice = new Voice(document.documentElement.lang);
  #awake = new WakeLock();
  /** @type {Outbox} */ // @ts-expect-error made in connectedCallback, when the page's attributes are there
  #outbox;
  /** @type {any} the bundle as it was sent */
  #sent = null;
  /** @type {import("../pure/bundle.js").Bundle} */ // @ts-expect-error as above
  #bundle;
  /** @type {Walk} */ // @ts-expect-error as above
  #walk;
  /** @type {import("../pure/view.js").Mode} */
  #mode = "ready";
  #lastS = 0;
  /** Up to which second of this place everything was said. */
  #saidS = -JUST_S;
  #paintedMs = 0;
  #savedMs = 0;
  #tappedMs = Number.NEGATIVE_INFINITY;
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #stillWished = false;
  #drawn = "";

  connectedCallback() {
    const { owner = "", events = "", token = "" } = this.dataset;
    this.#outbox = new Outbox({ owner, to: events, token });
    this.#sent = JSON.parse(this.querySelector("script[type='application/json']")?.textContent ?? "{}");
    const template = this.querySelector("template");
    if (template) this.replaceChildren(template.content.cloneNode(true));
    document.body.classList.add("at-session");
    this.#restore();
    this.#screen?.addEventListener("tap", (event) => this.#tapped(/** @type {CustomEvent<string>} */ (event).detail));
    this.addEventListener("sound", () => this.#tune());
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("visibilitychange", () => this.#pass());
    addEventListener("pagehide", () => this.#save());
    setInterval(() => this.#pass(), LOOK_MS);
    this.#paint();
    requestAnimationFrame(() => this.#frame());
  }

  /** @returns {import("./player-screen.js").PlayerScreen | null} */
  get #screen() {
    return this.querySelector("player-screen");
  }

  /** @returns {import("./sound-settings.js").Settings} */
  get #settings() {
    return /** @type {import("./sound-settings.js").SoundSettings} */ (this.querySelector("sound-settings")).settings;
  }

  /** Where the person was, when the page was loaded again in mid-session; else the beginning. */
  #restore() {
    const found = kept(this.dataset.owner ?? "", this.#sent);
    if (found) this.#sent = found.sent;
    this.#open();
    const resumed = found !== null && fits(this.#bundle, found.walk);
    this.#walk = resumed ? found.walk : begin(this.#bundle);
    this.#screen?.classList.toggle("resumed", resumed);
    // Back from the page a card leads to: the session is over, but a mistaken tap can still be taken back.
    if (resumed && placeOf(this.#bundle, this.#walk).kind === "card") this.#mode = "paused";
    this.#apply();
  }

  /** Open the bundle at the person's pace. */
  #open() {
    this.#bundle = opened(this.#sent, this.#settings.countS);
  }

  /** Sounds as the person set them. */
  #apply() {
    const { chime, tone, voice, volume, still } = this.#settings;
    this.#stillWished = still;
    this.#band.chime = chime;
    this.#band.tone = tone;
    this.#voice.on = voice;
    this.#voice.volume = volume;
    this.#speaker.volume = volume;
  }

  /** A setting changed: what is planned is thrown away and planned anew; another pace keeps the place in the cue. */
  #tune() {
    const before = this.#bundle.countS;
    this.#pass();
    this.#apply();
    this.#open();
    const { changeS, atS } = this.#walk;
    const stretched = changeS + ((atS - changeS) * this.#bundle.countS) / before;
    this.#walk = { ...this.#walk, atS: atS > changeS ? stretched : atS };
    this.#band.fade(FADE_S);
  }

  /** @param {string} tap */
  #tapped(tap) {
    this.#pass();
    if (tap === "begin" || tap === "anew") return this.#begin(tap === "anew");
    if (tap === "pause") return this.#mode === "paused" ? this.#go() : this.#pause();
    if (tap === "leave") return this.#leave();
    this.#speaker.wake();
    this.#hush();
    const before = this.#walk;
    this.#walk = this.#after(tap);
    if (this.#walk === before) return;
    this.#tappedMs = tap === "undo" ? Number.NEGATIVE_INFINITY : performance.now();
    this.#saidS = this.#walk.atS - JUST_S;
    this.#arrive();
    if (this.#mode === "paused") this.#go();
    else this.#plan();
  }

  /** @param {string} tap @returns {Walk} */
  #after(tap) {
    if (tap === "ready") return inPosition(this.#walk);
    if (tap === "undo") return undo(this.#walk, this.#tell);
    return follow(this.#bundle, this.#walk, tap, { tapped: true, tell: this.#tell });
  }

  /** @param {import("../pure/session.js").Happening} event */
  #tell = (event) => this.#outbox.tell(event);

  /** @param {boolean} anew */
  #begin(anew) {
    if (anew) this.#walk = begin(this.#bundle);
    if (this.#walk.trail.length === 0)
      this.#tell({ ...happening(this.#bundle, this.#walk, "began"), repetitions: null });
    // Nobody waits for the sound: until it runs the page's own clock holds, and the time goes over without a jump.
    this.#speaker.wake();
    this.#go();
    this.#arrive();
  }

  #go() {
    this.#mode = "going";
    this.#lastS = this.#clock.now();
    this.#plan();
    this.#awake.hold();
    this.#paint();
  }

  #pause() {
    this.#mode = "paused";
    this.#hush();
    this.#awake.release();
    this.#save();
    this.#paint();
  }

  #leave() {
    this.#hush();
    const over = this.#mode === "ready" || goesOnBy(placeOf(this.#bundle, this.#walk)) === undefined;
    if (!over) this.#tell(happening(this.#bundle, this.#walk, "left"));
    this.#mode = "ready";
    this.#save();
  }

  /** Everything that sounds falls silent. */
  #hush() {
    this.#band.fade(FADE_S);
    this.#voice.hush();
  }

  /** Let the time go by: follow what is over, speak what is due, plan what will sound. */
  #pass() {
    const passedS = this.#clock.now() - this.#lastS;
    this.#lastS += passedS;
    if (this.#mode !== "going" || !this.#bundle) return;
    if (passedS > SLEPT_S) return this.#pause();
    const before = this.#walk;
    this.#walk = pass(this.#bundle, before, passedS, this.#tell);
    this.#plan();
    if (before.place !== this.#walk.place) this.#saidS = -JUST_S;
    this.#speak();
    if (before.place !== this.#walk.place) this.#arrive();
    if (this.#isUp()) this.#awake.release();
    if (performance.now() - this.#savedMs > SNAPSHOT_MS) this.#save();
  }

  /** Whether the way up after the session has been gone. */
  #isUp() {
    return placeOf(this.#bundle, this.#walk).kind === "rise" && this.#walk.atS > this.#walk.changeS;
  }

  /** Plan what will sound, from the instant of the last look at the clock. */
  #plan() {
    this.#band.plan(sounds(this.#bundle, this.#walk, AHEAD_S), this.#lastS);
  }

  #speak() {
    const { atS } = this.#walk;
    const say = due(lines(this.#bundle, this.#walk), this.#saidS, atS);
    this.#saidS = atS;
    if (!say) return;
    const seconds = this.#voice.speak(say);
    if (seconds) this.#band.stepBack(seconds);
    else this.#screen?.tell(say);
  }

  /** Another place was reached. */
  #arrive() {
    const place = placeOf(this.#bundle, this.#walk);
    this.#save();
    this.#paint();
    if (place.kind === "end") this.#awake.release();
    if (place.kind === "rise") this.#awake.hold();
    if (place.kind === "card" && place.href) {
      this.#outbox.send();
      location.assign(place.href);
    }
  }

  #save() {
    this.#savedMs = performance.now();
    if (this.#walk.trail.length === 0 && this.#mode === "ready") return;
    if (OVER.has(placeOf(this.#bundle, this.#walk).kind)) return forget();
    keep({ owner: this.dataset.owner ?? "", sent: this.#sent, walk: this.#walk });
  }

  #frame() {
    requestAnimationFrame(() => this.#frame());
    const now = performance.now();
    if (now - this.#paintedMs < FRAME_MS) return;
    this.#paintedMs = now;
    this.#pass();
    this.#paint();
  }

  #paint() {
    const screen = this.#screen;
    const stage = screen?.stage;
    if (!screen || !stage) return;
    const view = viewOf(this.#bundle, this.#walk, this.#mode);
    const drawing = this.#bundle.drawings[view.drawing];
    screen.show(view, this.#mode);
    const agoMs = performance.now() - this.#tappedMs;
    screen.mayTakeBack(this.#mode !== "ready" && mayTakeBack(this.#bundle, this.#walk, agoMs));
    if (!drawing) return;
    stage.still = this.#still.matches || this.#stillWished;
    if (view.underway && !(stage.still && this.#mode === "ready")) {
      this.#drawn = "";
      return stage.film(view.underway, view.frame.breath);
    }
    const side = view.frame.cue?.side ?? null;
    if (this.#drawn !== view.drawing) stage.set(drawing, playOf(this.#bundle, this.#walk).name, side);
    this.#drawn = view.drawing;
    stage.show(view.frame, drawing, view.move);
  }

  /** The space bar pauses, unless it belongs to what has the focus; Escape goes back. @param {KeyboardEvent} event */
  #key(event) {
    const place = placeOf(this.#bundle, this.#walk);
    if (this.#mode === "ready") return;
    if (event.key === "Escape" && isSomethingElse(place)) return this.#tapped("undo");
    const busy = event.target instanceof Element && event.target.closest("button, a, input, select, summary");
    if (event.key !== " " || busy || place.kind !== "play") return;
    event.preventDefault();
    this.#tapped("pause");
  }
}

customElements.define("breath-player", BreathPlayer);

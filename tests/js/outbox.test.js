/** What waits to be told: in order, each once, and nobody else's. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Outbox } from "../../src/loosen/web/static/loosen/devices/outbox.js";
import { after, BATCH, isUrgent, next, put, waitS, without } from "../../src/loosen/web/static/loosen/pure/outbox.js";
import { uuid7 } from "../../src/loosen/web/static/loosen/pure/uuid.js";

const letter = (id, owner = "maria", to = "/sessions/a/events/") => ({ id, owner, to, event: { id } });

describe("the outbox", () => {
  test("keeps the order and takes each letter once", () => {
    const letters = [letter("1"), letter("2"), letter("1")].reduce(put, []);

    assert.deepEqual(
      letters.map(({ id }) => id),
      ["1", "2"],
    );
  });

  test("sends one person's letters to one address at a time", () => {
    const letters = [letter("1", "tom"), letter("2"), letter("3", "maria", "/sessions/b/events/"), letter("4")];

    assert.deepEqual(
      next(letters, "maria").map(({ id }) => id),
      ["2", "4"],
    );
  });

  test("sends no more at a time than a closing page may", () => {
    const letters = Array.from({ length: 200 }, (_, n) => letter(String(n)));

    assert.equal(next(letters, "maria").length, BATCH);
  });

  test("forgets what the server has, and nothing else", () => {
    const sent = [letter("1"), letter("2")];
    const { gone } = after(200, sent, ["1"]);

    assert.deepEqual(
      without([...sent, letter("3")], gone).map(({ id }) => id),
      ["2", "3"],
    );
  });

  test("keeps everything when there is no network, no sign-in or a server in trouble", () => {
    for (const status of [0, 401, 403, 500]) {
      assert.deepEqual(after(status, [letter("1")], []), { gone: [], onceMore: "later" });
    }
  });

  test("tries a refused list one by one, so that one bad letter holds nobody up", () => {
    assert.equal(after(422, [letter("1"), letter("2")], []).onceMore, "singly");
    assert.deepEqual(after(422, [letter("1")], []).gone, ["1"]);
  });

  test("waits longer after each try, never longer than a minute", () => {
    assert.deepEqual([0, 1, 3, 30].map(waitS), [1, 2, 8, 60]);
  });

  test("does not let the sharp ones wait", () => {
    assert.deepEqual(["sharp", "answer", "done"].map(isUrgent), [true, true, false]);
  });
});

describe("a drawer that is full", () => {
  test("loses no letter: what does not fit is told while the page is open", async (t) => {
    const before = JSON.stringify([letter("old")]);
    const told = [];
    const full = () => {
      throw new Error("full");
    };
    t.mock.method(globalThis, "fetch", async (_to, { body }) => {
      told.push(...JSON.parse(body).map(({ id }) => id));
      return { status: 503 };
    });
    globalThis.addEventListener = () => {};
    globalThis.localStorage = { getItem: () => before, setItem: full, removeItem() {} };
    t.mock.method(globalThis, "setTimeout", () => 0);

    const outbox = new Outbox({ owner: "maria", to: "/sessions/a/events/", token: "" });
    await new Promise(setImmediate);
    const sharp = outbox.tell({ event: "sharp", movement: "hinge" });
    await new Promise(setImmediate);

    assert.deepEqual(told, ["old", "old", sharp]);
  });
});

describe("an id made on the device", () => {
  const chance = new Uint8Array(10).fill(255);

  test("is a UUID of version 7 with its time in front", () => {
    assert.equal(uuid7(0x0198_1234_5678, chance), "01981234-5678-7fff-bfff-ffffffffffff");
  });

  test("comes later in the order when it was made later", () => {
    assert.ok(uuid7(1_000_000, chance) < uuid7(1_000_001, new Uint8Array(10)));
  });
});

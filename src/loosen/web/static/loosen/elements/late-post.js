/** What a session could not tell before its page was left (no network, no sign-in) is told from the next page. */

/** `<late-post data-owner data-token>`; with `anew` the page is loaded again, for it may look different then. */
class LatePost extends HTMLElement {
  async connectedCallback() {
    if (!somethingWaits()) return;
    // Only now are the modules of the post fetched: nearly always nothing waits, and a page stays light.
    const { Outbox } = await import("../devices/outbox.js");
    const { owner = "", token = "" } = this.dataset;
    new Outbox({ owner, to: "", token, told: () => this.hasAttribute("anew") && location.reload() });
  }
}

function somethingWaits() {
  try {
    return (localStorage.getItem("loosen-outbox") ?? "[]") !== "[]";
  } catch {
    return false;
  }
}

customElements.define("late-post", LatePost);

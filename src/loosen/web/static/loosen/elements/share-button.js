/** A button that hands the words of another element to the device's own sharing. Hidden where there is none. */

/** `<share-button hidden words="id"><button type="button">…</button></share-button>` */
class ShareButton extends HTMLElement {
  connectedCallback() {
    this.hidden = typeof navigator.share !== "function";
    this.addEventListener("click", this.share);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.share);
  }

  async share() {
    const words = document.getElementById(this.getAttribute("words") ?? "");
    try {
      await navigator.share({ title: document.title, text: words?.innerText ?? "" });
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === "AbortError")) throw fault;
    }
  }
}

customElements.define("share-button", ShareButton);

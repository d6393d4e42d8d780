/** A button that prints the page. Without script it stays hidden: it could do nothing. */

/** `<print-button hidden><button type="button">…</button></print-button>` */
class PrintButton extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", print);
  }

  disconnectedCallback() {
    this.removeEventListener("click", print);
  }
}

function print() {
  globalThis.print();
}

customElements.define("print-button", PrintButton);

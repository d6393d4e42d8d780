/** The browser's own drawer: small things that outlive a reload. A full or forbidden drawer is an empty one. */

/**
 * @param {string} key
 * @returns {any} null when there is nothing, or nothing that can be read
 */
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may refuse: then a reload begins the session anew, and what waits is told while the page is open.
  }
}

/** @param {string} key */
export function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

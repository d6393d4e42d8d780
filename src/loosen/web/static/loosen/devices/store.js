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
 * @returns {boolean} false where the drawer is full or forbidden: then the value lives as long as the page
 */
export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
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

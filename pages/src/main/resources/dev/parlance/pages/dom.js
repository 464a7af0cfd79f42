/**
 * Creates an element. An attribute with a function adds a listener; `false`, `undefined` and `null` are left out, of attributes and
 * of children. Text is always added as text, never as HTML.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== false && child !== null));
  return element;
}

/** Creates an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat());
  return element;
}

/** The element with this id. */
export function place(id) {
  return document.getElementById(id);
}

/**
 * Shows a list of items in an element. Elements of items that were there before are kept, so that focus, selection and scrolling
 * survive. What was there before the first list, such as a skeleton, is removed. `create(item)` makes an element, `update(element, item)` fills it.
 */
export function showAll(parent, items, {key, create, update = () => {}}) {
  parent.querySelectorAll(':scope > :not([data-key])').forEach(child => child.remove());
  const old = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let next = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let element = old.get(name);
    if (element) {
      old.delete(name);
    } else {
      element = create(item);
      element.dataset.key = name;
    }
    update(element, item);
    if (element === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(element, next);
    }
  }
  old.forEach(element => element.remove());
}

/** Creates an element. An attribute with a function adds a listener; `false` and `undefined` are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== undefined && child !== false));
  return element;
}

/** Sends a request to the simulator. Shows an error message at the top of the page. */
export async function post(path, request) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(request),
    });
    if (!response.ok) {
      notice(await response.text());
    }
    return response.ok;
  } catch {
    notice('The simulator does not respond.');
    return false;
  }
}

export function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text;
  place.hidden = !text;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => { place.hidden = true; }, 8000);
}

export function clock(instant) {
  return new Date(instant).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit', second: '2-digit'});
}

/** An element with these attributes and children; a function stands for a listener, `false` and `undefined` for nothing. */
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

/** Asks the simulator to do something; what it cannot do is shown on top of the page. */
export async function post(path, wish) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(wish),
    });
    if (!response.ok) {
      notice(await response.text());
    }
    return response.ok;
  } catch {
    notice('The simulator does not answer.');
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

const COMPARED = 'vs.';
const OWN = new Set(['link', 'compare', 'unit', 'rows', 'columns']);

/**
 * What the page shows: one or two filters, the link that opened it, the period, the cross table. All of it is in the URL. The key of a
 * link to log in, after the `#`, is removed.
 */
export function readState(search = location.search) {
  const parameters = new URLSearchParams(search);
  const first = [];
  const second = [];
  for (const [name, value] of parameters) {
    if (name.startsWith(COMPARED)) {
      second.push([name.slice(COMPARED.length), value]);
    } else if (!OWN.has(name)) {
      first.push([name, value]);
    }
  }
  return {
    filters: parameters.has('compare') ? [first, second] : [first],
    link: parameters.get('link') ?? '',
    unit: parameters.get('unit') ?? '',
    rows: parameters.get('rows') ?? '',
    columns: parameters.get('columns') ?? '',
  };
}

/** The state as the query of the page's URL. */
export function toQuery({filters, link, unit, rows, columns}) {
  const parameters = new URLSearchParams(filters[0]);
  if (filters.length > 1) {
    parameters.set('compare', '1');
    filters[1].forEach(([name, value]) => parameters.append(COMPARED + name, value));
  }
  for (const [name, value] of Object.entries({link, unit, rows, columns})) {
    if (value) {
      parameters.set(name, value);
    }
  }
  return parameters.toString();
}

/** Runs after each change of the state, also by the browser's buttons. */
export function onStateChange(action) {
  addEventListener('popstate', action);
  addEventListener('statechange', action);
}

/** Goes to a state: one can come back with the browser's button. */
export function go(state) {
  const query = toQuery(state);
  if (query !== location.search.slice(1)) {
    history.pushState(null, '', query ? `?${query}` : location.pathname);
    dispatchEvent(new Event('statechange'));
  }
}

/** Removes the key that a link to log in has. */
export function forgetKey() {
  if (location.hash.includes('key=')) {
    history.replaceState(null, '', location.pathname + location.search);
  }
}

import {readState} from './state.js';

/** What the server refuses, or that it can't be reached. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Gets JSON from a route of the page, with the page's own link and a filter. */
export async function get(route, filter = [], more = {}, signal = undefined) {
  return request(`${route}?${query(filter, more)}`, {signal});
}

/** The address of a download or a chart. */
export function address(route, filter = [], more = {}) {
  const text = query(filter, more).toString();
  return text ? `${route}?${text}` : route;
}

function query(filter, more) {
  const parameters = new URLSearchParams(filter);
  const {link} = readState();
  for (const [name, value] of Object.entries({...more, link})) {
    if (value !== '' && value !== undefined) {
      parameters.set(name, value);
    }
  }
  return parameters;
}

/** Sends a form. */
export async function post(route, fields) {
  return request(route, {method: 'POST', body: new URLSearchParams(fields)});
}

async function request(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    throw new Refused(0, 'The server does not answer.');
  }
  const isJson = response.headers.get('Content-Type')?.includes('json');
  if (!response.ok) {
    const problem = isJson ? await response.json() : {};
    throw new Refused(response.status, problem.error ?? `The server answered with status ${response.status}.`);
  }
  return response.json();
}

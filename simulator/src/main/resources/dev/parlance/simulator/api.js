import {toast} from './design/toast.js';

/** Sends a request to the simulator. Shows an error as a message. Returns whether it was done. */
export async function post(path, request = {}) {
  return (await ask(path, request)) !== undefined;
}

/** Sends a request and returns the answer's JSON, `{}` without one, or undefined after an error. */
export async function ask(path, request) {
  try {
    const response = await fetch(path, request === undefined ? {} : {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(request),
    });
    if (!response.ok) {
      toast(await response.text(), {isError: true});
      return undefined;
    }
    return response.status === 204 ? {} : await response.json();
  } catch {
    toast('The simulator does not respond.', {isError: true});
    return undefined;
  }
}

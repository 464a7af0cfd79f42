import {toast} from './design/toast.js';

/** Loads JSON, or text with `{as: 'text'}`. Throws an error with a message for the user. */
export async function load(path, {as = 'json'} = {}) {
  const response = await fetch(path).catch(() => { throw new Error('The simulator does not answer.'); });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response[as]();
}

/** Sends a request. Returns the response, or undefined after telling the user what went wrong. */
export async function send(path, request) {
  try {
    const response = await fetch(path, {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(request),
    });
    if (response.ok) {
      return response;
    }
    toast(await response.text(), {isError: true});
  } catch {
    toast('The simulator does not answer.', {isError: true});
  }
  return undefined;
}

/** Runs an action, and tells the user what went wrong. */
export async function reporting(action) {
  try {
    return await action();
  } catch (problem) {
    toast(problem.message, {isError: true});
    return undefined;
  }
}

/** Saves text as a file. */
export function saveFile(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

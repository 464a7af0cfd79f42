import {toast} from './design/toast.js';

/** Loads JSON, or text with `{as: 'text'}`; with a request, by POST. Throws an error with a message for the user. */
export async function load(path, {as = 'json', request} = {}) {
  const how = request && {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(request)};
  const response = await fetch(path, how).catch(() => { throw new Error('The simulator does not answer.'); });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response[as]();
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

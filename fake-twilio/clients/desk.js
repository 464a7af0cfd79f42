'use strict';

// The program that runs the fake, and knows valid arguments: ClientWalks.
const url = process.env.CLIENTS_URL;

async function post(path, content) {
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(content) });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

module.exports = {
  /** Starts again with an empty account. */
  reset: () => post('/reset', {}),
  /** The arguments for a request with placeholders. */
  argumentsOf: (request) => post('/arguments', request),
  /** The result of the walk, which ends the program. */
  report: (result) => post('/report', result),
};

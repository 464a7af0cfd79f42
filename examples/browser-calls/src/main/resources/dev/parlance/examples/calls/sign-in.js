import {place} from '/design/dom.js';

/** Sends a form to the application. */
export async function post(path, form) {
  return fetch(path, {method: 'POST', body: form ? new URLSearchParams(form) : undefined});
}

/** An access token for Twilio. Throws an error with the words to show. */
export async function token(words) {
  const answer = await post('/api/token/generate');
  if (!answer.ok) {
    throw new Error(answer.status === 429 ? words.tooMany : words.noToken);
  }
  return (await answer.json()).token;
}

/** Runs the form to sign in and the button to sign out. */
export function runSignIn({refused, leaving}) {
  place('sign-in').addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await post('/api/session', new FormData(event.target));
    if (answer.ok) {
      location.reload();
    } else {
      refused(answer.status === 429 ? 'tooMany' : 'wrongPassword');
    }
  });
  place('sign-out').addEventListener('click', async () => {
    leaving();
    await post('/api/session/end');
    location.reload();
  });
}

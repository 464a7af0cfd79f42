/** The connection to the survey. The token after the page's `#` says who the person is; browsers do not send it to the server by themselves. */
const token = location.hash.slice(1);
const TRIES = 5;

function request(path, body) {
  return fetch(path, {method: 'POST', body, headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'}});
}

const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

/** Sends a message and returns the next turn. A repeated id gets the same turn, so a lost message is sent again and counts once. */
export async function send(message) {
  const body = JSON.stringify({id: crypto.randomUUID(), ...message});
  for (let tries = 1; ; tries++) {
    try {
      const response = await request('/chat/turns', body);
      if (response.ok) {
        return await response.json();
      }
      if (response.status < 500 || tries === TRIES) {
        throw new Error(await response.text());
      }
    } catch (e) {
      if (!(e instanceof TypeError)) {
        throw e;
      }
      if (tries === TRIES) {
        throw new Error('No connection. Please try again later.');
      }
    }
    await pause(1000);
  }
}

/** Passes turns that the survey sends by itself, such as reminders, to `receive`, and tells `state` whether it is connected. */
export async function listen(receive, state) {
  for (;;) {
    try {
      const response = await request('/chat/events', '{}');
      if (response.status === 401) {
        return;
      }
      state(response.ok);
      if (response.ok) {
        await read(response.body.pipeThrough(new TextDecoderStream()).getReader(), receive);
      }
    } catch (e) {
      if (!(e instanceof TypeError)) {
        throw e;
      }
    }
    state(false); // the connection is lost: it is opened again
    await pause(3000);
  }
}

async function read(stream, receive) {
  for (let unread = '', part; !(part = await stream.read()).done;) {
    const events = (unread + part.value).split('\n\n');
    unread = events.pop();
    events.map(event => event.split('\n').filter(line => line.startsWith('data: ')).map(line => line.slice(6)).join('\n'))
      .filter(data => data)
      .forEach(data => receive(JSON.parse(data)));
  }
}

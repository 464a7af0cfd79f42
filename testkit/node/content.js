// Twilio's library for Node, unchanged, against the fake: creates content, asks for its approval, sends it and lists it.
// Started by testkit/node/check, whose simulator sets the environment.
'use strict';

const assert = require('node:assert/strict');
const twilio = require('twilio');

const {TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_PHONE_NUMBER: number, SIMULATOR_URL: simulator} = process.env;
const client = twilio(sid, token);
const contents = client.content.v1.contents;
const from = `whatsapp:${number}`;
const to = 'whatsapp:+5215512345678';

async function moveClock(seconds) {
  const response = await fetch(new URL('api/clock', `${simulator}/`), {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({seconds}),
  });
  assert.ok(response.ok, await response.text());
}

/** Waits, because a message is sent after the API has answered. */
async function message(messageSid) {
  for (let i = 0; i < 100; i++) {
    const found = await client.messages(messageSid).fetch();
    if (!['accepted', 'queued', 'sent'].includes(found.status)) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`The message ${messageSid} got no final status`);
}

async function main() {
  const question = await contents.create({
    friendly_name: 'ready',
    language: 'en',
    variables: {1: 'Ana'},
    types: {
      'twilio/quick-reply': {
        body: 'Ready, {{1}}?',
        actions: [{type: 'QUICK_REPLY', title: 'Yes', id: 'y'}, {type: 'QUICK_REPLY', title: 'No', id: 'n'}],
      },
    },
  });
  assert.match(question.sid, /^HX[0-9a-f]{32}$/);

  const early = await client.messages.create({from, to, contentSid: question.sid});
  assert.equal((await message(early.sid)).errorCode, 63016);

  const asked = await contents(question.sid).approvalCreate.create({name: 'ready', category: 'UTILITY'});
  assert.equal(asked.status, 'received');
  await moveClock(600);
  const approval = await contents(question.sid).approvalFetch().fetch();
  assert.equal(approval.whatsapp.status, 'approved');

  const sent = await client.messages.create({
    from,
    to,
    contentSid: question.sid,
    contentVariables: JSON.stringify({1: 'Zoe'}),
  });
  const arrived = await message(sent.sid);
  assert.equal(arrived.status, 'delivered');
  assert.equal(arrived.body, 'Ready, Zoe?');

  const list = await contents.create({
    friendly_name: 'drinks',
    language: 'en',
    types: {'twilio/list-picker': {body: 'Which?', button: 'Choose', items: [{id: '1', item: 'Tea', description: 'green'}]}},
  });
  const all = await contents.list({limit: 20});
  assert.deepEqual(all.map(each => each.friendlyName).sort(), ['drinks', 'ready']);
  assert.deepEqual(all.find(each => each.sid === question.sid).variables, {1: 'Ana'});
  const approved = await client.content.v1.contentAndApprovals.list({limit: 20});
  assert.equal(approved.find(each => each.sid === question.sid).approvalRequests.status, 'approved');
  const found = await client.content.v2.contents.list({contentName: 'drinks', limit: 20});
  assert.deepEqual(found.map(each => each.sid), [list.sid]);

  await assert.rejects(
    contents.create({friendly_name: 'x', language: 'en', types: {'twilio/text': {body: 'x'.repeat(1601)}}}),
    error => error.status === 400 && error.code === 20001);

  assert.equal(await contents(list.sid).remove(), true);
  await assert.rejects(contents(list.sid).fetch(), error => error.status === 404 && error.code === 20404);
  console.log('Twilio\'s library for Node creates, approves, sends, lists and deletes content.');
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});

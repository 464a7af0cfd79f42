// The survey of TurnBenchmark as an application of Express and Twilio's library: node survey.js [POSTGRES_URL].
// Sessions are in a Map, or in PostgreSQL with one load and one save per turn. Prints its port.
const express = require('express');
const twilio = require('twilio');
const { Pool } = require('pg');

const token = process.env.TWILIO_AUTH_TOKEN;
const questions = Array.from({ length: 10 }, (_, i) => ({
  prompt: i === 0 ? 'How do you like us, 1 to 5?' : 'You said {q0}. And what about this?',
  options: i % 2 === 0 ? ['1', '2', '3', '4', '5'] : ['Tea', 'Coffee'],
  lists: i % 2 === 1,
}));

function inMemory() {
  const sessions = new Map();
  return {
    load: async (person) => sessions.get(person),
    save: async (person, session) => sessions.set(person, session),
  };
}

async function inPostgres(connectionString) {
  const pool = new Pool({ connectionString, max: 8 });
  await pool.query('CREATE TABLE IF NOT EXISTS node_session (person text PRIMARY KEY, session jsonb NOT NULL)');
  return {
    load: async (person) => {
      const { rows } = await pool.query({
        name: 'load',
        text: 'SELECT session FROM node_session WHERE person = $1',
        values: [person],
      });
      return rows[0]?.session;
    },
    save: (person, session) =>
      pool.query({
        name: 'save',
        text:
          'INSERT INTO node_session (person, session) VALUES ($1, $2)' +
          ' ON CONFLICT (person) DO UPDATE SET session = EXCLUDED.session',
        values: [person, session],
      }),
  };
}

function ask(answers) {
  if (answers.length === questions.length) {
    return 'Thank you. Goodbye.';
  }
  const question = questions[answers.length];
  const prompt = question.prompt.replace('{q0}', answers[0]);
  const list = question.options.map((option, i) => `\n${i + 1}. ${option}`);
  return question.lists ? prompt + list.join('') : prompt;
}

function read(question, text) {
  const words = text.trim().toLowerCase();
  return question.options.find((option, i) => words === option.toLowerCase() || words === String(i + 1));
}

async function turn(sessions, person, text) {
  const session = await sessions.load(person);
  if (!session) {
    await sessions.save(person, { answers: [] });
    return ask([]);
  }
  if (session.answers.length === questions.length) {
    return 'You have already completed this survey. Thank you.';
  }
  const answer = read(questions[session.answers.length], text);
  if (!answer) {
    return 'Please answer again. ' + ask(session.answers);
  }
  const answers = [...session.answers, answer];
  await sessions.save(person, { answers });
  return ask(answers);
}

async function main() {
  const sessions = process.argv[2] ? await inPostgres(process.argv[2]) : inMemory();
  const app = express();
  app.post(
    '/sms',
    express.urlencoded({ extended: false }),
    twilio.webhook(token, { url: 'https://hooks.example.com/sms' }),
    async (request, response) => {
      const twiml = new twilio.twiml.MessagingResponse();
      twiml.message(await turn(sessions, request.body.From, request.body.Body));
      response.type('text/xml').send(twiml.toString());
    },
  );
  const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

main();

'use strict';

// Runs the commands of twilio-run in a small project: node twilio-run.js
const { execFile, spawn } = require('child_process');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');
const desk = require('./desk');

const manifest = require('twilio-run/package.json');
const program = path.join(path.dirname(require.resolve('twilio-run/package.json')), manifest.bin['twilio-run']);
const result = { client: 'twilio-run', version: manifest.version, resources: 0, calls: 0, requests: 0, failures: [] };

const project = fs.mkdtempSync(path.join(os.tmpdir(), 'twilio-run-'));
const files = {
  'package.json': '{"name": "walk", "version": "0.0.0"}',
  '.env': `ACCOUNT_SID=${process.env.TWILIO_ACCOUNT_SID}\nAUTH_TOKEN=${process.env.TWILIO_AUTH_TOKEN}\nCOLOUR=red\n`,
  'functions/hello.js': 'exports.handler = (context, event, callback) => callback(null, "hello");',
  'assets/hello.txt': 'hello',
};

// Each command, and a pattern of what it must print.
const COMMANDS = [
  ['deploy', /walk-\d+-dev\.twil\.io/],
  ['deploy --override-existing-project', /walk-\d+-dev\.twil\.io/],
  ['list services', /walk/],
  ['list environments', /dev/],
  ['list functions --environment dev', /\/hello/],
  ['list assets --environment dev', /\/hello\.txt/],
  ['list variables --environment dev', /COLOUR/],
  ['list builds', /ZB\w{32}/],
  ['list deployments --environment dev', /ZD\w{32}/],
  ['env set --environment dev --key SIZE --value small', /SIZE/],
  ['env get --environment dev --key SIZE', /small/],
  ['env list --environment dev', /SIZE/],
  ['env unset --environment dev --key SIZE', /SIZE/],
  ['env import --environment dev', /updated/],
  ['promote --source-environment dev --environment demo --create-environment', /walk-\d+-demo\.twil\.io/],
  ['promote --source-environment dev --production --create-environment', /walk-\d+\.twil\.io/],
  ['logs --environment dev', /^\s*$/],
];

function run(words) {
  const options = { cwd: project, timeout: 20_000 };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [program, ...words], options, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.code ?? 'timeout'}: ${stdout}${stderr}`)) : resolve(stdout + stderr),
    );
    child.stdin.end(); // there are no answers to questions
  });
}

async function call(name, action, expected) {
  result.calls++;
  try {
    const printed = await action();
    if (!expected.test(printed)) {
      throw new Error(`Not what is expected: ${printed}`);
    }
  } catch (error) {
    result.failures.push({ call: `twilio-run ${name}`, operation: '', message: error.message });
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the local server, and calls the function there as soon as it answers. */
async function start() {
  const port = await freePort();
  const server = spawn(process.execPath, [program, 'start', '--port', String(port)], { cwd: project, stdio: 'ignore' });
  try {
    for (let tries = 0; ; tries++) {
      try {
        return await (await fetch(`http://localhost:${port}/hello`)).text();
      } catch (error) {
        if (tries === 100) {
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  } finally {
    server.kill();
  }
}

async function main() {
  result.resources = new Set([...COMMANDS.map(([words]) => words.split(' ')[0]), 'start']).size;
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    fs.writeFileSync(path.join(project, name), content);
  }
  for (const [words, expected] of COMMANDS) {
    await call(words, () => run(words.split(' ')), expected);
  }
  await call('start', start, /^hello$/);
  fs.rmSync(project, { recursive: true });
  await desk.report(result);
}

main();

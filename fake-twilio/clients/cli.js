'use strict';

// Runs every command below `twilio api`: node cli.js
const fs = require('fs');
const os = require('os');
const path = require('path');
const desk = require('./desk');

// The profiles, and what the program keeps between runs, stay away from those of this user.
process.env.HOME = fs.mkdtempSync(path.join(os.tmpdir(), 'twilio-cli-'));
const { Config } = require('@oclif/core');
require('@twilio/cli-core').configureEnv();

const root = path.dirname(require.resolve('twilio-cli/package.json'));
const VERBS = ['create', 'list', 'fetch', 'update', 'remove'];
const result = { client: 'twilio-cli', version: '', resources: 0, calls: 0, requests: 0, failures: [] };

/** Runs a command without its output. Fails with what the command printed, because its error is only a status. */
async function run(config, command, words) {
  const write = { stdout: process.stdout.write, stderr: process.stderr.write };
  let printed = '';
  process.stdout.write = () => true;
  process.stderr.write = (text) => {
    printed += text;
    return true;
  };
  try {
    await config.runCommand(command.id, words);
  } catch (error) {
    throw new Error(`${error.message} ${printed}`.trim());
  } finally {
    Object.assign(process.stdout, { write: write.stdout });
    Object.assign(process.stderr, { write: write.stderr });
  }
}

/** The value of a flag. If Twilio's documents don't have the operation, any value will do. */
function valueOf(flag, given, placeholders) {
  const parameter = flag.apiDetails?.parameter ?? {};
  const known = parameter.in === 'path' ? given.values[placeholders[parameter.name]] : given.more[parameter.name];
  if (known !== undefined || !flag.required || Object.keys(given.values).length > 0) {
    return known;
  }
  return parameter.schema.enum?.[0] ?? 'sample';
}

function argv(command, given, placeholders) {
  const words = [];
  for (const [name, flag] of Object.entries(command.flags)) {
    const value = valueOf(flag, given, placeholders);
    if (value !== undefined) {
      words.push(...(flag.type === 'boolean' ? [`--${name}`] : [`--${name}`, value]));
    }
  }
  if (command.flags.limit) {
    words.push('--limit', '3');
  }
  return words;
}

async function call(config, command) {
  const { path: template, methodName, resource } = command.actionDefinition;
  const placeholders = {};
  const placed = template.replace(/{(\w+)}/g, (_, name) => {
    placeholders[name] = `placeholder${Object.keys(placeholders).length}`;
    return placeholders[name];
  });
  const given = await desk.argumentsOf({ method: methodName.toUpperCase(), url: resource.server + placed, parameters: {} });
  process.env.TWILIO_AUTH_TOKEN = given.authToken;
  result.calls++;
  try {
    await run(config, command, argv(command, given, placeholders));
  } catch (error) {
    result.failures.push({ call: command.id, operation: given.operation, message: error.message });
  }
}

function depth(command) {
  return command.actionDefinition.path.split('/').length;
}

async function main() {
  const config = await Config.load({ root });
  await config.runHook('init', { id: 'api', argv: [] });
  result.version = config.version;
  const loaded = await Promise.all(config.commands.filter((one) => one.id.startsWith('api:')).map((one) => one.load()));
  const commands = loaded.filter((one) => one.actionDefinition);
  result.resources = new Set(commands.map((one) => one.actionDefinition.topicName)).size;

  const versions = new Set(commands.map((one) => one.id.split(':').slice(0, 3).join(':')));
  for (const version of versions) {
    await desk.reset();
    const all = commands.filter((one) => one.id.startsWith(`${version}:`)).sort((one, other) => depth(one) - depth(other));
    for (const verb of VERBS) {
      const order = verb === 'remove' ? [...all].reverse() : all;
      for (const command of order.filter((one) => one.actionDefinition.commandName === verb)) {
        await call(config, command);
      }
    }
  }
  await desk.report(result);
}

main();

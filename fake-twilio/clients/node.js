'use strict';

// Calls every method of every resource of Twilio's library for Node: node.js twilio-6
const desk = require('./desk');
const { versions, resources } = require('./node-resources');

const name = process.argv[2];
const twilio = require(name);
const { version } = require(`${name}/package.json`);

const VERBS = ['create', 'list', 'fetch', 'update', 'remove'];
const result = { client: "Twilio's library for Node", version, resources: 0, calls: 0, requests: 0, failures: [] };

/** The library's own HTTP client, whose requests can be caught before they are sent. */
class HttpClient extends twilio.RequestClient {
  request(options) {
    if (this.catches) {
      this.caught = options;
      return new Promise(() => {}); // never settles: the caller has what it wants
    }
    result.requests++;
    return super.request(options);
  }
}

const http = new HttpClient();
const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN, { httpClient: http });

let fail;
// A list that can't be requested rejects a promise inside of the library, and the returned one never settles.
process.on('unhandledRejection', (error) => fail(error));

/** Calls a method; also fails when the library loses the failure. */
function invoke(target, verb, parameters) {
  return new Promise((resolve, reject) => {
    fail = reject;
    const answer = takesParameters(target[verb]) || verb === 'list' ? target[verb](parameters) : target[verb]();
    answer.then(resolve, reject);
  });
}

function takesParameters(method) {
  return /^[^(]*\(params/.test(method.toString());
}

/** Calls a method without parameters, and adds a placeholder for each one that it misses, until it sends a request. */
async function requestOf(resource, verb, parameters) {
  http.catches = true;
  http.caught = undefined;
  while (!http.caught) {
    const target = resource.open(client, (placeholder) => placeholder);
    try {
      await Promise.race([invoke(target, verb, parameters), new Promise(setImmediate)]);
      if (!http.caught) {
        throw new Error('No request was sent');
      }
    } catch (error) {
      const missing = /Required parameter "params\['(.*)'\]" missing/.exec(error.message);
      if (!missing) {
        throw error;
      }
      parameters[missing[1]] = `parameter${Object.keys(parameters).length}`;
    }
  }
  return http.caught;
}

function isJson(request) {
  return String((request.headers || {})['Content-Type']).startsWith('application/json');
}

function plain(request) {
  const fields = { ...request.params, ...(isJson(request) ? {} : request.data) };
  const parameters = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    method: request.method.toUpperCase(),
    url: request.uri,
    parameters: Object.fromEntries(parameters.map(([key, value]) => [key, String(value)])),
  };
}

/** The library's name of a parameter: MessagingBinding.Address is messagingBinding.address. */
function camel(parameter) {
  return parameter
    .replace(/_(.)/g, (_, letter) => letter.toUpperCase())
    .replace(/(^|\.)(.)/g, (_, dot, letter) => dot + letter.toLowerCase());
}

async function call(resource, verb) {
  const label = `${resource.name}.${verb}`;
  let operation = '';
  result.calls++;
  try {
    let parameters = {};
    const request = await requestOf(resource, verb, parameters);
    const given = await desk.argumentsOf(plain(request));
    operation = given.operation;
    const real = (placeholder) => given.values[placeholder] ?? placeholder;
    parameters = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, real(value)]));
    Object.entries(given.more).forEach(([key, value]) => (parameters[camel(key)] = value));
    if (isJson(request)) {
      parameters = given.body;
    }
    if (verb === 'list') {
      Object.assign(parameters, { pageSize: 1, limit: 3 });
    }
    client.password = given.authToken;
    http.catches = false;
    const target = resource.open(client, real);
    JSON.stringify(await invoke(target, verb, parameters));
  } catch (error) {
    result.failures.push({ call: label, operation, message: `${error.status || ''} ${error.message}`.trim() });
  }
}

async function main() {
  console.warn = () => {}; // the library warns of deprecated resources
  for (const each of versions(client)) {
    await desk.reset();
    const all = resources(client, each);
    result.resources += new Set(all.map((resource) => resource.name.replace(/\(\)$/, ''))).size;
    for (const verb of VERBS) {
      const order = verb === 'remove' ? [...all].reverse() : all;
      for (const resource of order.filter((one) => one.verbs.includes(verb))) {
        await call(resource, verb);
      }
    }
  }
  await desk.report(result);
}

main();

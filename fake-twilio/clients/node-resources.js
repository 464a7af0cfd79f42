'use strict';

// Finds the resources of Twilio's library for Node in its own objects.
const VERBS = ['create', 'list', 'fetch', 'update', 'remove'];

function getters(prototype) {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, property]) => property.get && !name.startsWith('_'))
    .map(([name]) => name);
}

/** The versions of the APIs, such as ['messaging', 'v1']. */
exports.versions = (client) =>
  getters(Object.getPrototypeOf(client))
    .filter((domain) => client[domain] && client[domain].baseUrl)
    .flatMap((domain) =>
      getters(Object.getPrototypeOf(Object.getPrototypeOf(client[domain])))
        .filter((version) => client[domain][version]?._domain)
        .map((version) => [domain, version]),
    );

function isPart(value) {
  return value && ['object', 'function'].includes(typeof value) && value._version !== undefined;
}

/** The parts of a list, or of a resource, that are lists themselves. */
function parts(owner) {
  const own = typeof owner === 'function' ? getters(owner) : getters(Object.getPrototypeOf(owner));
  return own.filter((name) => isPart(owner[name]));
}

/** The resources of a version, the outer ones first. Each can be opened with other values for its placeholders. */
exports.resources = (client, [domain, version]) => {
  const found = [];

  function add(name, open) {
    const target = open(client, (placeholder) => placeholder);
    const verbs = VERBS.filter((verb) => typeof target[verb] === 'function');
    if (verbs.length > 0) {
      found.push({ name, verbs, open });
    }
    parts(target).forEach((part) => visit(`${name}.${part}`, (...given) => open(...given)[part]));
  }

  function visit(name, openList) {
    add(name, openList);
    const list = openList(client, (placeholder) => placeholder);
    if (typeof list.get === 'function') {
      const placeholders = Array.from({ length: list.get.length }, (_, index) => `${name.replace(/\W/g, '')}${index}`);
      add(`${name}()`, (root, real) => openList(root, real).get(...placeholders.map(real)));
    }
  }

  const names = getters(Object.getPrototypeOf(client[domain][version]));
  names
    .filter((name) => name !== 'account') // it is accounts(sid)
    .filter((name) => isPart(client[domain][version][name]))
    .forEach((name) => visit(`${domain}.${version}.${name}`, (root) => root[domain][version][name]));
  return found.sort((one, other) => one.name.split('.').length - other.name.split('.').length);
};

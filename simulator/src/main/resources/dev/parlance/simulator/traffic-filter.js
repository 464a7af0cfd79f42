import {load} from './traffic-api.js';

/** Which rows are shown, and how they are grouped. */
export class TrafficFilter {
  kind = '';
  person = '';
  problemsOnly = false;
  words = '';
  grouping = '';
  #found;
  #search = 0;

  get isActive() {
    return Boolean(this.kind || this.person || this.problemsOnly || this.words);
  }

  clear() {
    Object.assign(this, {kind: '', person: '', problemsOnly: false, words: ''});
    this.#found = undefined;
  }

  /** Searches everything, on the server: bodies, parameters, SIDs. Resolves to false if a later search has begun meanwhile. */
  async search(words = this.words) {
    this.words = words.trim();
    const search = ++this.#search;
    const found = this.words ? new Set((await load(`api/traffic/search?words=${encodeURIComponent(this.words)}`)).numbers) : undefined;
    if (search !== this.#search) {
      return false;
    }
    this.#found = found;
    return true;
  }

  matches(row) {
    return (!this.kind || row.kind === this.kind)
      && (!this.person || row.person === this.person)
      && (!this.problemsOnly || row.isProblem === true)
      && (!this.#found || this.#found.has(row.number));
  }

  /** The rows that match, as items of the list; with a head before each group. Groups are ordered by their newest row. */
  items(rows, collapsed) {
    const shown = this.isActive ? rows.filter(row => this.matches(row)) : rows;
    if (!this.grouping) {
      return shown.map(row => ({key: String(row.number), row}));
    }
    const groups = new Map();
    for (const row of shown) {
      const name = row[this.grouping] ?? '';
      const group = groups.get(name) ?? {name, rows: []};
      groups.delete(name); // so that the group with the newest row is the last one
      groups.set(name, group);
      group.rows.push(row);
    }
    return [...groups.values()].flatMap(group => [
      {key: `group ${group.name}`, group: {...group, by: this.grouping, isCollapsed: collapsed.has(group.name)}},
      ...(collapsed.has(group.name) ? [] : group.rows.map(row => ({key: String(row.number), row}))),
    ]);
  }
}

/** How many rows there are of each kind, how many have a problem, and how many each person has. */
export function counts(rows) {
  const kinds = {};
  const people = new Map();
  let problems = 0;
  for (const row of rows) {
    kinds[row.kind] = (kinds[row.kind] ?? 0) + 1;
    problems += row.isProblem ? 1 : 0;
    if (row.person) {
      people.set(row.person, (people.get(row.person) ?? 0) + 1);
    }
  }
  return {kinds, problems, people};
}

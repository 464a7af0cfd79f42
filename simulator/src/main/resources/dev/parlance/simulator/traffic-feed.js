import {load} from './traffic-api.js';

const FIRST_ROWS = 200;
const MORE_ROWS = 2500;

/**
 * The rows of the traffic, oldest first. Loads the newest ones, then the older ones in the background, then only what has changed.
 * Calls `changed({rows, reset})` with the numbers of the rows that were there before and are different now.
 */
export class TrafficFeed {
  rows = [];
  names = {};
  running = new Map();
  held = 0;
  hasBrowserCalls = false;
  isLoaded = false;
  problem = '';
  #changed;
  #byNumber = new Map();
  #run = '';
  #change = 0;
  #first = 0;
  #isLoading = false;
  #isOutdated = false;
  #isLoadingOlder = false;

  constructor(changed) {
    this.#changed = changed;
  }

  row(number) {
    return this.#byNumber.get(number);
  }

  /** Loads what has changed. Requests that arrive meanwhile lead to only one more. */
  async refresh() {
    if (this.#isLoading) {
      this.#isOutdated = true;
      return;
    }
    this.#isLoading = true;
    try {
      do {
        this.#isOutdated = false;
        await (this.isLoaded ? this.#loadChanges() : this.#loadNewest());
      } while (this.#isOutdated);
    } catch (problem) {
      this.#fail(problem);
    } finally {
      this.#isLoading = false;
    }
  }

  #fail(problem) {
    this.problem = problem.message;
    this.#changed({rows: new Set(), reset: false});
  }

  async #loadNewest() {
    const part = await load(`api/traffic?count=${FIRST_ROWS}`);
    this.#run = part.run;
    this.#change = part.change;
    this.rows = part.rows;
    this.#byNumber = new Map(part.rows.map(row => [row.number, row]));
    this.isLoaded = true;
    this.#take(part);
    this.#changed({rows: new Set(), reset: true});
    this.#loadOlder();
  }

  /** Loads all older rows, unless that goes on already. */
  async #loadOlder() {
    if (this.#isLoadingOlder) {
      return;
    }
    this.#isLoadingOlder = true;
    try {
      await this.#loadOlderOf(this.#run);
    } catch (problem) {
      this.#fail(problem);
    } finally {
      this.#isLoadingOlder = false;
    }
  }

  async #loadOlderOf(run) {
    while (this.rows.length && this.rows[0].number > this.#first && run === this.#run) {
      const {rows} = await load(`api/traffic?before=${this.rows[0].number}&count=${MORE_ROWS}`);
      if (!rows.length || run !== this.#run) {
        return;
      }
      const older = rows.map(row => this.#byNumber.get(row.number) ?? row); // some have changed meanwhile
      older.forEach(row => this.#byNumber.set(row.number, row));
      this.rows = older.concat(this.rows);
      this.#changed({rows: new Set(), reset: false});
    }
  }

  async #loadChanges() {
    const part = await load(`api/traffic?after=${this.#change}`);
    if (part.run !== this.#run) {
      this.isLoaded = false;
      await this.#loadNewest();
      return;
    }
    const different = new Set();
    let inOrder = true;
    for (const row of part.rows) {
      const before = this.#byNumber.get(row.number);
      this.#byNumber.set(row.number, row);
      const at = before ? this.rows.lastIndexOf(before) : -1;
      if (at >= 0) {
        different.add(row.number);
        this.rows[at] = row;
      } else if (!this.rows.length || row.number > this.rows[0].number) { // older ones are still to come
        inOrder &&= !this.rows.length || this.rows.at(-1).number < row.number;
        this.rows.push(row);
      }
    }
    if (!inOrder) {
      this.rows.sort((one, other) => one.number - other.number);
    }
    const isPartial = part.rows.length >= MORE_ROWS;
    this.#change = part.change;
    this.#take(part);
    this.#changed({rows: different, reset: false});
    this.#isOutdated ||= isPartial;
    this.#loadOlder(); // what an outage has prevented
  }

  #take(part) {
    this.problem = '';
    this.#first = part.first;
    while (this.rows.length && this.rows[0].number < part.first) {
      this.#byNumber.delete(this.rows.shift().number);
    }
    this.names = part.names;
    this.held = part.held;
    this.hasBrowserCalls = part.hasBrowserCalls;
    this.running = new Map(part.running.map(each => [each.number, each.verb]));
  }
}

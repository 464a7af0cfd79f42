import {momentIn} from './design/format.js';

let zone = 'UTC';
let inZone = momentIn(zone);

/** Days and times are those of the survey's zone, and not of the browser's. */
export function useZone(timeZone) {
  if (zone !== timeZone) {
    zone = timeZone;
    inZone = momentIn(zone);
  }
}

/** Nov 3, 14:05 */
export const moment = instant => inZone(instant);

/** The first of the last days, today included, such as 2026-11-03. */
export function daysAgo(days) {
  const today = new Intl.DateTimeFormat('sv', {timeZone: zone}).format(new Date());
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - Number(days) + 1);
  return day.toISOString().slice(0, 10);
}

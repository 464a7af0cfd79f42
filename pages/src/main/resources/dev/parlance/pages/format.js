const numbers = new Intl.NumberFormat('en');
const percents = new Intl.NumberFormat('en', {style: 'percent', maximumFractionDigits: 1});
const times = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const dates = new Intl.DateTimeFormat('en', {day: 'numeric', month: 'short', year: 'numeric'});

/** 12,345 */
export const number = value => numbers.format(value);
/** 0.123 as 12.3% */
export const percent = value => percents.format(value);
/** +12 or -3 */
export const signed = value => (value > 0 ? '+' : '') + numbers.format(value);
/** 14:05:09 */
export const time = instant => times.format(new Date(instant));
/** Nov 3, 2026 */
export const date = instant => dates.format(new Date(instant));
/** Nov 3, 14:05 in a time zone, or in the browser's */
export function momentIn(timeZone) {
  const moments = new Intl.DateTimeFormat('en', {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone});
  return instant => moments.format(new Date(instant));
}
export const moment = momentIn();

/** 340 ms, 12 s, 5 min, 3 h, 2 days */
export function duration(seconds) {
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  if (seconds < 90) {
    return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
}

/** 512 B, 2.4 kB, 1.3 MB */
export function bytes(count) {
  return count < 1000 ? `${count} B` : count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

/** "1 answer", "2 answers" */
export const count = (amount, one, many = `${one}s`) => `${number(amount)} ${amount === 1 ? one : many}`;

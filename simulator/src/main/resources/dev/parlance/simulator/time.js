let ahead = 0;

/** Follows the fake's clock. */
export function setNow(instant) {
  ahead = new Date(instant) - Date.now();
}

/** The time on the fake's clock. */
export const now = () => new Date(Date.now() + ahead);

const days = new Intl.DateTimeFormat('en', {weekday: 'long', day: 'numeric', month: 'long'});
const minutes = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const whole = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit'});

/** 14:05 */
export const minute = instant => minutes.format(new Date(instant));

/** Mon 30 Nov, 14:05:09 */
export const exactly = instant => whole.format(new Date(instant));

/** Today, Yesterday, or Monday, November 30 */
export function day(instant) {
  const start = date => new Date(date).setHours(0, 0, 0, 0);
  const before = Math.round((start(now()) - start(instant)) / 86_400_000);
  return before === 0 ? 'Today' : before === 1 ? 'Yesterday' : days.format(new Date(instant));
}

/** 1:05 */
export function elapsed(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** in 5 min, in 2 h, in 3 days */
export function until(instant) {
  const seconds = (new Date(instant) - now()) / 1000;
  if (seconds < 90) {
    return `in ${Math.max(0, Math.round(seconds))} s`;
  }
  return seconds < 5400 ? `in ${Math.round(seconds / 60)} min` : seconds < 172_800 ? `in ${Math.round(seconds / 3600)} h` : `in ${Math.round(seconds / 86_400)} days`;
}

import {momentIn} from './design/format.js';

let inZone = momentIn('UTC');

/** Times are those of the survey's zone, as its days are. */
export function useZone(timeZone) {
  inZone = momentIn(timeZone);
}

/** Nov 3, 14:05 */
export const moment = instant => inZone(instant);

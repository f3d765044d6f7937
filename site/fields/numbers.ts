import { z } from 'zod';
import { check } from './breach.ts';
import { checked, misfit } from './checked.ts';

/**
 * A whole number between two bounds, both included, of something: `OCPUs`.
 *
 * @param passed the largest that is not refused here, since a rule between fields tells of it
 */
export function wholeNumber(of: string, least: number, most: number, passed = most) {
  const what = `a whole number of ${of} from ${least} to ${most}`;
  return numberFrom(what, least, most, passed);
}

/** The last of all ports. */
export const LARGEST_PORT = 65_535;

/** A TCP or UDP port. */
export const port = numberFrom(`a port from 1 to ${LARGEST_PORT}`, 1, LARGEST_PORT);

function numberFrom(what: string, least: number, most: number, passed = most) {
  const fits = (value: number) => Number.isInteger(value) && value >= least && value <= passed;
  const fix = (found: unknown) => {
    const meant = typeof found === 'string' ? Number.parseFloat(found) : Number.NaN;
    return fits(meant) ? `write ${meant}, without quotes and unit` : `write ${what}`;
  };
  const inRange = check('in-range', fits, { rule: `is not ${what}`, fix: `write a number from ${least} to ${most}` });
  return checked(z.number({ error: misfit({ what, fix, standIn: least }) }), least, [inRange]);
}

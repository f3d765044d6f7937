import type { PolicyContext } from '../context/context.ts';
import { loadsOf } from './loads.ts';
import { roomsOf } from './rooms.ts';
import { type Verdict, verdict } from './verdict.ts';

/** What the scheduler will make of a site: a fact of its context. */
export function verdictOf(context: PolicyContext): Verdict {
  return verdict(context.fact(loadsOf), roomsOf(context.plan));
}

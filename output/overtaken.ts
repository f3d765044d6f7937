import { Refusal } from './refusal.ts';

/** Under this symbol the front door, `scripts/synth/start.cjs`, leaves a function. */
const ASK = Symbol.for('armstead.isOvertaken');

/** Refuses to replace what another synth has written from newer sources while this one was under way. */
export function refuseIfOvertaken(): void {
  const { [ASK]: isOvertaken } = globalThis as { [ASK]?: () => boolean };
  if (isOvertaken?.()) {
    throw new Refusal(
      'another synth has written dist/ from newer sources, nothing was written\n\n  start again if they have changed since\n',
    );
  }
}

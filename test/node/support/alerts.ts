import { eventually } from '../../support/background.ts';
import { ask } from './ask.ts';
import { pace } from './pace.ts';

/** An alert as vmalert has it. */
export interface Alert {
  readonly name: string;
  readonly state: 'pending' | 'firing';
  readonly labels: Readonly<Record<string, string>>;
}

/** What an alert must be about: its name and those of its labels that say so. */
export interface About {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Longest wait in seconds: queries look at half a minute ago, rules see it a little later, and then the condition lasts. */
const PATIENCE = 180 + pace.longestFor;

/** The alerts that fire, or will unless their condition ends. */
export async function alerts(): Promise<readonly Alert[]> {
  const { data } = JSON.parse(await ask('rules:8880', '/api/v1/alerts')) as {
    readonly data: { readonly alerts: readonly Alert[] };
  };
  return data.alerts;
}

/** Waits until an alert fires for each of these. */
export async function untilFiring(wanted: readonly About[]): Promise<void> {
  await untilNone('still silent', (all) => wanted.filter((about) => !all.some((alert) => fires(alert, about))));
}

/** Waits until no alert is there for any of these. */
export async function untilQuiet(unwanted: readonly About[]): Promise<void> {
  await untilNone('still there', (all) => unwanted.filter((about) => all.some((alert) => isAbout(alert, about))));
}

async function untilNone(what: string, left: (all: readonly Alert[]) => readonly About[]): Promise<void> {
  let rest: readonly About[] = [];
  await eventually(
    what,
    async () => {
      rest = left(await alerts());
      if (rest.length > 0) throw new Error(JSON.stringify(rest));
      return true;
    },
    PATIENCE,
  );
}

function fires(alert: Alert, about: About): boolean {
  return alert.state === 'firing' && isAbout(alert, about);
}

function isAbout(alert: Alert, { name, labels = {} }: About): boolean {
  return alert.name === name && Object.entries(labels).every(([label, value]) => alert.labels[label] === value);
}

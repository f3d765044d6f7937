import { ask } from './ask.ts';

/** An alert as vmalert has it. */
export interface Alert {
  readonly name: string;
  readonly state: 'pending' | 'firing';
  readonly labels: Readonly<Record<string, string>>;
}

/** The alerts that fire, or will unless their condition ends. */
export async function alerts(): Promise<readonly Alert[]> {
  const { data } = JSON.parse(await ask('rules:8880', '/api/v1/alerts')) as {
    readonly data: { readonly alerts: readonly Alert[] };
  };
  return data.alerts;
}

import type { z } from 'zod';
import { object } from '../fields/object.ts';
import type { Channel, SecretReceiver, Sender } from './channel.ts';
import { type MailInput, mail } from './mail.ts';
import { slack } from './slack.ts';
import { telegram } from './telegram.ts';
import { webhook } from './webhook.ts';

/** Who hears of alerts: all of them hear of every alert. Secrets are named here and never written here. */
export interface NotifyInput {
  /**
   * Mail through a provider.
   *
   * @default - none
   */
  readonly mail?: MailInput;

  /**
   * Name of a Secret with the keys `token` (of your bot) and `chat` (the number of the chat).
   *
   * @default - none
   */
  readonly telegram?: string;

  /**
   * Name of a Secret with the key `url`, an incoming webhook of Slack.
   *
   * @default - none
   */
  readonly slack?: string;

  /**
   * Name of a Secret with the key `url`, an address that takes Alertmanager's JSON.
   *
   * @default - none
   */
  readonly webhook?: string;
}

/** Name of a channel. */
export type ChannelName = keyof NotifyInput;

/** Every channel: one that `NotifyInput` names and that is not here does not compile. */
const channels = { mail, telegram, slack, webhook } satisfies {
  readonly [Name in ChannelName]-?: Channel<z.ZodType<NonNullable<NotifyInput[Name]>>, SecretReceiver>;
};

type Channels = typeof channels;

const names = Object.keys(channels) as (keyof Channels)[];

export const notifySchema = object(
  "{ telegram: 'alerts-telegram' }",
  Object.fromEntries(names.map((name) => [name, channels[name].schema.optional()])) as {
    readonly [Name in keyof Channels]: z.ZodOptional<Channels[Name]['schema']>;
  },
);

type Notify = z.output<typeof notifySchema>;

/** A channel that a site has, and what it says of it. */
export interface StatedChannel {
  readonly name: ChannelName;
  readonly channel: Channel<z.ZodType, SecretReceiver>;
  readonly written: unknown;
}

/** The channels that a site has. */
export function statedChannels(notify: Notify): StatedChannel[] {
  return names
    .map((name) => ({ name, channel: channels[name], written: notify[name] }))
    .filter(({ written }) => written !== undefined);
}

/** What each channel is told, under its name; nothing where the site has none. */
export type PlannedReceivers = { readonly [Name in keyof Channels]?: ReturnType<Channels[Name]['receiver']> };

/** Who hears of alerts, with every default filled in. */
export function receiversOf(notify: Notify, sender: Sender): PlannedReceivers {
  const told = statedChannels(notify).map(({ name, channel, written }) => [name, channel.receiver(written, sender)]);
  return Object.fromEntries(told) as PlannedReceivers;
}

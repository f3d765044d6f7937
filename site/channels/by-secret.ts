import type { Channel, ChannelSecret, SecretReceiver } from './channel.ts';
import { secretName } from './secret-name.ts';

/**
 * A channel of which a site writes nothing but the name of a Secret.
 *
 * @param example a good name
 * @param without what does not happen without the Secret
 * @param keys its keys, and what belongs in each
 */
export function bySecret(
  example: string,
  without: string,
  keys: ChannelSecret['keys'],
): Channel<ReturnType<typeof secretName>, SecretReceiver> {
  return {
    schema: secretName(example),
    secret: (name) => ({ name, keys }),
    without,
    examples: {},
    receiver: (secret) => ({ secret }),
  };
}

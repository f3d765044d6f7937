import { dnsLabel } from '../fields/names.ts';
import { named, object } from '../fields/object.ts';
import { secretName } from '../fields/secret-name.ts';
import { matches, text } from '../fields/text.ts';

/** A registry whose images need a credential. */
export interface RegistryInput {
  /** Its address, as images begin with it: `ghcr.io`, or with a path to tell two credentials apart, `ghcr.io/acme`. */
  readonly server: string;

  /**
   * Name of the Secret with the credential (`kubectl create secret docker-registry`); it lies in each namespace of a
   * team that runs an image from there.
   */
  readonly secret: string;
}

export const registriesSchema = named(
  'registry',
  { ghcr: { server: 'ghcr.io', secret: 'ghcr-pull' } },
  dnsLabel(40, 'ghcr'),
  object("{ server: 'ghcr.io', secret: 'ghcr-pull' }", {
    server: text(
      'the address of a registry',
      'ghcr.io',
      matches(
        'registry',
        /^[a-z0-9.-]*[.:][a-z0-9.:-]*(\/[a-z0-9._-]+)*$/,
        'is not the address of a registry',
        'write it as images begin with it, such as ghcr.io',
      ),
    ),
    secret: secretName('ghcr-pull'),
  }),
);

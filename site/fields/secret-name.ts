import { DNS_LABEL, DNS_NAME_LENGTH } from '../../kubernetes/names.ts';
import { text } from './text.ts';

/** The name of a Secret that somebody makes in the cluster: labels joined by dots. */
export function secretName(example: string) {
  return text('the name of a Secret', example, {
    id: 'secret-name',
    breach: (value) =>
      isSecretName(value)
        ? undefined
        : {
            ...(looksSecret(value) && { found: 'what stands here' }),
            rule: 'is not the name of a Secret (lower-case letters, digits, inner hyphens and dots)',
            fix: `write a name such as ${example}; the secret itself never stands here`,
          },
  });
}

/** Whether it may be a token or a password, which a report does not repeat: reports are kept in logs. */
function looksSecret(value: string): boolean {
  return value.length >= LEAST_SECRET || /[:/=]/.test(value);
}

/** Shorter ones are no token of any host; most names of Secrets are shorter. */
const LEAST_SECRET = 20;

function isSecretName(value: string): boolean {
  return value.length <= DNS_NAME_LENGTH && value.split('.').every((label) => DNS_LABEL.test(label));
}

import { check } from './breach.ts';
import { DNS_LABEL, DNS_NAME_LENGTH } from './names.ts';
import { text } from './text.ts';

/** The name of a Secret that somebody makes in the cluster: labels joined by dots. */
export function secretName(example: string) {
  return text(
    'the name of a Secret',
    example,
    check('secret-name', isSecretName, {
      rule: 'is not the name of a Secret (lower-case letters, digits, inner hyphens and dots)',
      fix: `write a name such as ${example}; the secret itself never stands here`,
    }),
  );
}

function isSecretName(value: string): boolean {
  return value.length <= DNS_NAME_LENGTH && value.split('.').every((label) => DNS_LABEL.test(label));
}

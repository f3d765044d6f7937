import { pattern, text } from './text.ts';

/** A DNS label as RFC 1123 has it: what Kubernetes takes as the name of most objects. */
export const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A name that becomes part of object names, labels and hosts.
 *
 * @param most longest length, so that what is composed with it stays within the 63 characters of a label
 * @param example a good name, for the message
 */
export function dnsLabel(most: number, example: string) {
  return text(`a short name such as ${example}`, (value) => {
    if (!DNS_LABEL.test(value)) {
      return {
        rule: 'is not a DNS label (lower-case letters, digits and inner hyphens)',
        fix: suggestion(value, most) ?? `write a short name such as ${example}`,
      };
    }
    if (value.length > most) {
      return {
        rule: `has ${value.length} characters; names made from it would pass the 63 of a DNS label`,
        fix: `write at most ${most} characters`,
      };
    }
    return undefined;
  });
}

function suggestion(value: string, most: number): string | undefined {
  const name = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
  return name ? `write ${name}` : undefined;
}

/** A domain of at least two labels, without a trailing dot. */
export const domainName = text('a domain such as example.org', (value) => {
  const labels = value.split('.');
  if (labels.length < 2 || !labels.every((label) => DNS_LABEL.test(label) && label.length <= 63)) {
    return {
      rule: 'is not a domain name (at least two labels of lower-case letters, digits and inner hyphens)',
      fix: 'write a domain that you own, such as example.org, without https:// and without a final dot',
    };
  }
  // 253 is the most that DNS allows; a host under the domain adds a label of at most 63 and a dot.
  if (value.length > 189) {
    return {
      rule: `has ${value.length} characters; hosts under it would pass the 253 of DNS`,
      fix: 'write at most 189',
    };
  }
  return undefined;
});

/** A mail address, as Let's Encrypt takes it for the account. */
export const mailAddress = pattern(
  'a mail address such as ops@example.org',
  /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/,
  'is not a mail address',
);

/** An exact version, `1.36.1`: no range, no `latest`, no leading v. */
export function exactVersion(example: string) {
  return pattern(
    `an exact version such as ${example}`,
    /^\d+\.\d+\.\d+$/,
    'is not an exact version',
    `write all three numbers and nothing else, such as ${example}`,
  );
}

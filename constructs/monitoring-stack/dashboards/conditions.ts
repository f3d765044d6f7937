/** A condition of JMESPath, the language in which Grafana looks at what a provider tells of somebody. */
export type Condition = string;

export const ALWAYS: Condition = '`true`';

/** Whether one of these holds. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? `${conditions[0]}` : `(${conditions.join(' || ')})`;
}

/** Whether all of these hold. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? ALWAYS : conditions.join(' && ');
}

/** Whether the address is one of these; as for the sign-on, capital letters make no difference. */
export function addressed(mails: readonly string[]): Condition[] {
  if (mails.length === 0) return [];
  return [`contains([${mails.map((mail) => text(mail.toLowerCase())).join(', ')}], lower(email))`];
}

/** Whether the address is one of these or lies in one of these domains; nothing is required where everybody may look. */
export function addressedOrIn(mails: readonly string[], mailDomains: readonly string[]): Condition[] {
  const anybody = mailDomains.includes('*') || (mails.length === 0 && mailDomains.length === 0);
  return anybody ? [] : [anyOf([...addressed(mails), ...mailDomains.map(inDomain)])];
}

function inDomain(domain: string): Condition {
  return `ends_with(lower(email), ${text(`@${domain}`)})`;
}

/**
 * Whether a list of groups has one.
 *
 * A provider may state a single group as a text; inside a text `contains` would look for a part of it.
 *
 * @param groups where the groups are told
 */
export function hasGroup(groups: string, group: string): Condition {
  return `contains(to_array(${groups}), ${text(group)})`;
}

/** A text as JMESPath takes it as it is. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "\\'")}'`;
}

import { DNS_LABEL, LABEL_LENGTH } from '../../kubernetes/names.ts';

/**
 * The parts joined by hyphens: `shop`, `prod` make `shop-prod`.
 *
 * The schema keeps each part of a site short enough, so a name that does not fit is a mistake in this project and throws.
 */
export function labelName(...parts: readonly string[]): string {
  const name = parts.join('-');
  if (DNS_LABEL.test(name) && name.length <= LABEL_LENGTH) return name;
  throw new RangeError(
    `'${name}', made of ${parts.length} parts, is not a DNS label of at most ${LABEL_LENGTH} characters`,
  );
}

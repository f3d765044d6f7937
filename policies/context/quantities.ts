import { sizeText } from '../../site/index.ts';

const FORM = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;

const BINARY = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 } as const;
const DECIMAL = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 } as const;

/**
 * A quantity of Kubernetes as a number: `100m` is 0.1, `64Mi` is 67108864.
 *
 * Numbers are taken too, since YAML has them. Anything else is no quantity.
 */
export function quantity(value: unknown): number | undefined {
  const parts = FORM.exec(String(value));
  if (!parts || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const [, digits, binary, decimal, exponent = '0'] = parts;
  const number = Number(digits);
  if (binary) return number * 1024 ** BINARY[binary as keyof typeof BINARY];
  if (decimal) return scaled(number, DECIMAL[decimal as keyof typeof DECIMAL]);
  return scaled(number, Number(exponent));
}

/** Divides where the exponent is negative: 100 / 1000 is exactly 0.1, and 100 * 0.001 is not always. */
function scaled(number: number, exponent: number): number {
  return exponent < 0 ? number / 10 ** -exponent : number * 10 ** exponent;
}

const MEBIBYTE = 1024 * 1024;

/** Bytes in the words of a manifest: `1536Mi`, `2Gi`; rounded down to whole mebibytes. */
export function bytesText(bytes: number): string {
  return sizeText({ mebibytes: Math.floor(bytes / MEBIBYTE) });
}

/** A number and its unit, as Kubernetes writes amounts: `250m`, `1.5Gi`, `1e3`. An exponent of three digits is beyond what it counts. */
const FORM = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d{1,2})?$/;

/** Decimal units, by power of ten. */
const DECIMAL: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);

/** Binary units, by power of 1024. */
const BINARY: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The parts of a quantity. */
interface Parts {
  readonly negative: boolean;

  /** The digits as they are written: `1.5`. */
  readonly digits: string;

  readonly unit: string;

  /** Power of 1024 of a binary unit; 0 of any other. */
  readonly binary: number;

  /** Power of ten of a decimal unit or an exponent; 0 of a binary unit. */
  readonly decimal: number;
}

function partsOf(text: string): Parts | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign, digits = '', unit = ''] = match;
  const binary = unit.endsWith('i') ? BINARY.indexOf(unit) : 0;
  const decimal = binary > 0 ? 0 : (DECIMAL.get(unit) ?? Number(unit.slice(1)));
  return { negative: sign === '-', digits, unit, binary, decimal };
}

/**
 * A quantity of Kubernetes as a number: `100m` is 0.1, `64Mi` is 67108864.
 *
 * Numbers are taken too, since YAML has them. Anything else is no quantity.
 */
export function quantity(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const parts = partsOf(String(value));
  if (!parts) return undefined;
  const { negative, digits, binary, decimal } = parts;
  const number = Number(digits) * 1024 ** binary;
  // Divided where the power is negative: 100 / 1000 is exactly 0.1, and 100 * 0.001 is not always.
  const scaled = decimal < 0 ? number / 10 ** -decimal : number * 10 ** decimal;
  return negative ? -scaled : scaled;
}

const MEBIBYTE = 1024 * 1024;

/** Whole mebibytes in the form that Kubernetes keeps: `5Gi`, not `5120Mi`. */
export function mebibytesText(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

/** Bytes in the words of a manifest: `1536Mi`, `2Gi`; rounded down to whole mebibytes. */
export function bytesText(bytes: number): string {
  return mebibytesText(Math.floor(bytes / MEBIBYTE));
}

/** The API server rounds resources up to thousandths. */
const FINEST = -3;

/** Units of the canonical form, by power of ten; what is larger than an exabyte has none. */
const CANONICAL = new Map([...DECIMAL].map(([unit, power]) => [power, unit]));

/** An amount as a whole number of thousandths. */
type Thousandths = bigint;

const ONE: Thousandths = 1000n;

/** The most that the API server can count. */
const MOST: Thousandths = (2n ** 63n - 1n) * ONE;

/** What was asked before: a large site writes the same few amounts thousands of times. */
const known = new Map<string, string | undefined>();

/**
 * A quantity in the form that the API server gives back: `500m` for `0.5`, `1` for `1000m`, `1Gi` for `1024Mi`.
 *
 * So what stands in `dist/` is what the cluster shows, and a comparison of the two finds no difference.
 *
 * @returns `undefined` where the text is no quantity, or is finer or larger than the API server keeps
 */
export function canonicalQuantity(text: string): string | undefined {
  if (!known.has(text)) known.set(text, canonical(text));
  return known.get(text);
}

function canonical(text: string): string | undefined {
  const parts = partsOf(text);
  const amount = parts && thousandths(parts);
  if (parts === undefined || amount === undefined || amount > MOST) return undefined;
  if (amount === 0n) return '0';
  return (parts.negative ? '-' : '') + (binaryText(amount, parts) ?? decimalText(amount, parts));
}

function thousandths({ digits, binary, decimal }: Parts): Thousandths | undefined {
  const [whole = '', fraction = ''] = digits.split('.');
  const scaled = BigInt(whole + fraction) * 1024n ** BigInt(binary);
  const power = decimal - fraction.length - FINEST;
  if (power >= 0) return scaled * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

/** The text of an amount that was given in a binary unit; none where it is small or no whole number. */
function binaryText(amount: Thousandths, { binary }: Parts): string | undefined {
  if (binary === 0 || amount % ONE !== 0n || amount / ONE < 1024n) return undefined;
  let whole = amount / ONE;
  let power = 0;
  while (whole % 1024n === 0n && power < BINARY.length - 1) {
    whole /= 1024n;
    power += 1;
  }
  return `${whole}${BINARY[power]}`;
}

function decimalText(amount: Thousandths, { unit }: Parts): string {
  let whole = amount;
  let power = FINEST;
  while (whole % 1000n === 0n && power < 18) {
    whole /= 1000n;
    power += 3;
  }
  // An amount that was given with an exponent keeps one.
  if (/^[eE][+-]?\d/.test(unit)) return power === 0 ? `${whole}` : `${whole}e${power}`;
  return `${whole}${CANONICAL.get(power)}`;
}

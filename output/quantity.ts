/** Kubernetes' decimal suffixes, by power of ten; what is larger than an exabyte has no suffix. */
const DECIMAL = new Map([
  [-3, 'm'],
  [0, ''],
  [3, 'k'],
  [6, 'M'],
  [9, 'G'],
  [12, 'T'],
  [15, 'P'],
  [18, 'E'],
]);

/** Kubernetes' binary suffixes, by power of 1024. */
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The API server rounds resources up to thousandths. */
const FINEST = -3;

const powersOfTen = new Map(
  [...DECIMAL, [-6, 'u'] as const, [-9, 'n'] as const].map(([power, suffix]) => [suffix, power]),
);

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
  const match = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d{1,2})?$/.exec(text);
  if (!match) return undefined;
  const [, sign, digits, suffix = ''] = match;
  const amount = thousandths(digits as string, suffix);
  if (amount === undefined || amount > MOST) return undefined;
  if (amount === 0n) return '0';
  return (sign === '-' ? '-' : '') + (binaryText(amount, suffix) ?? decimalText(amount, suffix));
}

function thousandths(digits: string, suffix: string): Thousandths | undefined {
  const [whole = '', fraction = ''] = digits.split('.');
  const mantissa = BigInt(whole + fraction);
  const binary = suffix === '' ? -1 : BINARY.indexOf(suffix);
  const power = (binary > 0 ? 0 : (powersOfTen.get(suffix) ?? Number(suffix.slice(1)))) - fraction.length - FINEST;
  const scaled = mantissa * (binary > 0 ? 1024n ** BigInt(binary) : 1n);
  if (power >= 0) return scaled * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

/** The text of an amount that was given in a binary unit; none where it is small or no whole number. */
function binaryText(amount: Thousandths, suffix: string): string | undefined {
  if (!suffix.endsWith('i') || amount % ONE !== 0n || amount / ONE < 1024n) return undefined;
  let whole = amount / ONE;
  let power = 0;
  while (whole % 1024n === 0n && power < BINARY.length - 1) {
    whole /= 1024n;
    power += 1;
  }
  return `${whole}${BINARY[power]}`;
}

function decimalText(amount: Thousandths, suffix: string): string {
  let whole = amount;
  let power = FINEST;
  while (whole % 1000n === 0n && power < 18) {
    whole /= 1000n;
    power += 3;
  }
  // An amount that was given with an exponent keeps one.
  if (/^[eE][+-]?\d/.test(suffix)) return power === 0 ? `${whole}` : `${whole}e${power}`;
  return `${whole}${DECIMAL.get(power)}`;
}

import { type Changed, changesIn } from './changes.ts';
import type { Place } from './places.ts';

/** What comes of a site, by names such as `dist/`; each is made when it is requested. */
export type Products = Readonly<Record<string, () => string>>;

/** What comes of a site that is accepted, or the report of one that is refused. */
export type Outcome = { readonly products: Products } | { readonly refused: string };

/** A site that is accepted. */
export interface Accepted {
  readonly name: string;
  readonly site: unknown;
}

/** Accepted changes of one place that may be without effect before it is said that the place has none. */
const TRIES = 5;

/** Finds out whether a change at a place makes a difference to what comes of a site. */
export class Effects {
  private readonly made = new Map<unknown, Outcome>();

  /** The product in which a change was last seen: the next place is mostly beside that one, and shows there too. */
  private last = '';

  /**
   * @param sites accepted sites, tried in their order
   * @param outcomeOf reads a site and makes everything of it
   * @param whole products that take the longest, as they hold others: they come when no other shows a change
   */
  constructor(
    private readonly sites: readonly Accepted[],
    private readonly outcomeOf: (input: unknown) => Outcome,
    private readonly whole: readonly string[] = [],
  ) {}

  /** What is wrong with a place; empty once a change there is accepted and shows. */
  complaint(place: Place): string {
    const silent: string[] = [];
    let refused = '';
    for (const { name, change } of this.changes(place)) {
      const outcome = this.outcomeOf(change.input);
      if ('refused' in outcome) refused = outcome.refused;
      else if (this.shows(change, name, outcome.products)) return '';
      else silent.push(name);
      if (silent.length === TRIES) break;
    }
    if (silent.length > 0) return `makes no difference to anything that comes of a site; tried in ${listed(silent)}`;
    if (refused !== '') return `is refused wherever it is tried, the last time with\n\n${refused}`;
    return 'stands in no two sites of test/fixtures with different values: state another in everything-otherwise.ts';
  }

  private *changes(place: Place): Generator<{ name: string; change: Changed }> {
    const inputs = this.sites.map(({ site }) => site);
    for (const { name, site } of this.sites) {
      for (const change of changesIn(site, place, inputs)) yield { name, change };
    }
  }

  private shows({ rivals }: Changed, name: string, products: Products): boolean {
    const base = this.sites.find((one) => one.name === name)?.site;
    const others = [this.remembered(base), ...rivals.map((rival) => this.outcomeOf(rival))];
    return others.every((other) => 'refused' in other || this.differ(products, other.products));
  }

  private remembered(site: unknown): Outcome {
    const outcome = this.made.get(site) ?? this.outcomeOf(site);
    this.made.set(site, outcome);
    return outcome;
  }

  private differ(one: Products, other: Products): boolean {
    const names = Object.keys(one);
    if (names.join() !== Object.keys(other).join()) return true;
    const inOrder = this.last in one ? [this.last, ...names] : names;
    const seen = inOrder.find((name) => one[name]?.() !== other[name]?.());
    if (seen !== undefined && !this.whole.includes(seen)) this.last = seen;
    return seen !== undefined;
  }
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

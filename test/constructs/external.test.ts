import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { Node } from 'constructs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { needsSecrets } from '../../constructs/external.ts';
import { VaultSecret } from '../../constructs/secrets/index.ts';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { manifestsOf } from '../../output/index.ts';

afterEach(() => vi.restoreAllMocks());

/** An app with a chart for each of the names, in which an object needs a Secret. */
function anApp(names: readonly string[]): App {
  const app = new App();
  for (const name of names) {
    const chart = new Chart(app, name, { namespace: name, disableResourceNameHashes: true });
    needsSecrets(new Secret(chart, 'Object', { metadata: { name: 'reader' } }), [`${name}-password`]);
  }
  return app;
}

function fromVault(app: App, folder: string, name: string): void {
  const chart = app.node.findChild(folder) as Chart;
  new VaultSecret(chart, `Secret ${name}`, {
    name,
    keys: { password: 'a password' },
  });
}

/** What the objects of an app declare as external, by their folder. */
function declaredIn(app: App): Record<string, string | undefined> {
  const readers = manifestsOf(app).filter(({ object }) => object.kind === 'Secret');
  return Object.fromEntries(
    readers.map(({ folder, object }) => [folder, object.metadata.annotations?.[ANNOTATION.external]]),
  );
}

describe('a Secret that an object needs', () => {
  test('is declared as external, unless the vault brings it into the namespace of the object', () => {
    const app = anApp(['one', 'two']);
    fromVault(app, 'one', 'one-password');
    fromVault(app, 'one', 'two-password');
    expect(declaredIn(app)).toEqual({ one: undefined, two: 'secret/two-password' });
  });

  test('is no longer declared once the vault brings it, also after a first synth', () => {
    const app = anApp(['one']);
    expect(declaredIn(app)).toEqual({ one: 'secret/one-password' });
    fromVault(app, 'one', 'one-password');
    expect(declaredIn(app)).toEqual({ one: undefined });
  });

  test('of another app with the same names is not taken for it', () => {
    const app = anApp(['one']);
    fromVault(anApp(['one']), 'one', 'one-password');
    expect(declaredIn(app)).toEqual({ one: 'secret/one-password' });
  });

  test('costs no walk through the tree: 400 of them visit twice the constructs of 200', () => {
    expect(visitsFor(400) / visitsFor(200)).toBeCloseTo(2, 1);
  });
});

/** How often a synth of so many objects with a Secret each, half of them from the vault, looks at the children of a construct. */
function visitsFor(count: number): number {
  const names = Array.from({ length: count }, (_, index) => `n${index}`);
  const app = anApp(names);
  for (const name of names.slice(count / 2)) fromVault(app, name, `${name}-password`);
  const children = vi.spyOn(Node.prototype, 'children', 'get');
  manifestsOf(app);
  const visits = children.mock.calls.length;
  children.mockRestore();
  return visits;
}

import { describe, expect, test } from 'vitest';
import { files, textOf } from '../repository/support/files.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;

  /** Whether it comes inside the archive of another package. */
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The project itself, and what has packages of its own: `package.json`, `infra/package.json`. */
const projects = files().filter((file) => /(^|\/)package\.json$/.test(file));

describe.each(projects)('the packages of %s', (project) => {
  const { dependencies, devDependencies } = JSON.parse(textOf(project));
  const lock = project.replace('package.json', 'package-lock.json');
  const { packages } = JSON.parse(textOf(lock)) as { packages: Record<string, Locked> };

  test('are requested in exact versions', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  test('are locked for every system, since npm ci refuses a lock that was made where a registry had not all of them', () => {
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  test('are the very files that were reviewed, for every system', () => {
    const unsure = Object.entries(packages).filter(([path, one]) => path !== '' && !one.inBundle && !one.integrity);
    expect(unsure.map(([path]) => path)).toEqual([]);
  });

  test('come from whatever registry npm is told to use', () => {
    expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
  });
});

test('the text of the licence is the one that package.json names', () => {
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ license: 'Apache-2.0' });
  expect(textOf('LICENSE')).toContain('Apache License\n                           Version 2.0, January 2004');
});

/** What `npm run bench` takes. */
export const COMMAND = {
  usage: `usage: npm run bench [-- [--services N]... [--runs N] [--check | --write]]

  Compares how long a synth takes, how much memory, and what grows, with helm, kustomize and the template of cdk8s init;
  docs/benchmarks.md tells how. Without options it takes the site of platform.ts, then 1 to 10,000 services. helm and
  kubectl are taken from PATH, or from where HELM and KUBECTL say.

  --services N   only so many services of six objects each; may be given several times
  --runs N       how often each side runs, 5 if you give none
  --check        warns of ratios that have become worse than those that are kept
  --write        writes the results to docs/benchmarks.md`,
  options: {
    services: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
};

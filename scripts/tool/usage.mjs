/** What the scripts of package.json are for that run a tool. */
const PURPOSES = {
  lint: 'Finds mistakes, and files that are not formatted.',
  format: 'Formats all files, and corrects what can be corrected without a person.',
  typecheck: 'Checks the types of the project and of the front doors.',
  'docs:policies': 'Writes docs/policies.md from the policies.',
  'docs:teams': 'Writes docs/team-reference.md from the types of teams.',
  'test:example': 'Compares the example, its dist/ and the pages about it with what the project makes of them.',
  'test:owners': 'Makes sites that differ much, and runs in each what its owner would run.',
  'test:cluster': 'Applies dist/ to the cluster of KUBECONFIG and waits until all of it runs. Take one to throw away.',
  'test:argo-cd': 'Lets Argo CD bring the site into the cluster of KUBECONFIG. Take one to throw away.',
  'test:scheduler': 'Queries the scheduler of the cluster of KUBECONFIG where the pods of a site find room.',
  'test:edge':
    'Sends requests through a real Traefik with the flags of the site; .ci/run shows what it wants around it.',
  'test:certificates': 'Lets cert-manager request certificates of the site; .ci/run shows what it wants around it.',
  'test:whole-site': 'Goes from an empty cluster to an answered request; .ci/run shows what it wants around it.',
  'test:node':
    'Tries on a node of the cluster of KUBECONFIG, as root, what keeps pods from the metadata; .ci/run shows how.',
  'test:programs': 'Hands the configuration of the site to the programs that read it, found by PROGRAMS_DIR.',
};

/** The same, of infra/package.json. */
const PURPOSES_IN_INFRA = {
  test: 'Proves the cloud side: every resource against a made-up cloud, the scripts of the machines, keys and plans.',
  'test:tunnel': 'Proves the tunnel in network namespaces of this machine, for which it has to be root.',
  'check:types': 'Checks the types of infra/.',
};

/**
 * What `--help` prints for a script that runs tools.
 *
 * @param {string | undefined} script name in package.json; undefined where nobody came by npm
 * @param {boolean} inInfra whether it is one of infra/package.json
 * @param {readonly (readonly string[])[]} tools what runs, each with its words
 */
export function toolUsage(script, inInfra, tools) {
  const plain = tools.map((words) => words.filter((word) => !['--help', '-h'].includes(word)).join(' '));
  const [last = ''] = plain.at(-1)?.split(' ') ?? [];
  const purpose = (inInfra ? PURPOSES_IN_INFRA : PURPOSES)[script ?? ''];
  return [
    `usage: ${commandOf(script, inInfra)} [-- WORD...]\n`,
    ...(purpose ? [`  ${purpose}\n`] : []),
    `  It runs ${plain.join(' && ')}`,
    `  WORD   goes to ${last}; npx ${last} --help lists what it takes\n`,
  ].join('\n');
}

function commandOf(script, inInfra) {
  if (script === undefined) return 'node scripts/tool.mjs TOOL';
  const command = script === 'test' ? 'npm test' : `npm run ${script}`;
  return inInfra ? `${command} --prefix infra` : command;
}

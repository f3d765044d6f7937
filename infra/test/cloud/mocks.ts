import * as pulumi from '@pulumi/pulumi';
import type { SiteInput } from '../../../site/index.ts';
import { program } from '../../program.ts';

/** One resource as it was asked of the cloud. */
export interface Asked {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** What was built, and what the stack told. */
export interface Built {
  readonly resources: readonly Asked[];
  readonly outputs: unknown;
}

/** What a made-up region answers to one look-up, by its token; an unknown one must not pass. */
export type Answers = Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;

/** What the cloud adds to a resource once it is there. */
const STATE: Readonly<Record<string, Record<string, unknown>>> = {
  'oci:Core/vcn:Vcn': { defaultSecurityListId: 'the default list' },
  'oci:Core/publicIp:PublicIp': { ipAddress: '203.0.113.20' },
  'oci:Core/instance:Instance': { publicIp: '203.0.113.99' },
  'oci:ContainerEngine/cluster:Cluster': { endpoints: [{ privateEndpoint: '10.0.2.5:6443' }] },
};

/** Identifier that the made-up cloud gives to a resource: `Subnet/nodes`. */
function idOf(type: string, name: string): string {
  return `${type.split(':').at(-1)}/${name}`;
}

/** What came of a run: the stack's outputs, or the error with which it ended, and everything that was asked before. */
export interface Run extends Pick<Built, 'resources'>, Partial<Pick<Built, 'outputs'>> {
  /** Tokens of the look-ups. */
  readonly calls: readonly string[];

  readonly error?: unknown;
}

/** Runs the whole program against a made-up cloud. */
export async function build(site: SiteInput, answers: Answers): Promise<Built> {
  const { resources, outputs, error } = await run(site, answers);
  if (error !== undefined) throw error;
  return { resources, outputs };
}

/** Runs the whole program against a made-up cloud, to whatever end. */
export async function run(site: SiteInput, answers: Answers): Promise<Run> {
  const resources: Asked[] = [];
  const calls: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        resources.push({ type, name, inputs });
        return { id: idOf(type, name), state: { ...inputs, ...STATE[type] } };
      },
      call: ({ token, inputs }) => {
        calls.push(token);
        const answer = answers[token];
        if (answer) return answer(inputs);
        throw new Error(`nobody expected the call ${token}`);
      },
    },
    'armstead',
    'test',
    false,
  );
  try {
    const outputs = await settled(pulumi.output(await program(site)));
    await pulumi.runtime.disconnect();
    return { resources, calls, outputs };
  } catch (error) {
    // Pulumi carries the error of a mock without its message.
    const unexpected = calls.filter((token) => !(token in answers));
    const cause = unexpected.length > 0 ? new Error(`nobody expected the call ${unexpected.join(', ')}`) : error;
    return { resources, calls, error: cause };
  }
}

function settled<T>(output: pulumi.Output<T>): Promise<unknown> {
  return new Promise((resolve) => {
    output.apply((value) => resolve(value));
  });
}

/** How often each type was asked for, components included. */
export function counts({ resources }: Pick<Built, 'resources'>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { type } of resources) found[type] = (found[type] ?? 0) + 1;
  return found;
}

/** The inputs of one resource; a name that is missing or taken twice within a type fails. */
export function inputsOf({ resources }: Built, type: string, name: string): Record<string, unknown> {
  const found = resources.filter((resource) => resource.type === type && resource.name === name);
  if (found.length !== 1) throw new Error(`${found.length} resources are called ${name} and of type ${type}`);
  return found[0]?.inputs as Record<string, unknown>;
}

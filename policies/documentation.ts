import { ANNOTATION, ANNOTATIONS, type Annotation, exceptionFrom } from '../kubernetes/annotations.ts';
import type { Topic } from './catalogue.ts';
import { EXCEPTIONS_HOLD } from './engine/exceptions.ts';
import type { Policy } from './policy.ts';

/** The page that lists every policy, as Markdown. */
export function policiesPage(topics: readonly Topic[]): string {
  return `${[INTRODUCTION, contents(topics), EXCEPTIONS, annotationsSection(), ...topics.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Policies

A policy is a rule over the finished objects. Every synth holds all of them against the whole site, prints every finding
at once, each with its file, its place, what was found, the rule and what to write instead, and writes nothing until
there is none left.

This page is made from the policies themselves: \`npm run docs:policies\` writes it, and a test fails when it is stale.`;

const EXCEPTIONS = `## Exceptions

Some objects must break a rule. The construct that makes one says so, with the reason in a sentence:

\`\`\`ts
exempt(ApiObject.of(daemonSet), 'pods-mount-no-host-path', 'makes directories on the disk of the node');
\`\`\`

The exception becomes the annotation \`${ANNOTATION.exception}<id>\` on the object, so that whoever reads \`dist/\` sees it, and every
synth counts the exceptions: \`grep -r ${ANNOTATION.exception} dist\` shows them. It holds for this object and this policy alone.

A policy of its own, \`${EXCEPTIONS_HOLD.id}\`, looks after exceptions: one that names no policy, gives no reason, or excepts
nothing because the object keeps the policy is a finding. ${EXCEPTIONS_HOLD.why}

Some policies allow no exception, because nothing would work with one; they say why.`;

/** Every annotation of ours: their keys stand in one list, from which this is made. */
function annotationsSection(): string {
  const rows = Object.values<Annotation>(ANNOTATIONS).map(
    ({ key, rest = '', on, says }) => `| \`${key}${rest}\` | ${on} | ${says} |`,
  );
  const table = ['| annotation | on | says |', '| --- | --- | --- |', ...rows].join('\n');
  return `## Our annotations\n\nWhat objects say in words of this project, for policies and for whoever reads \`dist/\`:\n\n${table}`;
}

function contents(topics: readonly Topic[]): string {
  const lines = topics.map(({ title, policies }) => `- [${title}](#${anchor(title)}) (${policies.length})`);
  return `There are ${topics.flatMap(({ policies }) => policies).length} policies:\n\n${lines.join('\n')}`;
}

function section({ folder, title, policies }: Topic): string {
  return [`## ${title}`, `In \`policies/${folder}/\`.`, ...policies.map(entry)].join('\n\n');
}

function entry({ id, title, why, absolute }: Policy): string {
  const exception = absolute ? `No exception: ${absolute}.` : `Exception: \`${exceptionFrom(id)}\`.`;
  return `### ${id}\n\n**${title}** ${why}\n\n${exception}`;
}

/** The link to a heading, as the places that show Markdown make it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

import type { Board } from './board.ts';
import { logCounts, logLines } from './log-panels.ts';

const NAMESPACE = 'kubernetes.pod_namespace';
const POD = 'kubernetes.pod_name';
const CONTAINER = 'kubernetes.container_name';

/**
 * A field that has one of the values chosen at the top. The words after the colons keep the plugin from rewriting the
 * query in its own way.
 */
const chosen = (field: string, choice: string) => `"${field}"=~\`\${${choice}:regex}\``;

const IN_NAMESPACE = `{${chosen(NAMESPACE, 'namespace')}}`;
const OF_POD = `{${chosen(NAMESPACE, 'namespace')}, ${chosen(POD, 'pod')}}`;
const OF_CONTAINER = `{${chosen(NAMESPACE, 'namespace')}, ${chosen(POD, 'pod')}, ${chosen(CONTAINER, 'container')}}`;

/** The star stands for any line, so that nothing written means all of them. */
const FOUND = `${OF_CONTAINER} (* \${text:raw})`;

/** What all pods write. */
export const logs: Board = {
  uid: 'logs',
  title: 'Logs',
  description: 'What all pods write, to be searched by namespace, pod, container and text.',
  fields: [
    { name: 'namespace', label: 'Namespace', field: NAMESPACE, among: '*' },
    { name: 'pod', label: 'Pod', field: POD, among: IN_NAMESPACE },
    { name: 'container', label: 'Container', field: CONTAINER, among: OF_POD },
  ],
  text: {
    name: 'text',
    label: 'Text',
    description: 'Words or filters of LogsQL: refused, "connection refused", i(Error), warn or error, level:error',
  },
  panels: [
    logCounts({
      title: 'Lines by namespace',
      description: 'How many lines fit the choices above; what suddenly writes much has something to say.',
      expr: FOUND,
      by: NAMESPACE,
    }),
    logLines({
      title: 'Lines',
      description: 'The newest 500 lines that fit the choices above. Open one to see its fields.',
      expr: FOUND,
    }),
  ],
};

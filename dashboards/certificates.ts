import type { Board } from './board.ts';
import { figure, graph, table } from './panels.ts';

/** Certificates. */
export const certificates: Board = {
  uid: 'certificates',
  title: 'Certificates',
  description: "Certificates of public hosts: how long each lasts, and how the dealings with Let's Encrypt go.",
  panels: [
    figure({
      title: 'Next end',
      description: 'Time until the first certificate ends; below 30 days it should have been renewed.',
      unit: 's',
      limits: [21 * 86_400, 14 * 86_400],
      queries: [{ expr: 'min(certmanager_certificate_expiration_timestamp_seconds) - time()' }],
    }),
    figure({
      title: 'Not ready',
      description: 'Certificates that are not there yet, or no longer good.',
      unit: 'short',
      limits: [1],
      queries: [{ expr: 'sum(certmanager_certificate_ready_status{condition="False"})' }],
    }),
    graph({
      title: "Requests to Let's Encrypt",
      description: 'By the status of the answer; 429 means that a limit is reached: wait, and use staging to try.',
      unit: 'reqps',
      queries: [{ expr: 'sum by (status) (rate(certmanager_acme_client_request_count[1h]))', legend: '{{status}}' }],
    }),
    table({
      title: 'Certificates',
      description: 'Time until each ends.',
      unit: 's',
      queries: [
        {
          expr: 'sort(min by (exported_namespace, name) (certmanager_certificate_expiration_timestamp_seconds) - time())',
        },
      ],
    }),
  ],
};

import type { Board } from './board.ts';
import { figure, graph } from './panels.ts';

/** Traefik's own name of what it sends requests to: scraping keeps it apart from the name of a team's service. */
const BUSY = 'backend=~"$backend"';

/** Requests from outside. */
export const edge: Board = {
  uid: 'edge',
  title: 'Edge',
  description: 'Requests from outside: how many, how fast, how many fail; and sign-on.',
  choices: [{ name: 'backend', label: 'Service', query: 'label_values(traefik_service_requests_total, backend)' }],
  panels: [
    figure({
      title: 'Requests in a second',
      description: 'Over all services.',
      unit: 'reqps',
      queries: [{ expr: 'sum(rate(traefik_entrypoint_requests_total[5m]))' }],
    }),
    figure({
      title: 'Failed',
      description: 'Share of requests that a service answered with 5xx.',
      unit: 'percentunit',
      limits: [0.01, 0.05],
      queries: [
        {
          expr: 'sum(rate(traefik_service_requests_total{code=~"5.."}[5m])) / sum(rate(traefik_service_requests_total[5m]))',
        },
      ],
    }),
    figure({
      title: 'Open connections',
      description: 'Over all entry points.',
      unit: 'short',
      queries: [{ expr: 'sum(traefik_open_connections)' }],
    }),
    figure({
      title: 'Sign-on requests in a second',
      description: 'Requests of which the sign-on guard has decided.',
      unit: 'reqps',
      queries: [{ expr: 'sum(rate(oauth2_proxy_requests_total[5m]))' }],
    }),
    graph({
      title: 'Requests by service',
      description: 'Requests in a second.',
      unit: 'reqps',
      queries: [
        { expr: `sum by (backend) (rate(traefik_service_requests_total{${BUSY}}[5m]))`, legend: '{{backend}}' },
      ],
    }),
    graph({
      title: 'Requests by answer',
      description: 'Requests in a second by the status of the answer.',
      unit: 'reqps',
      stacked: true,
      queries: [{ expr: `sum by (code) (rate(traefik_service_requests_total{${BUSY}}[5m]))`, legend: '{{code}}' }],
    }),
    graph({
      title: 'Time to answer',
      description: 'Nineteen of twenty requests are answered within this time.',
      unit: 's',
      queries: [
        {
          expr: `histogram_quantile(0.95, sum by (le, backend) (rate(traefik_service_request_duration_seconds_bucket{${BUSY}}[5m])))`,
          legend: '{{backend}}',
        },
      ],
    }),
    graph({
      title: 'Sign-on by answer',
      description: '401 and 403 mean that somebody was not let in; 5xx that the guard itself fails.',
      unit: 'reqps',
      stacked: true,
      queries: [{ expr: 'sum by (code) (rate(oauth2_proxy_requests_total[5m]))', legend: '{{code}}' }],
    }),
  ],
};

import type { Board } from './board.ts';
import { machinePanels } from './machines.ts';
import { figure, graph } from './panels.ts';

/** Home, through the tunnel. */
export const home: Board = {
  uid: 'home',
  title: 'Home',
  description: 'The machines and services at home that platform.ts names under home, probed through the tunnel.',
  choices: [{ name: 'instance', label: 'Machine', query: 'label_values(up{job="home"}, instance)' }],
  panels: [
    figure({
      title: 'Machines that answer',
      description: 'None means that the tunnel is down.',
      unit: 'short',
      width: 6,
      limits: [1, 0.5],
      queries: [{ expr: 'sum(up{job="home"})' }],
    }),
    graph({
      title: 'Answers',
      description:
        '1 while a machine answers. All lines falling together mean the tunnel, one alone means the machine.',
      unit: 'short',
      width: 18,
      max: 1,
      queries: [{ expr: 'up{job="home",instance=~"$instance"}', legend: '{{instance}}' }],
    }),
    figure({
      title: 'Services that answer',
      description: 'Any answer but an error of the service itself counts, also one that wants a password.',
      unit: 'short',
      width: 6,
      limits: [1, 0.5],
      queries: [{ expr: 'count(probe_http_status_code{job="home-services"} < 500 > 0)' }],
    }),
    graph({
      title: 'Time until a service answers',
      description: 'Probed once a minute, through the tunnel and past the edge. 8 seconds mean that it did not.',
      unit: 's',
      width: 18,
      queries: [{ expr: 'sum by (instance) (probe_duration_seconds{job="home-services"})', legend: '{{instance}}' }],
    }),
    ...machinePanels('job="home",instance=~"$instance"'),
  ],
};

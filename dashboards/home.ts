import type { Board } from './board.ts';
import { machinePanels } from './machines.ts';
import { figure, graph } from './panels.ts';

/** Home, through the tunnel. */
export const home: Board = {
  uid: 'home',
  title: 'Home',
  description: 'The machines at home that platform.ts names under home.targets, asked through the tunnel.',
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
    ...machinePanels('job="home",instance=~"$instance"'),
  ],
};

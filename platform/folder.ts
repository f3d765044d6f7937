import type { Chart } from 'cdk8s';
import type { Plan } from '../site/plan/index.ts';

/** Fills the chart of a folder with what the plan says. */
export type Build = (chart: Chart, plan: Plan) => void;

import { Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { labelsOf } from '../../site/plan/labels.ts';

/** Name of the header by which a browser remembers to ask by HTTPS only. */
export const STRICT_TRANSPORT_SECURITY = 'Strict-Transport-Security';

/** A year in seconds: what browsers and their preload lists take for serious. */
const YEAR = 31_536_000;

const ID = 'Answer headers';

/**
 * The headers that every answer of the folder's hosts carries, made once a folder.
 *
 * Other hosts of the domain are left out of it: whether they speak HTTPS is not for this folder to say.
 */
export class AnswerHeaders extends Construct {
  /** `namespace/name` of the ConfigMap, as controllers want it. */
  readonly reference: string;

  /** The headers of the chart in which a construct lies. */
  static of(scope: Construct): AnswerHeaders {
    const chart = Chart.of(scope);
    return (chart.node.tryFindChild(ID) as AnswerHeaders | undefined) ?? new AnswerHeaders(chart);
  }

  private constructor(chart: Chart) {
    super(chart, ID);
    const name = `${chart.node.id}-answer-headers`;
    this.reference = `${chart.namespace}/${name}`;
    new ConfigMap(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'edge', folder: chart.node.id }) },
      data: { [STRICT_TRANSPORT_SECURITY]: `max-age=${YEAR}` },
    });
  }
}

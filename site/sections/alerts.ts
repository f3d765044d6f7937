import { alertTemplate } from '../fields/go-template/index.ts';
import { named, object } from '../fields/object.ts';
import { promql } from '../fields/promql.ts';
import { matches, oneOf, text } from '../fields/text.ts';

/** A condition of your own that somebody should hear of. */
export interface AlertInput {
  /** Query in PromQL, also with functions of MetricsQL; every series that it yields is an alert. */
  readonly expr: string;

  /**
   * What is the case, in one sentence; may name labels and the value: `{{ $labels.instance }} is hot: {{ $value }}`.
   * All functions of vmalert's templates may stand in it, such as `{{ $value | humanizePercentage }}`.
   */
  readonly summary: string;

  /** What to look at and what to do; may name labels and the value too. */
  readonly runbook: string;

  /**
   * How long it must hold before anybody hears of it.
   *
   * @default 5m
   */
  readonly for?: string;

  /**
   * `critical` is repeated every four hours, `warning` once a day.
   *
   * @default warning
   */
  readonly severity?: 'critical' | 'warning';
}

const EXAMPLE = { expr: 'up == 0', summary: 'It is down', runbook: 'Look at it.' };

const name = text(
  'the name of an alert',
  'DiskHot',
  matches(
    'alert-name',
    /^[A-Z][A-Za-z0-9]{2,50}$/,
    'is not a name for an alert (a capital letter, then letters and digits)',
    'write a name such as DiskHot',
  ),
);

/** A sentence that somebody reads at night. */
function sentence(what: string, example: string) {
  return text(
    what,
    example,
    matches('not-empty', /\S/, 'is empty', `write ${what}, such as '${example}'`),
    alertTemplate,
  );
}

export const alertsSchema = named(
  'alert',
  { DiskHot: EXAMPLE },
  name,
  object("{ expr: 'up == 0', summary: '...', runbook: '...' }", {
    expr: text('a query in PromQL', 'up == 0', promql),
    summary: sentence('what is the case', 'The disk is hot'),
    runbook: sentence('what to do', 'Open the window.'),
    for: text(
      'a time',
      '5m',
      matches('short-time', /^(0|[1-9]\d{0,5})[smhd]$/, 'is not a time', 'write a number and s, m, h or d, such as 5m'),
    ).default('5m'),
    severity: oneOf('warning', 'critical').default('warning'),
  }),
);

/** Fewest and most values that a function takes. */
export type Arity = readonly [least: number, most: number];

const [NONE, ONE, TWO, THREE]: readonly Arity[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
] as const;
const MANY = Number.POSITIVE_INFINITY;

/** What Go's own language of templates has (text/template of Go 1.26). */
const OF_GO = {
  ...{ and: [1, MANY], or: [1, MANY], not: ONE, len: ONE, index: [1, MANY], slice: [1, MANY], call: [1, MANY] },
  ...{ html: [0, MANY], js: [0, MANY], urlquery: [0, MANY] },
  ...{ print: [0, MANY], println: [0, MANY], printf: [1, MANY] },
  ...{ eq: [2, MANY], ne: TWO, lt: TWO, le: TWO, gt: TWO, ge: TWO },
};

/** What vmalert adds to it (1.150.0, app/vmalert/templates). */
const OF_VMALERT = {
  ...{ title: ONE, toUpper: ONE, toLower: ONE, stripPort: ONE, stripDomain: ONE, match: TWO, reReplaceAll: THREE },
  ...{ crlfEscape: ONE, quotesEscape: ONE, jsonEscape: ONE, htmlEscape: ONE, safeHtml: ONE },
  ...{ pathEscape: ONE, queryEscape: ONE, externalURL: NONE, pathPrefix: NONE },
  ...{ humanize: ONE, humanize1024: ONE, humanizeDuration: ONE, humanizePercentage: ONE, humanizeTimestamp: ONE },
  ...{ parseDuration: ONE, parseDurationTime: ONE, toTime: ONE, formatTime: TWO, now: NONE },
  ...{ query: ONE, first: ONE, label: TWO, value: ONE, strvalue: ONE, sortByLabel: TWO, args: [0, MANY] },
};

/** Every function that a summary or a runbook may use. */
export const FUNCTIONS = new Map(Object.entries({ ...OF_GO, ...OF_VMALERT }) as [string, Arity][]);

/** What vmalert tells a template of an alert, as fields (`.Value`). */
export const FIELDS = [
  ...['Type', 'Labels', 'Value', 'Expr', 'Interval', 'AlertID', 'GroupID', 'ActiveAt', 'For', 'IsPartial'],
  ...['ExternalLabels', 'ExternalURL'],
];

/** The same as variables (`$value`), and the whole of it. */
export const VARIABLES = [
  '$',
  ...['$value', '$type', '$labels', '$expr', '$interval', '$externalLabels', '$externalURL'],
  ...['$alertID', '$groupID', '$activeAt', '$for', '$isPartial'],
];

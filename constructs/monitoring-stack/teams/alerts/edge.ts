import { type AlertsOf, OF_SERVICE, whose } from './alert.ts';

/** Part of the answers that are errors at which users notice: as the collection awesome-prometheus-alerts has it for Traefik. */
const ERRORS = 0.05;

/** Fewer errors, or late answers, within the time that is looked at are chance and no share. */
const AT_LEAST = 10;

/**
 * Seconds after which an answer is late, and the part of the answers that may be.
 *
 * The largest bound that Traefik measures without being told otherwise; one in twenty as on the dashboard Edge.
 */
const LATE = 5;
const LATE_PART = 0.05;

const ANSWERS = 'traefik_service_requests_total';
const DURATIONS = 'traefik_service_request_duration_seconds';

/** A connection that stays open is not a late answer. */
const ENDS = `${OF_SERVICE},protocol!="websocket"`;

/** What those see who call services from outside. */
export const edge: AlertsOf = (team) => [
  {
    alert: 'ServiceErrors',
    expr:
      `sum by (service) (rate(${ANSWERS}{${OF_SERVICE},code=~"5.."}[5m])) / sum by (service) (rate(${ANSWERS}{${OF_SERVICE}}[5m])) > ${ERRORS} ` +
      `and on (service) sum by (service) (increase(${ANSWERS}{${OF_SERVICE},code=~"5.."}[5m])) >= ${AT_LEAST}`,
    for: '3m',
    severity: 'critical',
    summary: `${whose(team)} answers {{ $value | humanizePercentage }} of all requests with an error`,
    runbook:
      'The dashboard Edge shows since when, the logs of the service why. If it began with a release, go back to the version before it.',
  },
  {
    alert: 'ServiceSlow',
    expr:
      `1 - sum by (service) (rate(${DURATIONS}_bucket{${ENDS},le="${LATE}"}[15m])) / sum by (service) (rate(${DURATIONS}_count{${ENDS}}[15m])) > ${LATE_PART} ` +
      `and on (service) sum by (service) (increase(${DURATIONS}_count{${ENDS}}[15m])) - sum by (service) (increase(${DURATIONS}_bucket{${ENDS},le="${LATE}"}[15m])) >= ${AT_LEAST}`,
    for: '5m',
    severity: 'warning',
    summary: `${whose(team)} needs more than ${LATE} seconds for {{ $value | humanizePercentage }} of its answers`,
    runbook: 'The dashboard Edge shows since when. Is it throttled, or does something that it calls answer late?',
  },
];

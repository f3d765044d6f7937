/**
 * Seconds by which a run of a CronJob may start late.
 *
 * It is also the time in which missed starts are counted: beyond a hundred of them, as after a night in which nothing ran,
 * Kubernetes gives a CronJob up that has no such bound (API reference, CronJobSpec).
 */
export const STARTING_DEADLINE_SECONDS = 300;

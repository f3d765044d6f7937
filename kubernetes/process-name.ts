/** Divides the name of a service from that of a process in the name of an object; neither name has it inside. */
const BETWEEN = '--';

/** Name of the objects of a process beside the one that answers requests: `storefront--images`. */
export function processName(service: string, process: string): string {
  return `${service}${BETWEEN}${process}`;
}

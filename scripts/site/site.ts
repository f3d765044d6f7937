// What the front doors in JavaScript need of the site.
import platform from '../../platform.ts';

export { reportText } from '../../site/index.ts';
export { planSite, platformNamespaces } from '../../site/plan/index.ts';
export { readProject } from '../../site/project.ts';
export { platform };

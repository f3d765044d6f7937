// What the front doors in JavaScript need of the site.
import platform from '../../platform.ts';

export { parseSite, reportText } from '../../site/index.ts';
export { platformNamespaces } from '../../site/plan/namespaces.ts';
export { secretsOf } from '../../site/plan/secrets.ts';
export { platform };

import { buildPlatform } from './constructs/platform.ts';
import { manifestsOf, publish, Refusal, SiteApp } from './output/index.ts';
import * as platform from './platform.ts';
import { budgetJson, budgetMarkdown, budgetOf, budgetText } from './policies/budget/index.ts';
import { check, exceptionsText, findingsText } from './policies/index.ts';
import { pathText, reportText } from './site/index.ts';
import { placeholders } from './site/outputs.ts';
import { paidNotices } from './site/plan/allowance.ts';
import { exampleNotices } from './site/plan/example-values.ts';
import { notices, noticesText } from './site/plan/notices.ts';
import { secretsOf, secretsText } from './site/plan/secrets.ts';
import { readProject } from './site/project.ts';

/** The budget is read alone, and writes nothing anyway. */
const outcome = process.argv[2] === 'budget' ? '' : undefined;
const project = readProject(platform.default);
if (!project.ok) throw new Refusal(reportText(project.problems, outcome));
const { site, outputs } = project.value;
const built = outputs === placeholders ? undefined : outputs;

const app = new SiteApp();
buildPlatform(app, site, built);
const manifests = manifestsOf(app);

const { findings, exceptions } = check(manifests, site);
if (findings.length > 0) throw new Refusal(findingsText(findings));

const budget = budgetOf(manifests, site);
if (process.argv[2] === 'budget') {
  process.stdout.write(process.argv[3] === '--json' ? budgetJson(budget) : budgetText(budget));
} else {
  const changes = publish(manifests, { 'budget.md': budgetMarkdown(budget) });
  const reports = [
    exceptionsText(exceptions),
    noticesText([
      ...exampleNotices(site, pathText),
      ...notices(site, built !== undefined),
      ...paidNotices(site, budget.beyond),
    ]),
    secretsText(secretsOf(site)),
    budgetText(budget),
    changes,
  ];
  process.stderr.write(reports.filter((report) => report !== '').join('\n'));
}

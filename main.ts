import { manifestsOf, publish, Refusal, SiteApp, warmUp } from './output/index.ts';
import { buildPlatform } from './platform/index.ts';
import * as platform from './platform.ts';
import { budgetJson, budgetMarkdown, budgetOf, budgetText } from './policies/budget/index.ts';
import { check, exceptionsText, findingsText } from './policies/index.ts';
import { reportText } from './site/index.ts';
import { noticesText, paidNotices, planSite, sampleOf, secretsText } from './site/plan/index.ts';
import { readProject } from './site/project.ts';

/** The budget is read alone, and writes nothing anyway. */
const outcome = process.argv[2] === 'budget' ? '' : undefined;
const project = readProject(platform.default);
if (!project.ok) throw new Refusal(reportText(project.problems, outcome));
const { site, outputs, versions } = project.value;
const plan = planSite(site, outputs, versions);

warmUp(plan.hosts.length, (small) => buildPlatform(small, sampleOf(plan)));
const app = new SiteApp();
buildPlatform(app, plan);
const manifests = manifestsOf(app);

const { findings, exceptions } = check(manifests, plan);
if (findings.length > 0) throw new Refusal(findingsText(findings));

const budget = budgetOf(manifests, plan);
if (process.argv[2] === 'budget') {
  process.stdout.write(process.argv[3] === '--json' ? budgetJson(budget) : budgetText(budget));
} else {
  const changes = publish(manifests, { 'budget.md': budgetMarkdown(budget) });
  const reports = [
    exceptionsText(exceptions),
    noticesText([...plan.notices, ...paidNotices(plan, budget.beyond)]),
    secretsText(plan.secrets.expected),
    budgetText(budget),
    changes,
  ];
  process.stderr.write(reports.filter((report) => report !== '').join('\n'));
}

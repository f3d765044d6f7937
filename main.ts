import { buildPlatform } from './constructs/platform.ts';
import { manifestsOf, publish, Refusal, SiteApp } from './output/index.ts';
import * as platform from './platform.ts';
import { budgetJson, budgetMarkdown, budgetOf, budgetText } from './policies/budget/index.ts';
import { check, exceptionsText, findingsText } from './policies/index.ts';
import { parseSite, pathText, reportText } from './site/index.ts';
import { OUTPUTS_FILE, placeholders, readOutputs } from './site/outputs.ts';
import { paidNotices } from './site/plan/allowance.ts';
import { exampleNotices } from './site/plan/example-values.ts';
import { notices, noticesText } from './site/plan/notices.ts';
import { secretsOf, secretsText } from './site/plan/secrets.ts';

/** The budget is read alone, and writes nothing anyway. */
const outcome = process.argv[2] === 'budget' ? '' : undefined;
const parsed = parseSite(platform.default);
if (!parsed.ok) throw new Refusal(reportText('platform.ts', parsed.problems, outcome));

const handedOver = readOutputs(OUTPUTS_FILE);
if (!handedOver.ok) throw new Refusal(reportText(OUTPUTS_FILE, handedOver.problems, outcome));
const built = handedOver.value === placeholders ? undefined : handedOver.value;

const app = new SiteApp();
buildPlatform(app, parsed.value, built);
const manifests = manifestsOf(app);

const { findings, exceptions } = check(manifests, parsed.value);
if (findings.length > 0) throw new Refusal(findingsText(findings));

const budget = budgetOf(manifests, parsed.value);
if (process.argv[2] === 'budget') {
  process.stdout.write(process.argv[3] === '--json' ? budgetJson(budget) : budgetText(budget));
} else {
  const changes = publish(manifests, { 'budget.md': budgetMarkdown(budget) });
  const reports = [
    exceptionsText(exceptions),
    noticesText([
      ...exampleNotices(parsed.value, pathText),
      ...notices(parsed.value, built !== undefined),
      ...paidNotices(parsed.value, budget.beyond),
    ]),
    secretsText(secretsOf(parsed.value)),
    budgetText(budget),
    changes,
  ];
  process.stderr.write(reports.filter((report) => report !== '').join('\n'));
}

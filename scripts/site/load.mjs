import launch from '../../launch/index.cjs';

/** The plan of the site that platform.ts states; a site with mistakes ends the program with its report. */
export async function loadedPlan() {
  const { platform, parseSite, reportText, planSite, ...names } = await launch.load('scripts/site/site.ts');
  const parsed = parseSite(platform);
  if (!parsed.ok) {
    process.stderr.write(reportText(parsed.problems, ''));
    process.exit(1);
  }
  return { plan: planSite(parsed.value), ...names };
}

import launch from '../../launch/index.cjs';

/** The site that platform.ts states, and the planners over it; a site with mistakes ends the program with its report. */
export async function loadedSite() {
  const { platform, parseSite, reportText, ...planners } = await launch.load('scripts/site/site.ts');
  const parsed = parseSite(platform);
  if (!parsed.ok) {
    process.stderr.write(reportText(parsed.problems, ''));
    process.exit(1);
  }
  return { site: parsed.value, ...planners };
}

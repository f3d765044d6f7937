import launch from '../../launch/index.cjs';

/** The plan of the site that platform.ts states; a site with mistakes ends the program with its report. */
export async function loadedPlan() {
  const { platform, readProject, reportText, planSite, ...names } = await launch.load('scripts/site/site.ts');
  const project = readProject(platform);
  if (!project.ok) {
    process.stderr.write(reportText(project.problems, ''));
    process.exit(1);
  }
  const { site, versions } = project.value;
  return { plan: planSite(site, undefined, versions), ...names };
}

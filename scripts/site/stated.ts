import platform from '../../platform.ts';
import { reportText } from '../../site/index.ts';
import { type Project, readProject } from '../../site/project.ts';
import { Failure } from '../failure.ts';

/** The site that platform.ts states; one with mistakes is a failure, which is told by its report. */
export function statedProject(): Project {
  const project = readProject(platform);
  if (!project.ok) throw new Failure(reportText(project.problems, '').trimEnd());
  return project.value;
}

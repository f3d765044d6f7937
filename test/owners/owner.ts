import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../repository/support/files.ts';
import { ProjectAndSite, type WorkTree } from '../repository/support/git.ts';
import { linkPackages } from '../support/example-project.ts';

/** This project in a repository, from which every owner of these tests has cloned. */
export class Owners {
  readonly #both = new ProjectAndSite('this project');

  get project(): WorkTree {
    return this.#both.project;
  }

  /**
   * Clones the project for somebody who writes this into `platform.ts`, synthesizes and commits, as the README says.
   *
   * @param besides what they do before the synth
   */
  owner(name: string, platform: string, besides: (site: WorkTree) => void = () => undefined): WorkTree {
    const site = this.#both.clone(name);
    // The packages are those of one `npm ci`, here where the tests run.
    linkPackages(site.path);
    site.write('platform.ts', platform);
    besides(site);
    site.succeed('npm run synth');
    site.commit('Make it mine');
    return site;
  }

  remove(): void {
    this.#both.remove();
  }
}

/** The fixture that states everything as its owner would have it: in `platform.ts`, and its teams in a file of theirs. */
export const everything = {
  platform: fixtureText('accepted/everything')
    .replaceAll("'../../../site/", "'./site/")
    .replace("'../teams-of-everything.ts'", "'./teams/all.ts'"),
  teams: fixtureText('teams-of-everything').replaceAll("'../../site/", "'../site/"),
};

function fixtureText(name: string): string {
  return readFileSync(join(top, `test/fixtures/${name}.ts`), 'utf8');
}

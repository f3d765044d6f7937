import type { SiteInput } from '../../../site/index.ts';
import example from '../../fixtures/example.ts';
import { aSite } from '../../support/site.ts';
import { nativeFiles, OWN_CONTACT } from './native-site.ts';

type Home = NonNullable<SiteInput['home']>;

/** The home of the example with one service under another name. */
export function homeWith(name: string, newName: string): Home {
  const home = example.home as Home;
  const services = Object.entries(home.services ?? {}).map(([own, service]) => [own === name ? newName : own, service]);
  return { ...home, services: Object.fromEntries(services) };
}

/** The definition of a kind of these tests, by its plural; all of them claim the one name Widget. */
export const definition = (plural: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.example.org
spec:
  group: example.org
  names:
    kind: Widget
    plural: ${plural}
  scope: Namespaced
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          type: object
          properties:
            size:
              type: integer
      served: true
      storage: true
`;

const widget = (name: string, namespace: string) => `apiVersion: example.org/v1
kind: Widget
metadata:
  name: ${name}
  namespace: ${namespace}
size: 3
`;

/** With the definition of a kind in one folder, and an object of it beside it and in another. */
export function withWidgets(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(files)
    .set('home/customresourcedefinition.widgets.example.org.yaml', definition('widgets'))
    .set('home/widget.beside.yaml', widget('beside', 'home'))
    .set('monitoring/widget.elsewhere.yaml', widget('elsewhere', 'monitoring'));
}

/** The site with a private repository and everything secret in a vault. Argo CD reads from the given address all the same. */
export function withVault(url: string): Map<string, string> {
  const git = { url: 'https://git.example.net/ana/platform.git', secret: 'platform-repository' };
  const vault = 'ocid1.vault.oc1.eu-frankfurt-1.b5qexample.abtheexample';
  const site = aSite({
    contact: OWN_CONTACT,
    git,
    secrets: { backend: 'oci-vault', vault },
    gitops: { webhook: { secret: 'argocd-webhook' } },
  });
  return new Map(
    [...nativeFiles(site)].map(([path, text]) => [
      path,
      path.startsWith('delivery/') ? text : text.replaceAll(git.url, url),
    ]),
  );
}

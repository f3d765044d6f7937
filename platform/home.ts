import { HomeService } from '../constructs/home-services/index.ts';
import type { HostPlan } from '../site/plan/index.ts';
import type { Build } from './folder.ts';
import { routeTo } from './publish.ts';

/** What runs at home and is reached through the cluster. */
export const buildHome: Build = (chart, { edge, home }) => {
  for (const [name, host] of Object.entries(home?.services ?? {})) {
    const { limits, exposure, guard, timeouts, largestUpload } = routeTo(host);
    new HomeService(chart, `Service ${name}`, {
      ...{ edge, name, host: host.host, protocol: host.backend.protocol, endpoint: outsideOf(host) },
      ...{ exposure, guard, limits, timeouts },
      ...(largestUpload && { largestUpload }),
    });
  }
};

function outsideOf({ host, backend }: HostPlan) {
  if (!backend.outside) throw new Error(`${host} is planned at home and leads nowhere there`);
  return backend.outside;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeYaml } from '../../../constructs/monitoring-stack/probes/index.ts';
import { Background, eventually, freePort } from '../../support/background.ts';
import { query } from './asked.ts';
import { listening, played, type Served, serve } from './played.ts';
import { aPod, onThisMachine, type Target } from './rewritten.ts';
import { alertsConfig, rulesAtOurPace, scrape } from './site.ts';

/** Ports of the programs that really run. */
interface Ports {
  readonly node: number;
  readonly metrics: number;
  readonly rules: number;
  readonly alerts: number;
  readonly prober: number;
}

/** From targets to messages: every program of it that runs here, and servers that play the others. */
export class Chain {
  readonly #background = new Background();
  readonly #servers: Served[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'armstead-chain-'));

  /**
   * Starts every program of the chain; what cannot run here is played from the recordings of it.
   *
   * @param receiver port of this machine that hears of alerts
   */
  async start(receiver: number): Promise<Pick<Ports, 'metrics'>> {
    const [node, metrics, rules, alerts, prober] = await Promise.all(Array.from({ length: 5 }, freePort));
    const ports = { node, metrics, rules, alerts, prober } as Ports;
    const here = onThisMachine(scrape(prober as number), {
      ...(await this.#ofCluster()),
      pods: await this.#pods(ports),
      services: [await this.#service()],
      home: [
        { address: `127.0.0.1:${node}`, labels: { instance: 'nas' } },
        { address: `127.0.0.1:${await freePort()}`, labels: { instance: 'tv' } },
      ],
      'home-services': [
        asked('photos', (await this.serve(createServer(askingWhoIsThere))).port),
        asked('hall', (await this.serve(createServer(trustingNoProxy))).port),
        asked('notes', await freePort()),
      ],
    });
    this.#startTargets(ports, receiver);
    await this.#startStore(ports, here);
    return ports;
  }

  /** Ends everything. */
  async stop(): Promise<void> {
    await this.#background.stop();
    for (const { server } of this.#servers) server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Lets a server listen until the end. */
  async serve(server: Server): Promise<Served> {
    const served = await listening(server);
    this.#servers.push(served);
    return served;
  }

  #startTargets({ node, alerts, prober }: Ports, receiver: number): void {
    this.#background.start('blackbox_exporter', [
      `--config.file=${this.#file('modules.yaml', probeYaml())}`,
      `--web.listen-address=127.0.0.1:${prober}`,
    ]);
    this.#background.start('node_exporter', [`--web.listen-address=127.0.0.1:${node}`]);
    this.#background.start('alertmanager', [
      `--config.file=${this.#file('alerts.yaml', alertsConfig(receiver))}`,
      `--storage.path=${join(this.#folder, 'alerts')}`,
      `--web.listen-address=127.0.0.1:${alerts}`,
      '--cluster.listen-address=',
    ]);
  }

  async #startStore({ metrics, rules, alerts }: Ports, scraped: string): Promise<void> {
    this.#background.start('victoria-metrics', [
      `-storageDataPath=${join(this.#folder, 'metrics')}`,
      `-httpListenAddr=127.0.0.1:${metrics}`,
      `-promscrape.config=${this.#file('scrape.yaml', scraped)}`,
      '-search.latencyOffset=1s',
    ]);
    const url = `http://127.0.0.1:${metrics}`;
    await eventually('the shop is scraped', async () => (await query(metrics, 'shop_errors')).data.result[0]);
    this.#background.start('vmalert', [
      `-rule=${this.#file('rules.yaml', rulesAtOurPace())}`,
      `-datasource.url=${url}`,
      `-remoteWrite.url=${url}`,
      `-remoteRead.url=${url}`,
      `-notifier.url=http://127.0.0.1:${alerts}`,
      `-httpListenAddr=127.0.0.1:${rules}`,
      // Rules are evaluated at once and about now, not after a while and about a while ago.
      '-group.maxStartDelay=1s',
      '-rule.evalDelay=1s',
    ]);
  }

  async #pods({ node, metrics, rules, alerts }: Ports): Promise<Target[]> {
    return [
      aPod('node-metrics', node),
      aPod('metrics', metrics),
      aPod('rules', rules),
      aPod('alerts', alerts),
      aPod('shop', await this.#play(() => 'shop_errors 7', '/own/metrics'), {
        __meta_kubernetes_namespace: 'shop-prod',
        __meta_kubernetes_pod_annotation_prometheus_io_path: '/own/metrics',
        __meta_kubernetes_pod_label_environment: 'prod',
        __meta_kubernetes_pod_label_team: 'shop',
      }),
      aPod('not-asked', await this.#play(() => 'x 1'), {
        __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'false',
      }),
      aPod('over', await this.#play(() => 'x 1'), { __meta_kubernetes_pod_phase: 'Succeeded' }),
      aPod('traefik', await this.#play(() => played('Traefik'))),
      aPod('oauth2-proxy', await this.#play(() => played('oauth2-proxy'))),
      aPod('cert-manager', await this.#play(() => played('cert-manager'))),
      aPod('logs', await this.#play(() => played('VictoriaLogs'))),
    ];
  }

  async #ofCluster(): Promise<Record<string, Target[]>> {
    const named = { instance: '127.0.0.1' };
    const kubelet = { __meta_kubernetes_node_name: '10.0.10.10' };
    const local = async (program: string, labels: Target['labels'], path?: string): Promise<Target[]> => [
      { address: `127.0.0.1:${await this.#play(() => played(program), path)}`, labels: { ...labels } },
    ];
    const argo = await this.#play(() => played('Argo CD'), '/metrics', '127.0.0.2', 8082);
    return {
      'api-server': await local('kube-apiserver', named),
      kubelet: await local('kubelet', kubelet),
      containers: await local('cAdvisor', kubelet, '/metrics/cadvisor'),
      'cluster-state': await local('kube-state-metrics', named),
      'argo-cd': [
        aPod('argocd-application-controller', argo, {
          __meta_kubernetes_pod_annotation_prometheus_io_scrape: '',
          __meta_kubernetes_pod_ip: '127.0.0.2',
          __meta_kubernetes_pod_name: 'argocd-1',
        }),
      ],
    };
  }

  async #service(): Promise<Target> {
    const port = await this.#play(() => 'legacy_requests 1');
    return {
      address: `127.0.0.1:${port}`,
      labels: {
        __meta_kubernetes_namespace: 'shop-prod',
        __meta_kubernetes_pod_ip: '127.0.0.1',
        __meta_kubernetes_pod_name: 'legacy-1',
        __meta_kubernetes_service_annotation_prometheus_io_port: `${port}`,
        __meta_kubernetes_service_annotation_prometheus_io_scrape: 'true',
        __meta_kubernetes_service_name: 'legacy',
      },
    };
  }

  async #play(text: () => string, path?: string, address?: string, port?: number): Promise<number> {
    const served = await serve(text, path, address, port);
    this.#servers.push(served);
    return served.port;
  }

  #file(name: string, text: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, text);
    return path;
  }
}

/** A service at home that trusts no proxy, as Home Assistant begins. */
function trustingNoProxy({ headers }: IncomingMessage, response: ServerResponse): void {
  response.statusCode = headers['x-forwarded-for'] === undefined ? 200 : 400;
  response.end('who are you?');
}

/** A service at home that knows its host and wants a password. */
function askingWhoIsThere({ headers }: IncomingMessage, response: ServerResponse): void {
  response.statusCode = headers.host === 'photos.example.org' ? 401 : 500;
  response.end('who is there?');
}

/** A service at home, as the discovery of a cluster knows it. */
function asked(name: string, port: number): Target {
  return {
    address: `127.0.0.1:${port}`,
    labels: {
      __meta_kubernetes_service_annotation_armstead_host: `${name}.example.org`,
      __meta_kubernetes_service_annotation_prometheus_io_probe: 'true',
      __meta_kubernetes_service_name: name,
      __meta_kubernetes_service_port_name: 'http',
    },
  };
}

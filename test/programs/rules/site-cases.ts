import { type Cases, fires, silent } from './case.ts';

/** The first moment of every test of vmalert-tool, 2000-01-01, in seconds. */
const BEGIN = Date.UTC(2000, 0, 1) / 1000;

const CERTIFICATE = 'name="grafana",exported_namespace="monitoring"';

export const certificates: Cases = {
  CertificateEndsSoon: [
    fires(
      'ten days before the end',
      '2h',
      { [`certmanager_certificate_expiration_timestamp_seconds{${CERTIFICATE}}`]: `${BEGIN + 10 * 86_400}x130` },
      { name: 'grafana', exported_namespace: 'monitoring' },
      'The certificate monitoring/grafana ends in 9d 22h 0m 0s',
    ),
    silent('a month before the end', '2h', {
      [`certmanager_certificate_expiration_timestamp_seconds{${CERTIFICATE}}`]: `${BEGIN + 30 * 86_400}x130`,
    }),
  ],
  CertificateNotReady: [
    fires(
      'when it has not come after half an hour',
      '40m',
      { [`certmanager_certificate_ready_status{${CERTIFICATE},condition="False"}`]: '1x40' },
      { name: 'grafana', exported_namespace: 'monitoring', condition: 'False' },
      'The certificate monitoring/grafana is not ready',
    ),
    silent('when it is there', '40m', {
      [`certmanager_certificate_ready_status{${CERTIFICATE},condition="False"}`]: '0x40',
      [`certmanager_certificate_ready_status{${CERTIFICATE},condition="True"}`]: '1x40',
    }),
  ],
};

export const delivery: Cases = {
  ApplicationOutOfSync: [
    fires(
      'when a folder is not what git says',
      '40m',
      { 'argocd_app_info{name="edge",sync_status="OutOfSync",health_status="Healthy"}': '1x40' },
      { name: 'edge', sync_status: 'OutOfSync', health_status: 'Healthy' },
      'edge is not what git says: OutOfSync',
    ),
    silent('when it is', '40m', {
      'argocd_app_info{name="edge",sync_status="Synced",health_status="Healthy"}': '1x40',
    }),
  ],
  ApplicationUnhealthy: [
    fires(
      'when something in it is broken',
      '20m',
      { 'argocd_app_info{name="edge",sync_status="Synced",health_status="Degraded"}': '1x20' },
      { name: 'edge', sync_status: 'Synced', health_status: 'Degraded' },
      'edge is Degraded',
    ),
    silent('while it is on its way', '20m', {
      'argocd_app_info{name="edge",sync_status="Synced",health_status="Progressing"}': '1x20',
    }),
  ],
};

export const home: Cases = {
  HomeTunnelDown: [
    fires(
      'when no machine answers',
      '10m',
      { 'up{job="home",instance="nas"}': '0x10', 'up{job="home",instance="router"}': '0x10' },
      {},
      'No machine at home answers: the tunnel is probably down',
    ),
    silent('when one of them answers', '10m', {
      'up{job="home",instance="nas"}': '0x10',
      'up{job="home",instance="router"}': '1x10',
    }),
  ],
  HomeTargetDown: [
    fires(
      'when one machine is off',
      '20m',
      { 'up{job="home",instance="nas"}': '0x20', 'up{job="home",instance="router"}': '1x20' },
      { job: 'home', instance: 'nas' },
      'nas at home does not answer',
    ),
    silent('when the tunnel is down', '20m', {
      'up{job="home",instance="nas"}': '0x20',
      'up{job="home",instance="router"}': '0x20',
    }),
  ],
};

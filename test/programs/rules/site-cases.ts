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

const PHOTOS = 'probe_http_status_code{job="home-services",instance="photos"}';
const NOTES = 'probe_http_status_code{job="home-services",instance="notes"}';
const NAS = 'up{job="home",instance="nas"}';
const ROUTER = 'up{job="home",instance="router"}';

export const home: Cases = {
  HomeTunnelDown: [
    fires(
      'when neither a machine nor a service answers',
      '10m',
      { [NAS]: '0x10', [ROUTER]: '0x10', [PHOTOS]: '0x10' },
      {},
      'Nothing at home answers: the tunnel is probably down',
    ),
    fires(
      'when no machine answers and no service is asked, because the prober is down',
      '10m',
      { [NAS]: '0x10' },
      {},
      'Nothing at home answers: the tunnel is probably down',
    ),
    silent('when one machine answers', '10m', { [NAS]: '0x10', [ROUTER]: '1x10', [PHOTOS]: '0x10' }),
    silent('when one service answers, whatever it says', '10m', { [NAS]: '0x10', [PHOTOS]: '502x10' }),
  ],
  HomeTargetDown: [
    fires(
      'when one machine is off',
      '20m',
      { [NAS]: '0x20', [ROUTER]: '1x20' },
      { job: 'home', instance: 'nas' },
      'nas at home does not answer',
    ),
    fires(
      'when all machines are off and a service answers',
      '20m',
      { [NAS]: '0x20', [PHOTOS]: '200x20' },
      { job: 'home', instance: 'nas' },
      'nas at home does not answer',
    ),
    silent('when the tunnel is down', '20m', { [NAS]: '0x20', [ROUTER]: '0x20', [PHOTOS]: '0x20' }),
  ],
  HomeServiceDown: [
    fires(
      'when it answers nothing while another does',
      '15m',
      { [PHOTOS]: '0x15', [NOTES]: '200x15' },
      { job: 'home-services', instance: 'photos' },
      'The service photos at home answers nothing',
    ),
    fires(
      'when it answers an error of its own',
      '15m',
      { [PHOTOS]: '503x15' },
      { job: 'home-services', instance: 'photos' },
      'The service photos at home answers 503',
    ),
    fires(
      'when it does not trust the proxy',
      '15m',
      { [PHOTOS]: '400x15' },
      { job: 'home-services', instance: 'photos' },
      'The service photos at home answers 400',
    ),
    fires(
      'when it does not know the host, or wants another protocol',
      '15m',
      { [PHOTOS]: '421x15', [NOTES]: '200x15' },
      { job: 'home-services', instance: 'photos' },
      'The service photos at home answers 421',
    ),
    silent('when nothing stands at its first page', '15m', { [PHOTOS]: '404x15', [NOTES]: '403x15' }),
    silent('when it asks for a password or sends elsewhere', '15m', { [PHOTOS]: '401x15', [NOTES]: '302x15' }),
    silent('when the tunnel is down', '15m', { [PHOTOS]: '0x15', [NOTES]: '0x15', [NAS]: '0x15' }),
  ],
};

import { type Cases, fires, silent } from './case.ts';

const GATEWAY = 'up{job="gateway",instance="gateway"}';
const NAS = 'up{job="home",instance="nas"}';
const PHOTOS = 'probe_http_status_code{job="home-services",instance="photos"}';

export const gateway: Cases = {
  GatewayDown: [
    fires(
      'when neither the gateway nor anything behind it answers',
      '10m',
      { [GATEWAY]: '0x10', [NAS]: '0x10', [PHOTOS]: '0x10' },
      {},
      'The gateway does not answer: home and kubectl cannot be reached',
    ),
    silent('when home is off and the gateway answers', '10m', { [GATEWAY]: '1x10', [NAS]: '0x10', [PHOTOS]: '0x10' }),
    silent('when it gives out no metrics and home answers through it', '10m', { [GATEWAY]: '0x10', [NAS]: '1x10' }),
    silent('when a service behind it answers, whatever it says', '10m', { [GATEWAY]: '0x10', [PHOTOS]: '502x10' }),
  ],
  GatewayUnwatched: [
    fires(
      'when it gives out no metrics and home answers through it',
      '70m',
      { [GATEWAY]: '0x70', [NAS]: '1x70' },
      {},
      'The gateway does its work but gives out no metrics',
    ),
    silent('when nothing behind it answers', '70m', { [GATEWAY]: '0x70', [NAS]: '0x70', [PHOTOS]: '0x70' }),
    silent('while it is being replaced', '30m', { [GATEWAY]: '0x30', [NAS]: '1x30' }),
  ],
};

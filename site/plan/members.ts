import { providerOf } from '../providers/index.ts';
import type { SignOn } from '../sections/sign-on.ts';

/** Whether an address may sign on, as oauth2-proxy decides it: it is named, or its domain is, or neither is required. */
export function maySignOn(signOn: SignOn, mail: string): boolean {
  const { mails = [] } = signOn;
  const domains = domainsOf(signOn);
  if (mails.length === 0 && domains.length === 0) return true;
  const address = mail.toLowerCase();
  return (
    mails.some((one) => one.toLowerCase() === address) ||
    domains.some((domain) => domain === '*' || address.endsWith(`@${domain}`))
  );
}

/** Domains of which an address suffices to sign on. */
export function domainsOf(signOn: SignOn): readonly string[] {
  return providerOf(signOn).domains(signOn) ?? [];
}

/** The largest hosts of mail at which anybody opens an account, by number of users and by country, November 2026. */
const OPEN_TO_ALL = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com outlook.de hotmail.de hotmail.co.uk hotmail.fr ' +
    'live.co.uk live.nl yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.co.jp yahoo.de yahoo.fr yahoo.it yahoo.es ' +
    'yahoo.co.in icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de freenet.de t-online.de ' +
    'posteo.de posteo.net mailbox.org mail.com email.com proton.me protonmail.com protonmail.ch pm.me tuta.com ' +
    'tutanota.com tuta.io fastmail.com fastmail.fm hey.com zoho.com zohomail.eu yandex.com yandex.ru ya.ru mail.ru ' +
    'bk.ru inbox.ru list.ru rambler.ru qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net docomo.ne.jp ' +
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it wp.pl o2.pl onet.pl interia.pl ' +
    'seznam.cz bluewin.ch ziggo.nl telenet.be btinternet.com sky.com comcast.net verizon.net att.net uol.com.br ' +
    'bol.com.br terra.com.br rediffmail.com'
  ).split(' '),
);

/** Whether anybody can get an address in a domain. */
export function isOpenToAll(domain: string): boolean {
  return OPEN_TO_ALL.has(domain);
}

/** Whether whoever likes has an account at the provider. */
export function hasOpenAccounts(signOn: SignOn): boolean {
  return providerOf(signOn).isOpen(signOn);
}

/**
 * Links as gateways and redirectors write them (facts/meeting-links.md section 10), for tests: the other way round of
 * src/links/wrappers, and written apart from it. The key's first word is the wrapper's id.
 */
export const WRAP: Readonly<Record<string, (link: string) => string>> = {
  safelinks: (link) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02%7C&sdata=x%3D&reserved=0`,
  'safelinks ap': (link) =>
    `https://nam02.safelinks.protection.outlook.com/ap/t-59584e83/?data=05&url=${encodeURIComponent(link)}&reserved=0`,
  'safelinks gov': (link) =>
    `https://gov01.safelinks.protection.office365.us/?url=${encodeURIComponent(link)}&data=05`,
  'safelinks outlook': (link) =>
    `https://outlook.office.com/mail/safelink.html?url=${encodeURIComponent(link)}&corid=x`,
  'safelinks teams': (link) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(link)}&locale=nl-nl`,
  google: (link) =>
    `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D&source=calendar&usg=AOvVaw0`,
  'google url': (link) => `https://www.google.nl/url?sa=t&url=${encodeURIComponent(link)}`,
  'google amp': (link) => `https://www.google.com/amp/s/${link.replace(/^https:\/\//, '')}`,
  'google ads': (link) =>
    `https://www.googleadservices.com/pagead/aclk?sa=L&ai=x&adurl=${encodeURIComponent(link)}`,
  'meet-linkredirect': (link) => `https://meet.google.com/linkredirect?dest=${encodeURIComponent(link)}`,
  'proofpoint v1': (link) =>
    `https://urldefense.proofpoint.com/v1/url?u=${encodeURIComponent(link)}&k=aBc%0A&r=x&m=y`,
  'proofpoint v2': (link) =>
    `https://urldefense.proofpoint.com/v2/url?u=${proofpointV2(link)}&d=DwMFaQ&c=x&r=y&m=z&s=w&e=`,
  'proofpoint v3': (link) => `https://urldefense.com/v3/__${proofpointV3(link)}!!AbCdEf12!x_y-Z9$`,
  'proofpoint v3 one slash': (link) =>
    `https://urldefense.us/v3/__${proofpointV3(link).replace('://', ':/')}!!AbCdEf12!x_y-Z9$`,
  barracuda: (link) =>
    `https://linkprotect.cudasvc.com/url?a=${lowerCaseCodes(encodeURIComponent(link))}&c=E,1,abc,,&typo=1`,
  cisco: (link) => `https://secure-web.cisco.com/1aB_c-dE3/${encodeURIComponent(link)}`,
  trendmicro: (link) =>
    `https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${trendMicro(link)}&umid=x&auth=y`,
  fireeye: (link) => `https://protect2.fireeye.com/v1/url?k=1a2b-3c&q=1&e=4d5e&u=${encodeURIComponent(link)}`,
  'fireeye unencoded': (link) => `https://protect2.fireeye.com/url?k=1a2b.3c&u=${link}`,
  sophos: (link) =>
    `https://eu-central-1.protection.sophos.com/?d=${domainOf(link)}&u=${base64(link)}&i=x&t=y=&h=z`,
  'sophos address alphabet': (link) =>
    `https://us-west-2.protection.sophos.com/?d=${domainOf(link)}&u=${base64url(link)}&p=m&i=x`,
  symantec: (link) => `https://clicktime.symantec.com/15aBcDeF?h=gHi-jK=&u=${encodeURIComponent(link)}`,
  checkpoint: (link) => `https://protect.checkpoint.com/v2/___${link}___.YzJ1OmV4YW1wbGU6YzpvOg`,
  'checkpoint r01 one slash': (link) =>
    `https://protect.checkpoint.com/v2/r01/___${link.replace('://', ':/')}___.YzJ1OmV4YW1wbGU6YzpvOg`,
  'checkpoint avanan': (link) => `https://url.avanan.click/v2/r02/___${link}___.YXAzOmV4YW1wbGU6YTpvOg`,
  slack: (link) => `https://slack-redir.net/link?url=${encodeURIComponent(link)}&v=3`,
  linkedin: (link) =>
    `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(link)}&urlhash=x&trk=y`,
  facebook: (link) => `https://l.facebook.com/l.php?u=${encodeURIComponent(link)}&h=AT0x`,
  awstrack: (link) =>
    `https://abc123.r.eu-west-1.awstrack.me/L0/${encodeURIComponent(link)}/1/0102-0a1b-000000/xY_z-0=388`,
  mandrill: (link) => `https://mandrillapp.com/track/click/30000001/${domainOf(link)}?p=${mandrill(link)}`,
  hornetsecurity: (link) =>
    `https://atpscan.global.hornetsecurity.com/?d=aBc&f=dEf&i=&k=gHi&s=0a1b&u=${encodeURIComponent(link)}`,
};

/** Of those: the wrappers that write the link as it is, so that URL() escapes what a link may not hold. */
export const AS_IT_IS: ReadonlySet<string> = new Set([
  'google amp',
  'fireeye unencoded',
  'checkpoint',
  'checkpoint r01 one slash',
  'checkpoint avanan',
]);

/** "-" for "%", "_" for "/"; so these two, and all that a link's parameter cannot hold, become codes. */
function proofpointV2(link: string): string {
  return encodeURIComponent(link)
    .replaceAll('-', '%2D')
    .replaceAll('_', '%5F')
    .replaceAll('%2F', '_')
    .replaceAll('%', '-');
}

const KEPT = /[A-Za-z0-9\-._~:/?=&;]/;
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SHORTEST_RUN = 2;
const LONGEST_RUN = RUNS.length - 1 + SHORTEST_RUN;

/** Takes out what is not plain, one by one or in runs, and puts it behind the link: "<link>__;<base64>". */
function proofpointV3(link: string): string {
  let written = '';
  let takenOut = '';
  let run = 0;
  const endRun = () => {
    for (; run > 0; run -= Math.min(run, LONGEST_RUN))
      written += run === 1 ? '*' : `**${RUNS.charAt(Math.min(run, LONGEST_RUN) - SHORTEST_RUN)}`;
  };
  for (const character of link) {
    if (KEPT.test(character)) {
      endRun();
      written += character;
    } else {
      takenOut += character;
      run++;
    }
  }
  endRun();
  return `${written}__;${base64url(takenOut)}`;
}

function lowerCaseCodes(encoded: string): string {
  return encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

function trendMicro(link: string): string {
  return lowerCaseCodes(encodeURIComponent(link)).replaceAll('-', '%2d').replaceAll('.', '%2e');
}

/** `p` of a counted click: JSON in JSON, with "/" escaped as PHP does. */
function mandrill(link: string): string {
  const inner = JSON.stringify({ u: 30000001, v: 1, url: link, id: '0a1b' }).replaceAll('/', '\\/');
  return base64url(JSON.stringify({ s: 'aBc', v: 1, p: inner }));
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function domainOf(link: string): string {
  return new URL(link).hostname.split('.').slice(-2).join('.');
}

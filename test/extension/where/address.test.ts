import { describe, expect, it } from 'vitest';
import { siteFromAddress } from '../../../extension/where/address.ts';

describe('an address that people paste', () => {
  it.each([
    ['mail.example.gov', 'mail.example.gov'],
    ['  https://mail.example.gov/owa/#path=/mail  ', 'mail.example.gov'],
    ['https://MAIL.Example.gov:8443/', 'mail.example.gov'],
    ['mail.example.gov:8443/owa', 'mail.example.gov'],
    ['//mail.example.gov/', 'mail.example.gov'],
    ['mail.example.gov.', 'mail.example.gov'],
    ['post.gemeente-één.example', 'post.xn--gemeente-n-j7aa.example'],
    ['https://webmail/', 'webmail'],
    ['https://192.0.2.7/mail', '192.0.2.7'],
  ])('%s is a site', (written, host) => {
    expect(siteFromAddress(written)).toEqual({ pattern: `https://${host}/*` });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['anna@example.gov', 'mail'],
    ['mailto:anna@example.gov', 'mail'],
    ['http://mail.example.gov/', 'http'],
    ['about:addons', 'not_web'],
    ['chrome://extensions', 'not_web'],
    ['file:///home/anna/mail.html', 'not_web'],
    ['javascript:alert(1)', 'not_web'],
    ['webmail', 'not_address'],
    ['my own webmail', 'not_address'],
    ['https://', 'not_address'],
    ['https://anna:secret@mail.example.gov/', 'not_address'],
    ['*', 'not_address'],
    ['https://*/', 'not_address'],
    ['https://*.gov/', 'not_address'],
    ['mail.example.gov:99999', 'not_address'],
    ['x'.repeat(3000), 'not_address'],
  ])('%s is none', (written, fault) => {
    expect(siteFromAddress(written)).toEqual({ fault });
  });
});

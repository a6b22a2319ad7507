import { appAround, browserKind, systemOf, wayOut } from './browser';

const android =
  'Mozilla/5.0 (Linux; Android 14; SM-A156E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0 Mobile Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const desk = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36';

describe('browsers inside apps', () => {
  it.each([
    [`${android} Line/14.19.1/IAB`, 'LINE'],
    [`${android} [FB_IAB/FB4A;FBAV/480.0.0]`, 'Facebook'],
    [`${iphone} [FBAN/MessengerForiOS;FBAV/480]`, 'Messenger'],
    [`${iphone} Instagram 350.0 (iPhone14,5) [FBAN/FBIOS]`, 'Instagram'],
    [`${android} Zalo android/24110`, 'Zalo'],
    [`${android} KAKAOTALK/25.2.1 (INAPP)`, 'KakaoTalk'],
    [`${iphone} MicroMessenger/8.0.50(0x18003233)`, 'WeChat'],
  ])('knows %s', (userAgent, name) => expect(appAround(userAgent)).toBe(name));

  it('takes a browser of its own for what it is', () => {
    expect(appAround(desk)).toBeNull();
    expect(appAround(`${iphone} Version/18.1 Safari/604.1`)).toBeNull();
  });
});

describe('the way out of an app', () => {
  const address = 'https://okaeri.example/visits/1?as=emily';

  it('is an intent with a fallback on Android', () => {
    const out = wayOut(address, 'Zalo', 'android') ?? '';
    expect(out).toMatch(/^intent:\/\/okaeri\.example\/visits\/1\?as=emily#Intent;scheme=https;/);
    expect(out).toContain(`S.browser_fallback_url=${encodeURIComponent(address)}`);
  });

  it('is its own parameter in LINE, on every system', () => {
    expect(wayOut(address, 'LINE', 'ios')).toBe(`${address}&openExternalBrowser=1`);
  });

  it('does not exist on an iPhone', () => expect(wayOut(address, 'WeChat', 'ios')).toBeNull());
});

describe('the system', () => {
  it('sees through an iPad that calls itself a Mac', () => {
    expect(systemOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).toBe('ios');
    expect(systemOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0)).toBe('desk');
  });

  it('tells the three kinds of settings apart', () => {
    expect(browserKind(desk)).toBe('chromium');
    expect(browserKind(`${iphone} Version/18.1 Safari/604.1`)).toBe('safari');
    expect(browserKind('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')).toBe('firefox');
  });
});

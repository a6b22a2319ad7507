/** Apps that open links in a browser of their own, mostly without camera, by what they write into the user agent. */
const inside: readonly (readonly [name: string, mark: RegExp])[] = [
  ['LINE', /\bLine\//i],
  ['Facebook', /\bFBA[NV]\/|\bFB_IAB\//],
  ['Messenger', /\bMessenger(?:Lite)?ForiOS|\bOrca-Android/i],
  ['Instagram', /\bInstagram\b/],
  ['Zalo', /\bZalo/i],
  ['KakaoTalk', /\bKAKAOTALK\b/i],
  ['WeChat', /\bMicroMessenger\//i],
  ['NAVER', /\bNAVER\(inapp/i],
  ['TikTok', /\bmusical_ly|\bBytedanceWebview|\btrill_/i],
];

/** The app that this page was opened in, or `null` in a browser of its own. */
export function appAround(userAgent: string): string | null {
  // Messenger and Instagram also carry Facebook's mark; the narrower name helps the person more.
  const found = inside.filter(([, mark]) => mark.test(userAgent)).map(([name]) => name);
  return found.find((name) => name !== 'Facebook') ?? found[0] ?? null;
}

export type System = 'android' | 'ios' | 'desk';

export function systemOf(userAgent: string, touchPoints = 0): System {
  if (/Android/i.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/i.test(userAgent)) return 'ios';
  // An iPad says that it is a Mac, but no Mac has a touch screen.
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return 'ios';
  return 'desk';
}

/**
 * A link that leaves the app: Android hands an `intent:` to the person's own browser, LINE understands a parameter of
 * its own. iOS has no such door; there the link is copied.
 */
export function wayOut(address: string, app: string | null, system: System): string | null {
  const url = new URL(address);
  if (app === 'LINE') {
    url.searchParams.set('openExternalBrowser', '1');
    return url.href;
  }
  if (system !== 'android') return null;
  const fallback = encodeURIComponent(url.href);
  const rest = url.href.slice(url.protocol.length);
  return `intent:${rest}#Intent;scheme=${url.protocol.slice(0, -1)};action=android.intent.action.VIEW;S.browser_fallback_url=${fallback};end`;
}

export type BrowserKind = 'safari' | 'firefox' | 'chromium';

/** Whose words to use when telling how to allow the camera. */
export function browserKind(userAgent: string): BrowserKind {
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/Safari\//.test(userAgent) && !/Chrome\/|Chromium\/|CriOS\/|EdgiOS\//.test(userAgent)) return 'safari';
  return 'chromium';
}

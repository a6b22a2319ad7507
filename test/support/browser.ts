import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core';

const executable = () => process.env['OKAERI_CHROMIUM'] ?? '/usr/bin/chromium';

/** Chromium with a fake camera and microphone that nobody has to allow, as quiet on the network as it can be. */
export function launchOptions(flags: readonly string[] = []): LaunchOptions {
  return {
    executablePath: executable(),
    // Playwright mutes by default, and what is muted is not decoded.
    ignoreDefaultArgs: ['--mute-audio'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      ...flags,
    ],
  };
}

export const openChromium = (flags?: readonly string[]): Promise<Browser> => chromium.launch(launchOptions(flags));

/**
 * The browsers of people who sit elsewhere, at machines of their own: here our processes come before them. Chromium takes
 * real time for its sound and precedence for its pictures where it may, as root: a few windows then leave a server no core.
 */
export function openDistantChromium(flags?: readonly string[]): Promise<Browser> {
  const script = join(mkdtempSync(join(tmpdir(), 'okaeri-chromium-')), 'chromium');
  const humble = process.getuid?.() === 0 ? 'setpriv --bounding-set=-sys_nice --inh-caps=-sys_nice ' : '';
  // Linux goes by the session first, where it groups processes by session, and by the process in it.
  const session = '{ echo 10 > /proc/self/autogroup; } 2> /dev/null';
  writeFileSync(script, `#!/bin/sh\n${session}\nexec ${humble}nice -n 5 '${executable()}' "$@"\n`, { mode: 0o700 });
  return chromium.launch({ ...launchOptions(flags), executablePath: script });
}

/**
 * Chromium in which a page that asks for a screen is given the tab of this title, picture and sound, by the browser's own
 * way: the device that stands in for screens elsewhere never ends. Contexts must allow camera and microphone by name.
 */
export function openSharingChromium(title: string): Promise<Browser> {
  const { args = [], ...options } = launchOptions([`--auto-select-tab-capture-source-by-title=${title}`]);
  return chromium.launch({ ...options, args: args.filter((flag) => flag !== '--use-fake-ui-for-media-stream') });
}

/**
 * Lets every page of the context take pictures of one size, whatever it asks for: what a bench compares must be fed with
 * the same picture.
 */
export async function fixCameraSize(context: BrowserContext, width: number, height: number): Promise<void> {
  await context.addInitScript(
    (size) => {
      const devices = navigator.mediaDevices;
      if (!devices) return;
      const capture = devices.getUserMedia.bind(devices);
      devices.getUserMedia = (wanted) => {
        const video = wanted?.video && typeof wanted.video === 'object' ? wanted.video : {};
        return capture(wanted?.video ? { ...wanted, video: { ...video, ...size } } : wanted);
      };
    },
    { width: { exact: width }, height: { exact: height } },
  );
}

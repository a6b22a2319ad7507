import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core';

/** Chromium with a fake camera and microphone that nobody has to allow, as quiet on the network as it can be. */
export function launchOptions(flags: readonly string[] = []): LaunchOptions {
  return {
    executablePath: process.env['OKAERI_CHROMIUM'] ?? '/usr/bin/chromium',
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

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { giveVoices } from '../support/ears';
import type { MailSink, SunkMail } from '../support/mail-sink';
import { Person } from './person';

const run = promisify(execFile);
const token = /\/link#[siv]\.[\w-]{43}/;

/** The address of a mail that lets its reader in. */
export function linkOf(mail: SunkMail): string {
  const found = new RegExp(`\\S+${token.source}`).exec(mail.mail.text ?? '');
  if (!found) throw new Error(`The mail ${mail.kind ?? '?'} to ${mail.to} brings no link.`);
  return found[0];
}

/** What the operator's terminal prints after `npm run admin -- invite MAIL`. */
export async function inviteByCommand(databaseUrl: string, origin: string, words: string[]): Promise<string> {
  const entry = resolve(process.env['OKAERI_BUILD'] ?? 'dist', 'apps/api/src/admin/admin.js');
  const env = { ...process.env, DATABASE_URL: databaseUrl, PUBLIC_URL: origin };
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', entry, 'invite', ...words], {
    env,
  });
  const found = new RegExp(`\\S+${token.source}`).exec(stdout);
  if (!found) throw new Error('The command printed no link.');
  return found[0];
}

/** A person with a browser of her own, who comes in by what is in her mail. */
export class Reader extends Person {
  constructor(
    readonly address: string,
    page: Page,
    private readonly origin: string,
    private readonly sink: MailSink,
  ) {
    super(address.split('@')[0] ?? address, page);
  }

  static async arrive(
    browser: Browser,
    at: { origin: string; sink: MailSink; locale: Locale; zone: string; width?: number },
    address: string,
  ): Promise<Reader> {
    const context = await browser.newContext({
      locale: localeTags[at.locale],
      timezoneId: at.zone,
      permissions: ['camera', 'microphone'],
      viewport: { width: at.width ?? 1440, height: at.width ? 740 : 900 },
    });
    await giveVoices(context);
    return new Reader(address, await context.newPage(), at.origin, at.sink);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.origin).href);
  }

  /** Opens an address and presses the one button there: opening alone lets nobody in. */
  async comeInBy(link: string): Promise<void> {
    await this.page.goto(link);
    await this.screen('link');
    await this.press('redeem');
  }

  /** The newest mail of a kind that she has not opened before. */
  async openMail(kind: NonNullable<SunkMail['kind']>, after = 0): Promise<void> {
    await this.comeInBy(linkOf(await this.sink.mailTo(this.address, kind, { after, withinMs: 20_000 })));
  }

  /** From the first page, by her address alone. */
  async signInByMail(after = 0): Promise<void> {
    await this.goTo('/');
    await this.screen('sign-in');
    await this.fill('email', this.address);
    await this.press('ask-link');
    await this.screen('sign-in-sent');
    await this.openMail('sign_in', after);
  }

  /** How she is called, in her script and in Latin letters. */
  async welcome(name: string, nameLatin: string): Promise<void> {
    await this.screen('welcome');
    await this.fill('name', name);
    await this.fill('nameLatin', nameLatin);
    await this.press('save');
  }

  async fill(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"]:visible, textarea[name="${name}"]:visible`).first().fill(value);
  }

  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`select[name="${name}"]:visible`).first().selectOption(value);
  }

  async tick(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
  }

  /** Waits for words on the page, wherever they stand. */
  async reads(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor({ timeout: 20_000 });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

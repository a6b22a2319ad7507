import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { lookAt } from './look';

/** What a designer or a person who cannot see would stumble over on the page as it stands. Empty where nothing is. */
export async function findings(page: Page): Promise<string[]> {
  const [seen, heard] = [await lookAt(page), await axe(page)];
  return [...seen, ...heard];
}

async function axe(page: Page): Promise<string[]> {
  // Nothing runs in the frame of a mail, axe neither: mails are looked at on pages of their own.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `axe ${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

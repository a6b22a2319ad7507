import type { Page } from 'playwright-core';

/** Smallest side of anything that is pressed, in CSS pixels; ours are 48, and 44 is what fails. */
const smallestTarget = 44;

/** What a designer would stumble over on the page as it stands: sideways scroll, cut text, targets too small for a thumb. */
export const lookAt = (page: Page): Promise<string[]> => page.evaluate(look, smallestTarget);

/** Runs in the page. */
function look(smallest: number): string[] {
  const found: string[] = [];
  const about = (element: Element) => {
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 40);
    return `<${element.localName}> "${name}"`;
  };
  const shown = (element: Element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  /** Kept in the page for the ear only. */
  const unseen = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath.startsWith('inset(') || style.clip === 'rect(0px, 0px, 0px, 0px)') return true;
    }
    return false;
  };

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px`);

  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) found.push(`has ${headings} h1`);
  if (!document.title.includes('Okaeri')) found.push(`has the title "${document.title}"`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || !element || !shown(element) || unseen(element)) continue;
    const fileName = /\.(?:png|jpe?g|webp|pdf|ics)$/.test(text);
    if (/^[a-z]+(\.[a-zA-Z_]+){1,4}$/.test(text) && !text.includes('@') && !fileName)
      found.push(`shows a key, not words: ${text}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.right > root.clientWidth + 1 || box.left < -1) found.push(`text leaves the window: ${about(element)}`);
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const frame = at.getBoundingClientRect();
      const sideways = cut(style.overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1);
      const below = cut(style.overflowY) && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2);
      if (sideways || below) {
        found.push(`text is cut: ${about(element)}`);
        break;
      }
      if (!cut(style.overflowX) && style.overflowX !== 'visible') break;
    }
  }

  const pressed =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], [role=tab], [role=slider]';
  for (const element of document.querySelectorAll<HTMLElement>(pressed)) {
    if (!shown(element) || unseen(element)) continue;
    const label = (element as Partial<HTMLInputElement>).labels?.[0] ?? element.closest('label');
    const boxes = [element, ...(label ? [label] : [])].map((one) => one.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    if (Math.min(width, height) < smallest - 0.5) {
      found.push(`target of ${Math.round(width)} × ${Math.round(height)} px: ${about(element)}`);
    }
  }
  return [...new Set(found)];
}

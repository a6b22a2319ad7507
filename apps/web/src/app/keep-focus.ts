/** What stays when something in it vanishes, and can be stood on: the first of them is the heading of the page. */
const home = '[data-home]';

/**
 * What is pressed often vanishes by it: who was let in, a question that was answered, a time that was taken. Without
 * this the focus falls out of the page, and who works by keyboard or by ear begins again at the top.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** Where the focus was, and in what. */
  let stood: HTMLElement[] = [];
  const focused = ({ target }: FocusEvent) => {
    stood = [];
    for (let at = target instanceof HTMLElement ? target : null; at && root.contains(at); at = at.parentElement)
      stood.push(at);
  };
  // Whoever presses beside everything wants nothing to be chosen.
  const pressed = () => (stood = []);
  const observer = new MutationObserver(() => {
    const [last] = stood;
    if (!last || (document.activeElement && document.activeElement !== document.body)) return;
    // Moved to another place, or shut for as long as an answer was waited for.
    if (last.isConnected) return last.focus({ preventScroll: true });
    for (const at of stood) {
      const next = !at.isConnected ? null : at.matches(home) ? at : at.querySelector<HTMLElement>(home);
      next?.focus({ preventScroll: true });
      if (document.activeElement === next) return;
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', focused);
  root.addEventListener('pointerdown', pressed);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', focused);
    root.removeEventListener('pointerdown', pressed);
  };
}

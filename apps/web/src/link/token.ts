const shape = /^[siv]\.[\w-]{43}$/;
let kept: string | null = null;

/**
 * The token behind the #, taken out of the address at once: what stands in the address bar is copied, photographed and
 * kept in the history. Kept here for as long as this page lives.
 */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  if (shape.test(token)) kept = token;
  return kept;
}

export function forgetToken(): void {
  kept = null;
}

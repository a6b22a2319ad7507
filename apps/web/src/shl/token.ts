/** The secret of a link of this house that stands behind the `#` of an address; `null` for anything else. */
export function tokenOf({ hash, origin }: Pick<Location, 'hash' | 'origin'>): string | null {
  const [, coded] = /shlink:\/([A-Za-z0-9_-]+)/.exec(hash) ?? [];
  if (!coded) return null;
  try {
    const bytes = Uint8Array.from(atob(coded.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    const payload = JSON.parse(new TextDecoder().decode(bytes)) as { url?: unknown };
    const url = new URL(String(payload.url));
    // What another house keeps is not asked for here: this page speaks to its own server alone.
    const [, token] = /^\/api\/shl\/([A-Za-z0-9_-]{43})$/.exec(url.pathname) ?? [];
    return url.origin === origin ? (token ?? null) : null;
  } catch {
    return null;
  }
}

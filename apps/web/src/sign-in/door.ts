import type { SessionPage } from '@okaeri/contracts';

/** What stands before every page: a code, a sign-in that happens by itself, the page, or one that asks who is there. */
export type Door = 'code' | 'knock' | 'page' | 'signed-out' | 'sign-in' | 'welcome' | 'visit-only';

interface Seen {
  session: SessionPage;
  /** `?as=` of a link on a local network, where all people share one host name. */
  asked: string | null;
  /** She signed out of this window herself: it must not sign in again by itself. */
  signedOutHere: boolean;
  /** Which page the address asks for. A link brings its own key; a guest's key fits one visit. */
  at: 'start' | 'link' | 'welcome' | 'visit' | 'other';
}

/** Decides from what the server said about this window. */
export function doorOf({ session, asked, signedOutHere, at }: Seen): Door {
  const { me, demo } = session;
  if (demo?.codeNeeded) return 'code';
  if (at === 'link') return 'page';
  if (demo && asked !== null) return 'knock';
  if (me) {
    if (session.welcomeNeeded && at !== 'welcome') return 'welcome';
    return session.scope && at !== 'visit' && at !== 'welcome' ? 'visit-only' : 'page';
  }
  if (!demo) return 'sign-in';
  if (demo.persona) return signedOutHere ? 'signed-out' : 'knock';
  return at === 'start' ? 'page' : 'signed-out';
}

import type { SessionPage } from '@okaeri/contracts';

/** What stands before every page: a code, a sign-in that happens by itself, the page, or "you are signed out". */
export type Door = 'code' | 'knock' | 'page' | 'signed-out';

interface Seen {
  session: SessionPage;
  /** `?as=` of a link on a local network, where all people share one host name. */
  asked: string | null;
  /** She signed out of this window herself: it must not sign in again by itself. */
  signedOutHere: boolean;
  atStart: boolean;
}

/** Decides from what the server said about this window. */
export function doorOf({ session, asked, signedOutHere, atStart }: Seen): Door {
  const { me, demo } = session;
  if (demo?.codeNeeded) return 'code';
  if (demo && asked !== null) return 'knock';
  if (me) return 'page';
  if (!demo) return 'signed-out';
  if (demo.persona) return signedOutHere ? 'signed-out' : 'knock';
  return atStart ? 'page' : 'signed-out';
}

import type { Me, SessionPage } from '@okaeri/contracts';
import { doorOf } from './door';

const me: Me = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' },
  language: 'en',
  zone: 'America/Toronto',
  place: 'Toronto',
  roles: ['patient'],
  institutions: [],
  demo: true,
};
const session = (more: Partial<SessionPage>): SessionPage => ({
  me: null,
  demo: { persona: null, codeNeeded: false, lan: false },
  version: '1',
  scope: null,
  welcomeNeeded: false,
  steward: false,
  renewAt: null,
  empty: false,
  ...more,
});
const emily = { persona: 'emily', codeNeeded: false, lan: false };
const seen = { asked: null, signedOutHere: false, at: 'start' as const };

describe('the door before every page', () => {
  it('shows the stage to nobody yet, on its first page only', () => {
    expect(doorOf({ ...seen, session: session({}) })).toBe('page');
    expect(doorOf({ ...seen, session: session({}), at: 'other' as const })).toBe('signed-out');
  });

  it("signs a persona's window in by itself", () => {
    expect(doorOf({ ...seen, session: session({ demo: emily }) })).toBe('knock');
    expect(doorOf({ ...seen, session: session({ demo: emily }), at: 'other' as const })).toBe('knock');
  });

  it('does not sign in again where she signed out herself', () => {
    expect(doorOf({ ...seen, session: session({ demo: emily }), signedOutHere: true })).toBe('signed-out');
  });

  it('asks for the code of a local network before anything else', () => {
    const demo = { persona: null, codeNeeded: true, lan: true };
    expect(doorOf({ ...seen, session: session({ demo }), asked: 'emily' })).toBe('code');
  });

  it('changes the person of a phone when a link asks for another', () => {
    expect(doorOf({ ...seen, session: session({ me }), asked: 'sato' })).toBe('knock');
  });

  it('never signs in outside the demo world', () => {
    expect(doorOf({ ...seen, session: session({ demo: null }), asked: 'emily' })).toBe('sign-in');
    expect(doorOf({ ...seen, session: session({ demo: null, me }) })).toBe('page');
  });

  it('lets a link pass, whoever is signed in or not', () => {
    const at = 'link' as const;
    expect(doorOf({ ...seen, session: session({ demo: null }), at })).toBe('page');
    expect(doorOf({ ...seen, session: session({ demo: emily }), at })).toBe('page');
    expect(doorOf({ ...seen, session: session({ demo: null, me }), at })).toBe('page');
  });

  it('welcomes who came by an invitation before anything else', () => {
    const fresh = session({ demo: null, me, welcomeNeeded: true });
    expect(doorOf({ ...seen, session: fresh })).toBe('welcome');
    expect(doorOf({ ...seen, session: fresh, at: 'welcome' })).toBe('page');
  });

  it('keeps a guest at her visit', () => {
    const guest = session({ demo: null, me, scope: { visitId: me.personId } });
    expect(doorOf({ ...seen, session: guest })).toBe('visit-only');
    expect(doorOf({ ...seen, session: guest, at: 'visit' })).toBe('page');
  });
});

import type { Me, SessionPage } from '@okaeri/contracts';
import { doorOf } from './door';

const me: Me = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' },
  language: 'en',
  zone: 'America/Toronto',
  place: 'Toronto',
  roles: ['patient'],
  demo: true,
};
const session = (more: Partial<SessionPage>): SessionPage => ({
  me: null,
  demo: { persona: null, codeNeeded: false, lan: false },
  version: '1',
  ...more,
});
const emily = { persona: 'emily', codeNeeded: false, lan: false };
const seen = { asked: null, signedOutHere: false, atStart: true };

describe('the door before every page', () => {
  it('shows the stage to nobody yet, on its first page only', () => {
    expect(doorOf({ ...seen, session: session({}) })).toBe('page');
    expect(doorOf({ ...seen, session: session({}), atStart: false })).toBe('signed-out');
  });

  it("signs a persona's window in by itself", () => {
    expect(doorOf({ ...seen, session: session({ demo: emily }) })).toBe('knock');
    expect(doorOf({ ...seen, session: session({ demo: emily }), atStart: false })).toBe('knock');
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
    expect(doorOf({ ...seen, session: session({ demo: null }), asked: 'emily' })).toBe('signed-out');
    expect(doorOf({ ...seen, session: session({ demo: null, me }) })).toBe('page');
  });
});

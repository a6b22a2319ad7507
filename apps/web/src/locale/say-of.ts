import { useCallback } from 'react';
import type { VisitKind } from '@okaeri/contracts';
import type { WordKey } from './catalogues';
import { useSay } from './say';

/** What is said in place of a sentence that names a visit. What names neither holds for both. */
const ofConference: Partial<Record<WordKey, WordKey>> = {
  'after.left.title': 'conference.left.title',
  'arrival.kept': 'conference.arrival.kept',
  'arrival.lead': 'conference.arrival.lead',
  'call.end.label': 'conference.end.label',
  'call.end.title': 'conference.end.title',
  'call.people.title': 'conference.people',
  'call.title': 'conference.title',
  'case.next': 'conference.next',
  'case.open': 'conference.open',
  'home.next.title': 'conference.next',
  'note.page.visit': 'conference.open',
  'note.title': 'conference.note',
  'ready.done.look': 'conference.open',
  'today.cancel.confirm': 'conference.cancel',
  'today.cancel.keep': 'conference.keep',
  'today.cancel.open': 'conference.cancel',
  'today.cancel.title': 'conference.cancel',
  'today.cancel.what': 'conference.cancel.what',
  'today.waiting.open': 'conference.open',
  'visit.closed.cancelled.title': 'conference.cancelled.title',
  'visit.closed.ended.body': 'conference.ended.body',
  'visit.closed.ended.title': 'conference.ended.title',
  'visit.with': 'conference.book',
  'visits.open': 'conference.open',
};

/** A sentence about a visit of a kind: a case conference goes by its own name. */
export function useSayOf(kind: VisitKind | undefined): ReturnType<typeof useSay> {
  const say = useSay();
  return useCallback((key, values) => say((kind === 'conference' && ofConference[key]) || key, values), [say, kind]);
}

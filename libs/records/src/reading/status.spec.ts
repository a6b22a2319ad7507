import type { Resource } from '@okaeri/chart';
import { forbiddenWords, statusWords } from './status';

const code = (value: string) => ({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/x', code: value }] });
const words = (resourceType: string, members: object) =>
  statusWords({ resourceType, ...members } as unknown as Resource, 'en');

describe('what is told of a status', () => {
  it.each([
    ['MedicationRequest', { status: 'active', intent: 'order' }],
    ['Observation', { status: 'final' }],
    ['AllergyIntolerance', { clinicalStatus: code('active'), verificationStatus: code('confirmed') }],
    ['Procedure', { status: 'completed' }],
    ['Immunization', { status: 'completed' }],
    ['FamilyMemberHistory', { status: 'partial' }],
    ['DocumentReference', { status: 'current', docStatus: 'final' }],
  ])('is nothing of a %s that is what it says', (type, members) => {
    expect(words(type, members)).toEqual([]);
  });

  it.each([
    ['a suspicion', 'Condition', { verificationStatus: code('provisional') }, 'Provisional diagnosis'],
    ['one of several', 'Condition', { verificationStatus: code('differential') }, 'One of several possible diagnoses'],
    ['what was ruled out', 'AllergyIntolerance', { verificationStatus: code('refuted') }, 'Ruled out'],
    ['an operation to come', 'Procedure', { status: 'preparation' }, 'Planned'],
    ['an operation under way', 'Procedure', { status: 'in-progress' }, 'In progress'],
    ['a medicine to come', 'MedicationStatement', { status: 'intended' }, 'Planned'],
    ['a draft', 'MedicationRequest', { status: 'draft', intent: 'order' }, 'Draft, not in force'],
    ['a proposal', 'MedicationRequest', { status: 'active', intent: 'proposal' }, 'Proposed, not decided'],
    ['an order that was withdrawn', 'ServiceRequest', { status: 'revoked', intent: 'order' }, 'Withdrawn'],
    ['a will that was not accepted', 'Consent', { status: 'rejected' }, 'Rejected'],
    ['a result to come', 'Observation', { status: 'registered' }, 'Not yet final'],
    ['part of a report', 'DiagnosticReport', { status: 'partial' }, 'Not yet complete'],
    ['a document that was replaced', 'DocumentReference', { status: 'superseded' }, 'Replaced by a newer one'],
    ['a goal that was dropped', 'Goal', { lifecycleStatus: 'cancelled' }, 'Cancelled'],
  ])('is said of %s', (_, type, members, said) => {
    expect(words(type, members)).toEqual([said]);
  });

  it('is said first of what must not be done', () => {
    const order = { status: 'on-hold', intent: 'order', doNotPerform: true };
    expect(words('MedicationRequest', order)).toEqual(['Not to be given or done', 'On hold']);
    expect(forbiddenWords({ doNotPerform: false }, 'en')).toEqual([]);
  });

  it('is said of what she does not permit, unless there are exceptions', () => {
    expect(words('Consent', { status: 'active', provision: { type: 'deny' } })).toEqual(['Not permitted']);
    const exceptions = { type: 'deny', provision: [{ type: 'permit' }] };
    expect(words('Consent', { status: 'active', provision: exceptions })).toEqual([]);
  });
});

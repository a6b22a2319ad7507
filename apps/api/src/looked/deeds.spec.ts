import { deeds, permissions } from '@okaeri/contracts';
import { deedOf } from './deeds';

describe('what a permission is to a patient', () => {
  it.each([
    ['visit.read', 'visit'],
    ['visit.enter', 'room'],
    ['visit.chat.read', 'chat'],
    ['visit.move', 'arrange'],
    ['visit.files.add', 'fileWrite'],
    ['file.read', 'fileRead'],
    ['note.sign', 'noteWrite'],
    ['day.read', 'lists'],
    ['something.new', 'other'],
  ])('%s is %s', (permission, deed) => {
    expect(deedOf(permission)).toBe(deed);
  });

  it('is known of each, and each kind has one', () => {
    const told = new Set(permissions.map(deedOf));
    expect([...deeds].filter((deed) => !told.has(deed) && deed !== 'other')).toEqual([]);
  });
});

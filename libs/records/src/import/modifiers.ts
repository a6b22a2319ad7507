import { objectOf, objectsOf, textOf } from '@okaeri/chart/fhir';

/** Its sender has said something of it, anywhere in it, that changes what the rest means: none of these extensions is known here. */
export function changesMeaning(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(changesMeaning);
  const members = objectOf(value);
  if (!members) return false;
  if (objectsOf(members['modifierExtension']).length > 0 || textOf(members['implicitRules'])) return true;
  return Object.values(members).some((each) => typeof each === 'object' && changesMeaning(each));
}

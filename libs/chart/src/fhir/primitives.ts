/*
 * How the primitive types of FHIR R4 are written. A date is looked at as a text: nothing is read into it that is not there.
 */

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`;
const zone = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)`;
const whole = (text: string) => new RegExp(`^(?:${text})$`);

const texts: Record<string, RegExp> = {
  string: /\S/,
  markdown: /\S/,
  xhtml: /\S/,
  uri: /^\S+$/,
  url: /^\S+$/,
  canonical: /^\S+$/,
  oid: /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/,
  uuid: /^urn:uuid:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  id: /^[A-Za-z0-9\-.]{1,64}$/,
  code: /^\S+(?: \S+)*$/,
  base64Binary: /^(?:[\sA-Za-z0-9+/=])+$/,
  date: whole(day),
  dateTime: whole(String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T${time}${zone})?)?)?`),
  instant: whole(String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T${time}${zone}`),
  time: whole(time),
};
const numbers: Record<string, (value: number) => boolean> = {
  integer: Number.isInteger,
  unsignedInt: (value) => Number.isInteger(value) && value >= 0,
  positiveInt: (value) => Number.isInteger(value) && value > 0,
  decimal: Number.isFinite,
};

export function isPrimitive(type: string): boolean {
  return type === 'boolean' || Object.hasOwn(texts, type) || Object.hasOwn(numbers, type);
}

/** What is wrong with a value of a primitive type: what it is, or how it is written. */
export function primitiveFault(type: string, value: unknown): 'type' | 'format' | null {
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'type';
  const number = numbers[type];
  if (number) {
    if (typeof value !== 'number') return 'type';
    return number(value) ? null : 'format';
  }
  if (typeof value !== 'string') return 'type';
  return texts[type]?.test(value) ? null : 'format';
}

import type { StagePerson } from '@okaeri/contracts';

/** A patient has a phone in her hand; the others sit at a desk. */
const phone = { width: 412, height: 860 };
const desk = { width: 1180, height: 820 };

/** Opens a person's own window beside the others. False where the browser does not let us: the link then does it. */
export function openWindow(person: Pick<StagePerson, 'persona' | 'role' | 'href'>): boolean {
  const patient = person.role === 'patient';
  const size = patient ? phone : desk;
  const left = patient
    ? Math.max(0, window.screen.availWidth - size.width - 24)
    : person.role === 'physician'
      ? 24
      : 96;
  const top = patient || person.role === 'physician' ? 24 : 96;
  const opened = window.open(
    person.href,
    `okaeri-${person.persona}`,
    `popup,width=${size.width},height=${size.height},left=${left},top=${top}`,
  );
  opened?.focus();
  return opened !== null;
}

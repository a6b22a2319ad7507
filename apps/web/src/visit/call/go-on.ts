/** What was written is sent and its button shut: the next line is written there, unless she has gone elsewhere meanwhile. */
export function goOnIn(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  const at = document.activeElement;
  if (at === document.body || field?.form?.contains(at)) field?.focus();
}

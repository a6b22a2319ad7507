import { VisuallyHidden } from '@mantine/core';

/** Behind the word on a button that stands there many times: whom it is about, for those who hear the page. */
export function About({ name }: { name: string }) {
  return <VisuallyHidden> – {name}</VisuallyHidden>;
}

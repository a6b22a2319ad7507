import { Page } from '../app/page';

export default function Stage() {
  return (
    <Page title="Okaeri">
      <p />
    </Page>
  );
}

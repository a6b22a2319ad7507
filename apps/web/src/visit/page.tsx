import { Page } from '../app/page';

export default function Visit() {
  return (
    <Page title="Okaeri">
      <p />
    </Page>
  );
}

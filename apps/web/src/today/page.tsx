import { Page } from '../app/page';

export default function Today() {
  return (
    <Page title="Okaeri">
      <p />
    </Page>
  );
}

import { Page } from '../app/page';

export default function Check() {
  return (
    <Page title="Okaeri">
      <p />
    </Page>
  );
}

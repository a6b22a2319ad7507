import { Page } from '../app/page';

export default function Home() {
  return (
    <Page title="Okaeri">
      <p />
    </Page>
  );
}

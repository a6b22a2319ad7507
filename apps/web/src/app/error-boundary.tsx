import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useSay } from '../locale/say';
import { Page } from './page';

interface Props {
  children: ReactNode;
  /** Around the whole shell: then nothing else draws the `main`. */
  whole?: boolean;
}

/** The last net: a page that broke says so and offers to load again; nothing that was sent is lost by it. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.whole ? (
      <main>
        <Broken />
      </main>
    ) : (
      <Broken />
    );
  }
}

function Broken() {
  const say = useSay();
  return (
    <Page title={say('error.page.broken.title')} narrow>
      <p>{say('error.page.broken.body')}</p>
      <Button onClick={() => window.location.reload()}>{say('error.page.broken.reload')}</Button>
    </Page>
  );
}

import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useSay } from '../locale/say';
import { Page } from './page';
import { paths } from './paths';

/** Also for what exists but is not hers: the two must look alike. */
export function NotFound() {
  const say = useSay();
  return (
    <Page title={say('error.page.notFound.title')} narrow>
      <p>{say('error.page.notFound.body')}</p>
      <Button component={Link} to={paths.start}>
        {say('error.page.notFound.home')}
      </Button>
    </Page>
  );
}

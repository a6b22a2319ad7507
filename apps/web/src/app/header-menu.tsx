import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconLanguage, IconLogout, IconMenu2, IconVolume } from '@tabler/icons-react';
import { Link } from 'react-router';
import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useMe, useSignOut } from '../api/session';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { paths } from './paths';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Language in each language's own name, light or dark, the sound check, and the way out. */
export function HeaderMenu() {
  const say = useSay();
  const me = useMe();
  const { locale, choose } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const mark = (chosen: boolean) =>
    chosen ? <IconCheck size={20} aria-hidden="true" /> : <span style={{ width: 20 }} />;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconMenu2 size={22} aria-hidden="true" />} px="sm">
          {say('common.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <IconLanguage size={16} aria-hidden="true" /> {say('common.language')}
        </Menu.Label>
        {locales.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={one === locale}
            lang={localeTags[one]}
            leftSection={mark(one === locale)}
            onClick={() => choose(one)}
          >
            {localeNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('common.look.title')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={mark(scheme === colorScheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {say(`common.look.${scheme}`)}
          </Menu.Item>
        ))}
        {me && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to={paths.check} leftSection={<IconVolume size={20} aria-hidden="true" />}>
              {say('common.checkLink')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={20} aria-hidden="true" />} onClick={() => signOut.mutate()}>
              {say('common.signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

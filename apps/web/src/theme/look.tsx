import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRoom } from '../app/room';
import { theme, variables } from './theme';

/** Light and dark follow the system until the reader chooses; a call is dark in any case. */
export function Look({ children }: { children: ReactNode }) {
  const { inCall } = useRoom();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(inCall ? { forceColorScheme: 'dark' as const } : {})}
    >
      {children}
    </MantineProvider>
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queries } from '../api/queries';
import { LocaleProvider } from '../locale/locale';
import { Look } from '../theme/look';
import { ErrorBoundary } from './error-boundary';
import { RoomProvider } from './room';
import { Pages } from './pages';
import { Shell } from '../shell/shell';

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RoomProvider>
        <Look>
          <LocaleProvider>
            <BrowserRouter>
              <ErrorBoundary whole>
                <Shell>
                  <Pages />
                </Shell>
              </ErrorBoundary>
            </BrowserRouter>
          </LocaleProvider>
        </Look>
      </RoomProvider>
    </QueryClientProvider>
  );
}

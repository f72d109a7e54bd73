import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../api/query-client';
import { theme } from '../ui/theme';
import { Toasts } from '../ui/toasts';
import { Crash } from './crash';
import { keepFocus } from './keep-focus';
import { AppRoutes } from './routes';

export function App() {
  const [client] = useState(createQueryClient);
  useEffect(keepFocus, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Toasts />
      <Crash>
        <QueryClientProvider client={client}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </QueryClientProvider>
      </Crash>
    </MantineProvider>
  );
}

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isOffline, Refusal } from './refusal';

/** Who is signed in: everything else hangs on it. */
export const meKey = ['me'] as const;

function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401 && error.code === 'notSignedIn';
}

/** Freshness comes from the socket (realtime/), so nothing is refetched by the clock or by focus. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error) && client.getQueryData(meKey) !== undefined) void client.resetQueries({ queryKey: meKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        // What was opened stays readable for a whole sitting, also while the network is away.
        gcTime: 4 * 60 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isOffline(error) && count < 2,
        retryDelay: 800,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

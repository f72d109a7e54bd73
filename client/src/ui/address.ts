import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export type AddressEntries = Readonly<Record<string, string | null>>;

/** Changes entries of the address; null takes one away. */
export type ChangeAddress = (entries: AddressEntries, replace: boolean) => void;

function changed(search: string, entries: AddressEntries): URLSearchParams {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(entries)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return params;
}

/**
 * Changes start from what the address bar says now, not from what was last painted: a page noted by the reader
 * between a tap on a tab and the next painting would else take the tap back. While the next screen is still being fetched,
 * the one that is left has no say any more: it would call the reader back.
 */
export function useChangeAddress(): ChangeAddress {
  const [, setParams] = useSearchParams();
  const { pathname } = useLocation();
  return useCallback((entries, replace) => {
    if (window.location.pathname === pathname) setParams(() => changed(window.location.search, entries), { replace, preventScrollReset: true });
  }, [setParams, pathname]);
}

/** Whether the address bar still names this, or names nothing. */
export function isStillAt(place: Readonly<Record<string, string | null>>): boolean {
  const params = new URLSearchParams(window.location.search);
  return Object.entries(place).every(([name, value]) => (params.get(name) ?? value) === value);
}

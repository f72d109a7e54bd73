import { createContext, useContext } from 'react';
import type { Me, MyBody } from '../api/contract';

const STORED = 'body';

export interface CurrentBody { me: Me; body: MyBody | null; choose: (bodyId: string) => void }

export const CurrentBodyContext = createContext<CurrentBody | null>(null);

export function useCurrentBody(): CurrentBody {
  const current = useContext(CurrentBodyContext);
  if (current === null) throw new Error('outside of the shell');
  return current;
}

/** The body in the address wins, then the one chosen last, then the first. */
export function bodyOf(me: Me, inAddress: string | null): MyBody | null {
  const stored = window.localStorage.getItem(STORED);
  return me.bodies.find((body) => body.id === inAddress) ?? me.bodies.find((body) => body.id === stored) ?? me.bodies[0] ?? null;
}

export function rememberBody(bodyId: string): void {
  window.localStorage.setItem(STORED, bodyId);
}

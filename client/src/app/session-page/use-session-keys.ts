import { useEffect } from 'react';
import type { Session } from '../../api/contract';
import { rowsOf } from '../../features/agenda/order';
import type { PageSharing } from '../../features/papers/sharing/use-sharing';
import type { Panes } from './use-panes';
import type { SessionAddress } from './use-session-address';

/** `[` and `]` walk through the agenda; `a` and `s` fold the panes; `f` follows who presents, and leaves. */
export function useSessionKeys(session: Session, address: SessionAddress, panes: Panes, sharing: PageSharing): void {
  useEffect(() => {
    const walk = (by: 1 | -1) => {
      const rows = rowsOf(session.items);
      const at = rows.findIndex(({ item }) => item.id === address.item?.id);
      const next = rows[at + by];
      if (next) {
        sharing.unfollow();
        address.openItem(next.item.id);
      }
    };
    const acts: Record<string, () => void> = { '[': () => walk(-1), ']': () => walk(1), a: panes.toggleAgenda, s: panes.toggleSide, f: sharing.isFollowing ? sharing.unfollow : sharing.follow, Escape: () => { if (panes.isDrawerOpen) panes.toggleAgenda(); } };
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null);
      if (event.defaultPrevented || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      acts[event.key]?.();
    };
    // Late, so that `g s` (go to sessions) has been taken by the shell before `s` is read here.
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session, address, panes, sharing]);
}

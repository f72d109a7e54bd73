import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';

export type Pane = 'agenda' | 'paper' | 'side';

export interface Panes {
  pane: Pane; isAgendaOpen: boolean; isSideOpen: boolean; isSideSeen: boolean; isDrawerOpen: boolean;
  show: (pane: Pane) => void; toggleAgenda: () => void; toggleSide: () => void; /** Folds what stands beside the paper. */ makeRoom: () => void; afterItem: () => void;
}

/** A link to a vote or a comment opens the panel, a link to a paper opens the paper. */
function paneOfAddress(): Pane {
  const params = new URLSearchParams(window.location.search);
  if (params.has('tab')) return 'side';
  return params.has('paper') || params.has('page') ? 'paper' : 'agenda';
}

/** Which panes are open: side by side on a desktop, drawer and sheet on a tablet, one at a time on a phone. */
export function usePanes(): Panes {
  const isWide = useMediaQuery('(min-width: 1024px)', window.matchMedia('(min-width: 1024px)').matches) ?? true;
  const isPhone = useMediaQuery('(max-width: 767px)', window.matchMedia('(max-width: 767px)').matches) ?? false;
  const [pane, setPane] = useState<Pane>(paneOfAddress);
  const [agenda, setAgenda] = useState<boolean | null>(null);
  const [side, setSide] = useState<boolean | null>(() => (paneOfAddress() === 'side' ? true : null));
  const isAgendaOpen = agenda ?? isWide;
  const isSideOpen = side ?? isWide;
  const show = useCallback((next: Pane) => {
    setPane(next);
    if (next === 'side') setSide(true);
    if (next === 'agenda') setAgenda(true);
  }, []);
  const toggleAgenda = useCallback(() => setAgenda(!isAgendaOpen), [isAgendaOpen]);
  const toggleSide = useCallback(() => setSide(!isSideOpen), [isSideOpen]);
  const makeRoom = useCallback(() => {
    setAgenda(false);
    setSide(false);
  }, []);
  const afterItem = useCallback(() => {
    setPane('paper');
    if (!isWide) setAgenda(false);
  }, [isWide]);
  return useMemo(() => ({
    pane, isAgendaOpen, isSideOpen, isDrawerOpen: isAgendaOpen && !isWide && !isPhone, isSideSeen: isPhone ? pane === 'side' : isSideOpen, show, toggleAgenda, toggleSide, makeRoom, afterItem,
  }), [pane, isAgendaOpen, isSideOpen, isWide, isPhone, show, toggleAgenda, toggleSide, makeRoom, afterItem]);
}

import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import type { Me } from '../api/contract';
import { keepDraftsOf } from '../api/drafts';
import { keepNotesOf } from '../api/kept-notes';
import { keepPackOf, usePackOwner } from '../api/pack/owner';
import { changeLanguage, withTexts } from '../i18n/start';
import { bodyOf, CurrentBodyContext, rememberBody } from './current-body';
import { notePage } from '../features/papers/keys';
import { news } from './news';
import { fetchAhead } from './fetch-ahead';
import { OfflineBanner, useIsCutOff } from './offline-banner';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { useShellKeys } from './shell-keys';
import classes from './shell.module.css';

const Palette = lazyPart(() => import('./palette'));
const PackWatch = lazyPart(() => withTexts('offline', import('../features/offline/pack-watch')));
const UnsentReadings = lazyPart(() => import('./unsent-readings'));
const LogWatch = lazyPart(() => import('./log-watch'));
const KeysDialog = lazyPart(() => import('./keys-dialog'));

export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const [palette, setPalette] = useState(0);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openPalette = useCallback(() => setPalette((count) => count + 1), []);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const current = useChosenBody(me);
  useShellKeys({ openPalette, openHelp });
  useRealtime();
  useMyPreferences(me);
  const isCutOff = useIsCutOff();
  useEffect(() => keepDraftsOf(me.id), [me.id]);
  useUnsentNotes(me.id);
  const isKeeping = usePackOwner() === me.id;
  useEffect(() => keepPackOf(me.id), [me.id]);
  const isOfMeetings = me.can.read || me.can.visit;
  useEffect(() => (isOfMeetings ? fetchAhead() : undefined), [isOfMeetings]);
  const isSession = /^\/sessions\/(?!(new|import)$)[^/]+$/.test(pathname);
  return (
    <CurrentBodyContext value={current}>
      <a href="#main" className="skip-link">{t('skip')}</a>
      <Suspense><LogWatch /><UnsentReadings accountId={me.id} /></Suspense>
      {isKeeping && <Suspense><PackWatch /></Suspense>}
      <div className={classes.shell} data-session={isSession || undefined} data-cut-off={isCutOff || undefined}>
        <TopBar onSearch={openPalette} onHelp={openHelp} />
        <Rail me={me} isNarrow={isSession} />
        <main id="main" tabIndex={-1} className={classes.main}>{isCutOff && <OfflineBanner />}{children}</main>
      </div>
      <Suspense>
        {palette > 0 && <Palette key={palette} />}
        {isHelpOpen && <KeysDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </CurrentBodyContext>
  );
}

function useChosenBody(me: Me) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const inAddress = params.get('body');
  const [chosen, setChosen] = useState<string | null>(null);
  const body = bodyOf(me, inAddress ?? chosen);
  const choose = useCallback((bodyId: string) => {
    rememberBody(bodyId);
    setChosen(bodyId);
    const top = pathname.split('/')[1] ?? 'desk';
    void navigate(`/${top}`);
  }, [navigate, pathname]);
  return useMemo(() => ({ me, body, choose }), [me, body, choose]);
}

/** The socket comes after the first screen: it brings news, not the page. */
function useRealtime(): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    void import('../realtime/start').then(({ startRealtime }) => {
      if (!isGone) stop = startRealtime(client, news, (message) => notePage(client, message));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
}

/** Notes that were written while the network was away are sent as soon as their writer is here again, whatever page is open. */
function useUnsentNotes(accountId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    void keepNotesOf(accountId).then(async (isWaiting) => {
      if (isWaiting) (await import('../features/papers/notes/queue')).noteQueueOf(accountId, client).sendNow();
    }).catch(() => undefined);
  }, [accountId, client]);
}

function useMyPreferences(me: Me): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => void changeLanguage(me.language), [me.language]);
  useEffect(() => setColorScheme(me.theme), [me.theme, setColorScheme]);
}

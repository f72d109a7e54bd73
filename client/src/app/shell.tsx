import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Me } from '../api/contract';
import { changeLanguage } from '../i18n/start';
import { bodyOf, CurrentBodyContext, rememberBody } from './current-body';
import { news } from './news';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { useShellKeys } from './shell-keys';
import classes from './shell.module.css';

const Palette = lazy(() => import('./palette'));
const LogWatch = lazy(() => import('./log-watch'));
const KeysDialog = lazy(() => import('./keys-dialog'));

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
  const isSession = /^\/sessions\/(?!(new|import)$)[^/]+$/.test(pathname);
  return (
    <CurrentBodyContext value={current}>
      <a href="#main" className="skip-link">{t('skip')}</a>
      <Suspense><LogWatch /></Suspense>
      <div className={classes.shell} data-session={isSession || undefined}>
        <TopBar onSearch={openPalette} onHelp={openHelp} />
        <Rail me={me} isNarrow={isSession} />
        <main id="main" tabIndex={-1} className={classes.main}>{children}</main>
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
      if (!isGone) stop = startRealtime(client, news);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
}

function useMyPreferences(me: Me): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => void changeLanguage(me.language), [me.language]);
  useEffect(() => setColorScheme(me.theme), [me.theme, setColorScheme]);
}

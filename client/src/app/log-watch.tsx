import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertOctagon, IconHistory } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../features/journal/witness';
import { saveFile } from '../ui/save-file';
import { useTimes } from '../ui/time';
import classes from './shell.module.css';

const FIRST_MS = 3_000;
const AGAIN_MS = 10 * 60_000;

/** Keeps the last checkpoint of the log and asks for the proof that the present one goes on from it; says so where it does not. */
export default function LogWatch() {
  const verdict = useVerdict();
  if (verdict?.kind === 'fork') return <Fork verdict={verdict} />;
  return verdict?.kind === 'restored' ? <Restored verdict={verdict} /> : null;
}

function useVerdict(): Verdict | null {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  useEffect(() => {
    let isGone = false;
    // Offline or refused: nothing was shown, so there is nothing to compare; the next look does it.
    const look = () => void import('../features/journal/witness').then(({ look: ask }) => ask()).then((next) => { if (!isGone) setVerdict((old) => (old?.kind === 'fork' ? old : next)); }).catch(() => undefined);
    const first = window.setTimeout(look, FIRST_MS);
    const again = window.setInterval(look, AGAIN_MS);
    return () => {
      isGone = true;
      window.clearTimeout(first);
      window.clearInterval(again);
    };
  }, []);
  return verdict;
}

/** Cannot be closed: it stays until the log is right again. */
function Fork({ verdict }: { verdict: Verdict & { kind: 'fork' } }) {
  const { t } = useTranslation('shell');
  const save = () => saveFile(new Blob([JSON.stringify({ seen: verdict.seen, now: verdict.now }, null, 2)], { type: 'application/json' }), 'ecabinet-log-evidence.json');
  return (
    <Alert role="alert" className={classes.logBanner ?? ''} color="red" variant="filled" icon={<IconAlertOctagon aria-hidden />} title={t('log.fork.title')} data-testid="log-fork">
      <Group justify="space-between" gap="sm"><Text maw={820}>{t('log.fork.text')}</Text><Button variant="white" color="red" onClick={save}>{t('log.fork.evidence')}</Button></Group>
    </Alert>
  );
}

function Restored({ verdict }: { verdict: Verdict & { kind: 'restored' } }) {
  const { t } = useTranslation('shell');
  const { dateTime } = useTimes();
  const [isRead, setRead] = useState(false);
  const accept = () => {
    void import('../features/journal/witness').then(({ keep }) => keep(verdict.now));
    setRead(true);
  };
  if (isRead) return null;
  return (
    <Alert role="alert" className={classes.logBanner ?? ''} color="orange" icon={<IconHistory aria-hidden />} title={t('log.restored.title')} data-testid="log-restored">
      <Group justify="space-between" gap="sm"><Text maw={820}>{t('log.restored.text', { time: dateTime(verdict.at), size: verdict.restoredTo, lost: verdict.seen.size - verdict.restoredTo })}</Text><Button variant="default" onClick={accept}>{t('log.restored.seen')}</Button></Group>
    </Alert>
  );
}

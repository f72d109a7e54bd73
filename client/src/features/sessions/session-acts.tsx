import { ActionIcon, Button } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, SessionAct } from '../../api/contract';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { actOnSession } from './api';
import { useSessionChange } from './use-session-change';
import { Menu } from '../../ui/menu';

/** In order of weight: the first that is allowed is the next step, the one red button. */
const forward: SessionAct[] = ['submit', 'approve', 'send', 'open', 'resume', 'conclude'];
const aside: SessionAct[] = ['return', 'suspend', 'end', 'postpone', 'cancel'];

type Asking = 'none' | 'confirm' | 'reason';

function asks(act: SessionAct, session: Session): Asking {
  if (act === 'return' || act === 'postpone' || act === 'cancel') return 'reason';
  if (act === 'open') return session.quorum.reached ? 'none' : 'reason';
  return act === 'send' || act === 'end' ? 'confirm' : 'none';
}

interface SessionActsProps { session: Session; isVoteOpen: boolean; /** The next step stands elsewhere on the page. */ hasNoNext?: boolean }

export function SessionActs({ session, isVoteOpen, hasNoNext = false }: SessionActsProps) {
  const { t } = useTranslation('sessions');
  const [asked, setAsked] = useState<SessionAct | null>(null);
  const change = useSessionChange((entry: { act: SessionAct; reason?: string }) => actOnSession(session.id, entry), ({ act }) => t(`done.${act}`));
  const next = hasNoNext ? undefined : forward.find((act) => session.can[act]);
  const others = [...(hasNoNext ? [] : forward), ...aside].filter((act) => session.can[act] && act !== next);
  const shown = next === undefined && others.length === 1 ? others : [];
  const start = (act: SessionAct) => {
    if (asks(act, session) === 'none') change.mutate({ act });
    else setAsked(act);
  };
  const send = (act: SessionAct, reason?: string) => change.mutate({ act, ...(reason === undefined || reason === '' ? {} : { reason }) }, { onSuccess: () => setAsked(null) });
  return (
    <>
      {next !== undefined && <Button variant={isVoteOpen ? 'default' : 'filled'} loading={change.isPending && asked === null} onClick={() => start(next)}>{t(`act.${next}`)}</Button>}
      {shown.map((act) => <Button key={act} variant="default" onClick={() => start(act)}>{t(`act.${act}`)}</Button>)}
      {shown.length === 0 && others.length > 0 && (
        <Menu position="bottom-end" width={280}>
          <Menu.Target><ActionIcon variant="default" aria-label={t('act.more')}><IconDotsVertical size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{others.map((act) => <Menu.Item key={act} onClick={() => start(act)}>{t(`act.${act}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {asked !== null && <ActDialog act={asked} session={session} isBusy={change.isPending} onSend={(reason) => send(asked, reason)} onClose={() => setAsked(null)} />}
    </>
  );
}

interface ActDialogProps { act: SessionAct; session: Session; isBusy: boolean; onSend: (reason?: string) => void; onClose: () => void }

function ActDialog({ act, session, isBusy, onSend, onClose }: ActDialogProps) {
  const { t } = useTranslation('sessions');
  const common = { title: t(`act.${act}`), confirm: t(`act.${act}`), isBusy, onClose };
  if (asks(act, session) === 'reason') return <ReasonDialog {...common} label={t('reason')} text={t(`reason.${act}`, { ...session.quorum })} onConfirm={onSend} />;
  return <ConfirmDialog {...common} text={t(`confirm.${act}`, { count: session.attendance.length })} onConfirm={() => onSend()} />;
}

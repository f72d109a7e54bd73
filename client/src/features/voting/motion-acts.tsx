import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Motion } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { actOnMotion, annulMotion, openMotion } from './api';
import { motionKey } from './keys';
import { withTexts } from '../../i18n/start';
import { Menu } from '../../ui/menu';

const MotionForm = lazyPart(() => withTexts('meeting', import('./motion-form')));

type Act = 'open' | 'openRollCall' | 'pause' | 'continue' | 'close' | 'publish' | 'repeat' | 'annul';
const nextSteps = ['open', 'continue', 'close', 'publish'] as const;
const besides = ['edit', 'openRollCall', 'pause', 'close', 'repeat', 'annul'] as const;

function useMotionAct(motion: Motion) {
  const { t } = useTranslation('voting');
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: ({ act, reason }: { act: Act; reason?: string }) => {
      if (act === 'annul') return annulMotion(motion.id, reason ?? '');
      return act === 'open' || act === 'openRollCall' ? openMotion(motion.id, act === 'openRollCall') : actOnMotion(motion.id, act);
    },
    onSuccess: (answer, { act }) => {
      client.setQueryData(motionKey(answer.id), answer);
      void client.invalidateQueries({ queryKey: ['session', motion.sessionId] });
      notify.done(t(`done.${act}`));
    },
    onError: notify.refused,
  });
}

/** What the chair and the secretariat do with a motion: one next step in red, the rest in a menu. */
export function MotionActs({ motion }: { motion: Motion }) {
  const { t } = useTranslation('voting');
  const [asked, setAsked] = useState<'close' | 'open' | 'openRollCall' | 'annul' | null>(null);
  const [isEditing, setEditing] = useState(false);
  const act = useMotionAct(motion);
  const next = nextSteps.find((step) => motion.can[step]);
  const others = besides.filter((each) => each !== next && motion.can[each === 'openRollCall' ? 'open' : each]);
  if (next === undefined && others.length === 0) return null;
  const close = () => setAsked(null);
  const start = (each: Act) => (each === 'open' || each === 'openRollCall' || each === 'close' || each === 'annul' ? setAsked(each) : act.mutate({ act: each }));
  return (
    <Group mt="md" gap="xs">
      {next !== undefined && <Button loading={act.isPending} variant={motion.can.cast && motion.myBallot === null ? 'outline' : 'filled'} onClick={() => start(next)}>{t(`act.${next}`)}</Button>}
      {others.length > 0 && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target><ActionIcon variant="default" aria-label={t('act.more')}><IconDotsVertical size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{others.map((each) => <Menu.Item key={each} onClick={() => (each === 'edit' ? setEditing(true) : start(each))}>{t(`act.${each}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {asked === 'annul' && <ReasonDialog title={t('act.annul')} text={t('annul.text')} label={t('annul.reason')} confirm={t('act.annul')} isBusy={act.isPending} onClose={close} onConfirm={(reason) => act.mutate({ act: 'annul', reason }, { onSuccess: close })} />}
      {(asked === 'close' || asked === 'open' || asked === 'openRollCall') && (
        <ConfirmDialog title={t(`act.${asked}`)} confirm={t(`act.${asked}`)} isBusy={act.isPending} onClose={close} onConfirm={() => act.mutate({ act: asked }, { onSuccess: close })}
          text={t(`confirm.${asked}`, { cast: motion.progress?.cast ?? 0, total: motion.rollCount ?? 0 })} />
      )}
      {isEditing && <Suspense><MotionForm motion={motion} item={null} items={[]} sessionId={motion.sessionId} onClose={() => setEditing(false)} /></Suspense>}
    </Group>
  );
}

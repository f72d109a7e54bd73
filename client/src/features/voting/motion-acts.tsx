import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Motion } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { actOnMotion, annulMotion } from './api';
import { motionKey } from './keys';
import { MotionForm } from './motion-form';
import { Menu } from '../../ui/menu';

type Act = 'open' | 'close' | 'publish' | 'repeat' | 'annul';
const nextSteps = ['open', 'close', 'publish'] as const;

function useMotionAct(motion: Motion) {
  const { t } = useTranslation('voting');
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: ({ act, reason }: { act: Act; reason?: string }) => (act === 'annul' ? annulMotion(motion.id, reason ?? '') : actOnMotion(motion.id, act)),
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
  const [asked, setAsked] = useState<'close' | 'open' | 'annul' | null>(null);
  const [isEditing, setEditing] = useState(false);
  const act = useMotionAct(motion);
  const next = nextSteps.find((step) => motion.can[step]);
  const others = (['edit', 'repeat', 'annul'] as const).filter((each) => motion.can[each]);
  if (next === undefined && others.length === 0) return null;
  const close = () => setAsked(null);
  const start = (each: Act) => (each === 'open' || each === 'close' || each === 'annul' ? setAsked(each) : act.mutate({ act: each }));
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
      {(asked === 'close' || asked === 'open') && (
        <ConfirmDialog title={t(`act.${asked}`)} confirm={t(`act.${asked}`)} isBusy={act.isPending} onClose={close} onConfirm={() => act.mutate({ act: asked }, { onSuccess: close })}
          text={t(`confirm.${asked}`, { cast: motion.progress?.cast ?? 0, total: motion.rollCount ?? 0 })} />
      )}
      {isEditing && <MotionForm motion={motion} itemId={motion.itemId} sessionId={motion.sessionId} suggestion="" onClose={() => setEditing(false)} />}
    </Group>
  );
}

import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { AgendaItem, MotionState } from '../../api/contract';
import { Empty } from '../../ui/states';
import { MotionCard } from './motion-card';
import { withTexts } from '../../i18n/start';

const MotionForm = lazyPart(() => withTexts('meeting', import('./motion-form')));

const weight: Record<MotionState, number> = { open: 0, paused: 1, prepared: 2, closed: 3, published: 4, annulled: 5 };

/** The votes of one item: what is open first. */
export function VotePanel({ item, items, sessionId }: { item: AgendaItem; items: AgendaItem[]; sessionId: string }) {
  const { t } = useTranslation('voting');
  const [isPreparing, setPreparing] = useState(false);
  const motions = [...item.motions].sort((a, b) => weight[a.state] - weight[b.state]);
  return (
    <Stack gap="md">
      {motions.length === 0 && <Empty title={t('empty.title')}>{t(item.kind === 'decision' || item.can.prepareMotion ? 'empty.text' : 'empty.notDecision')}</Empty>}
      {motions.map((motion) => <MotionCard key={motion.id} motionId={motion.id} />)}
      {item.can.prepareMotion && <Button variant={motions.length === 0 ? 'filled' : 'default'} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPreparing(true)}>{t('act.prepare')}</Button>}
      {isPreparing && <Suspense><MotionForm motion={null} item={item} items={items} sessionId={sessionId} onClose={() => setPreparing(false)} /></Suspense>}
    </Stack>
  );
}

import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Motion, RollCallEntry } from '../../api/contract';
import { Dialog } from '../../ui/dialog';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { enterRollCall } from './api';
import ChooseOptions from './choose-options';
import { ChoiceIcon } from './choice-look';
import { motionKey } from './keys';
import classes from './voting.module.css';

type Voter = NonNullable<Motion['progress']>['members'][number];

/** The secretariat calls the members by name and enters what each says. */
export default function RollCall({ motion }: { motion: Motion }) {
  const { t } = useTranslation('meeting');
  const client = useQueryClient();
  const localised = useLocalised();
  const notify = useNotify();
  const [open, setOpen] = useState<Voter | null>(null);
  const enter = useMutation({
    mutationFn: (entry: RollCallEntry) => enterRollCall(motion.id, entry),
    onSuccess: (answer) => {
      client.setQueryData(motionKey(motion.id), answer);
      setOpen(null);
    },
    onError: notify.refused,
  });
  return (
    <section aria-label={t('rollCall.title')}>
      <Title order={3} size="h4" mt="md">{t('rollCall.title')}</Title>
      <Text size="sm" c="dimmed">{t('rollCall.text')}</Text>
      <ul className={classes.rollCall}>
        {(motion.progress?.members ?? []).map((voter) => (
          <li key={voter.memberId}>
            <span>{voter.hasVoted && <IconCircleCheck size={16} aria-hidden />} {localised(voter.title, voter.titleEn)}</span>
            <Button variant="default" aria-label={t('rollCall.enterFor', { name: localised(voter.title, voter.titleEn) })} onClick={() => setOpen(voter)}>{t(voter.hasVoted ? 'rollCall.correct' : 'rollCall.enter')}</Button>
          </li>
        ))}
      </ul>
      {open && <EntryDialog motion={motion} voter={open} isBusy={enter.isPending} onEnter={(entry) => enter.mutate({ memberId: open.memberId, ...entry })} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface EntryDialogProps { motion: Motion; voter: Voter; isBusy: boolean; onEnter: (entry: Omit<RollCallEntry, 'memberId'>) => void; onClose: () => void }

function EntryDialog({ motion, voter, isBusy, onEnter, onClose }: EntryDialogProps) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const [isOther, setOther] = useState(false);
  const choose = (choice: Choice) => (choice === 'otherOpinion' ? setOther(true) : onEnter({ choice }));
  return (
    <Dialog title={localised(voter.title, voter.titleEn)} onClose={onClose}>
      <Text mb="sm">{localised(motion.question, motion.questionEn)}</Text>
      {motion.options !== null && <ChooseOptions motion={motion} options={motion.options} isSending={isBusy} onSend={({ choice, selected }) => onEnter(selected ? { choice, selected } : { choice })} />}
      {motion.options === null && !isOther && (
        <Group gap="xs">{motion.choices.map((choice) => <Button key={choice} variant="default" size="lg" loading={isBusy} leftSection={<ChoiceIcon choice={choice} />} onClick={() => choose(choice)}>{t(`voting:choice.${choice}`)}</Button>)}</Group>
      )}
      {isOther && <OtherOpinion isBusy={isBusy} onEnter={(text) => onEnter({ choice: 'otherOpinion', text })} />}
    </Dialog>
  );
}

function OtherOpinion({ isBusy, onEnter }: { isBusy: boolean; onEnter: (text: string) => void }) {
  const { t } = useTranslation('meeting');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onEnter(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Textarea label={t('voting:ballot.text')} required maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      <Group mt="sm" justify="flex-end"><Button type="submit" loading={isBusy} disabled={text.trim() === ''}>{t('rollCall.enter')}</Button></Group>
    </form>
  );
}

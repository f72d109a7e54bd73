import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Motion, MotionOption } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import type { Vote } from './api';
import classes from './voting.module.css';

interface ChooseOptionsProps { motion: Motion; options: MotionOption[]; isSending: boolean; onSend: (vote: Vote) => void }

/** A ballot among options: tick at most so many, or hand in a blank one; be asked once. */
export default function ChooseOptions({ motion, options, isSending, onSend }: ChooseOptionsProps) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const most = motion.most ?? 1;
  const [selected, setSelected] = useState<string[]>([]);
  const [isAsking, setAsking] = useState<'options' | 'blank' | null>(null);
  const chosen = options.filter(({ id }) => selected.includes(id));
  const label = (option: MotionOption) => localised(option.label, option.labelEn);
  if (isAsking !== null) {
    return (
      <div className={classes.confirm} role="group" aria-labelledby={`ask-${motion.id}`}>
        <Text fw={600} id={`ask-${motion.id}`}>{t(isAsking === 'blank' ? 'options.askBlank' : 'options.ask')}</Text>
        {isAsking === 'options' && <ul className={classes.chosen}>{chosen.map((option) => <li key={option.id}>{label(option)}</li>)}</ul>}
        <Text>{localised(motion.question, motion.questionEn)}</Text>
        <Group mt="md" gap="sm">
          <Button autoFocus loading={isSending} onClick={() => onSend(isAsking === 'blank' ? { choice: 'abstain' } : { choice: 'agree', selected })}>{t('voting:ballot.send')}</Button>
          <Button variant="default" disabled={isSending} leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={() => setAsking(null)}>{t('voting:ballot.again')}</Button>
        </Group>
      </div>
    );
  }
  return (
    <Stack gap="xs" mt="sm">
      <fieldset className={classes.options}>
        <legend>{t('options.legend', { count: most, places: motion.places ?? 1 })}</legend>
        {options.map((option) => (most === 1
          ? <Radio key={option.id} size="md" className={classes.option} name={`options-${motion.id}`} label={label(option)} checked={selected.includes(option.id)} onChange={() => setSelected([option.id])} />
          : <Checkbox key={option.id} size="md" className={classes.option} label={label(option)} checked={selected.includes(option.id)} disabled={!selected.includes(option.id) && selected.length >= most}
              onChange={(event) => setSelected(event.currentTarget.checked ? [...selected, option.id] : selected.filter((id) => id !== option.id))} />))}
      </fieldset>
      <Text size="sm" c="dimmed" aria-live="polite">{t('options.selected', { count: selected.length, most })}</Text>
      <Group gap="sm">
        <Button disabled={selected.length === 0} onClick={() => setAsking('options')}>{t('options.next')}</Button>
        <Button variant="default" onClick={() => setAsking('blank')}>{t('options.blank')}</Button>
      </Group>
    </Stack>
  );
}

import { ActionIcon, Button, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Choose } from '../../ui/choose';
import { emptyOptions, emptyQuestion, nextKey, type OptionDraft, type QuestionDraft } from './draft';
import type { StepProps } from './form-steps';
import classes from './opinions.module.css';

export function QuestionsStep({ draft, onChange, isChecked }: StepProps & { isChecked: boolean }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const needed = (text: string) => (isChecked && text.trim() === '' ? t('form.required') : undefined);
  const setQuestion = (key: number, change: Partial<QuestionDraft>) => onChange({ questions: draft.questions.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <Stack>
      <TextInput label={t('form.title')} required maxLength={500} value={draft.title} error={needed(draft.title)} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <TextInput label={t('form.titleEn')} description={t('ui:optional')} maxLength={500} value={draft.titleEn} onChange={(event) => onChange({ titleEn: event.currentTarget.value })} />
      <Textarea label={t('form.explanation')} description={t('ui:optional')} autosize minRows={2} maxRows={12} maxLength={10000} value={draft.explanation} onChange={(event) => onChange({ explanation: event.currentTarget.value })} />
      {draft.questions.map((question, index) => (
        <Group key={question.key} align="flex-start" wrap="nowrap" gap="xs" className={classes.block}>
          <Stack flex={1} gap="xs" miw={0}>
            <Textarea label={t('form.question', { number: index + 1 })} required autosize maxLength={1000} value={question.text} error={needed(question.text)} onChange={(event) => setQuestion(question.key, { text: event.currentTarget.value })} />
            <TextInput label={t('form.questionEn', { number: index + 1 })} description={t('ui:optional')} maxLength={1000} value={question.textEn} onChange={(event) => setQuestion(question.key, { textEn: event.currentTarget.value })} />
            <Choose label={t('form.kind', { number: index + 1 })} value={question.kind} data={(['choices', 'options'] as const).map((value) => ({ value, label: t(`form.kind.${value}`) }))}
              onChange={(value) => setQuestion(question.key, value === 'options' ? { kind: 'options', options: question.options.length > 0 ? question.options : emptyOptions() } : { kind: 'choices' })} />
            {question.kind === 'options' && <OptionsEditor question={question} number={index + 1} isChecked={isChecked} onChange={(change) => setQuestion(question.key, change)} />}
          </Stack>
          {draft.questions.length > 1 && <ActionIcon mt={28} aria-label={t('form.question.remove', { number: index + 1 })} onClick={() => onChange({ questions: draft.questions.filter(({ key }) => key !== question.key) })}><IconTrash size={20} aria-hidden /></ActionIcon>}
        </Group>
      ))}
      <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange({ questions: [...draft.questions, emptyQuestion(nextKey(draft.questions))] })}>{t('form.question.add')}</Button></div>
    </Stack>
  );
}

function OptionsEditor({ question, number, isChecked, onChange }: { question: QuestionDraft; number: number; isChecked: boolean; onChange: (change: Partial<QuestionDraft>) => void }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const { options, most } = question;
  const set = (key: number, change: Partial<OptionDraft>) => onChange({ options: options.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <Stack gap="xs" role="group" aria-label={t('form.options', { number })} pl="md" style={{ borderInlineStart: '3px solid var(--line)' }}>
      {options.map((option, index) => (
        <Group key={option.key} wrap="nowrap" align="flex-end" gap="xs">
          <TextInput flex={1} miw={0} label={t('form.option', { number: index + 1 })} required maxLength={300} value={option.label} error={isChecked && option.label.trim() === '' ? t('form.required') : undefined} onChange={(event) => set(option.key, { label: event.currentTarget.value })} />
          <TextInput flex={1} miw={0} label={t('form.optionEn')} maxLength={300} value={option.labelEn} onChange={(event) => set(option.key, { labelEn: event.currentTarget.value })} />
          {options.length > 2 && <ActionIcon aria-label={t('form.option.remove', { number: index + 1 })} onClick={() => onChange({ options: options.filter(({ key }) => key !== option.key), most: Math.min(most, options.length - 1) })}><IconTrash size={20} aria-hidden /></ActionIcon>}
        </Group>
      ))}
      <Group justify="space-between" align="flex-end">
        <Button variant="subtle" color="gray" px="xs" disabled={options.length >= 30} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange({ options: [...options, { key: nextKey(options), label: '', labelEn: '' }] })}>{t('form.option.add')}</Button>
        <NumberInput label={t('form.most')} w={220} min={1} max={options.length} allowDecimal={false} clampBehavior="strict" value={most} onChange={(value) => onChange({ most: Number(value) || 1 })} />
      </Group>
      <Text size="sm" c="dimmed">{t('form.options.hint')}</Text>
    </Stack>
  );
}

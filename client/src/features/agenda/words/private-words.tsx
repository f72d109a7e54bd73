import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivateWord, PrivateWords } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { useTimes } from '../../../ui/time';
import { wordsKey } from '../keys';
import { answerWord, readWord, sendWord, wordsQuery } from './api';
import classes from './words.module.css';

const LONGEST = 500;

/** Between me and who presides; nothing at all for who neither sends nor got one. */
export function PrivateWordsPanel({ sessionId }: { sessionId: string }) {
  const { data } = useQuery(wordsQuery(sessionId));
  return data === undefined || (!data.canSend && data.words.length === 0) ? null : <Words sessionId={sessionId} answer={data} />;
}

function Words({ sessionId, answer: { words, canSend } }: { sessionId: string; answer: PrivateWords }) {
  const { t } = useTranslation('sites');
  const client = useQueryClient();
  const notify = useNotify();
  const refresh = () => client.invalidateQueries({ queryKey: wordsKey(sessionId) });
  const send = useMutation({
    mutationFn: (text: string) => sendWord(sessionId, text),
    onSuccess: async () => {
      await refresh();
      notify.done(t('word.sent'));
    },
    onError: notify.refused,
  });
  const unread = words.filter(({ isToMe, readAt }) => isToMe && readAt === null).length;
  const isForMe = words.some(({ isToMe }) => isToMe);
  return (
    <section className={classes.panel} aria-label={t(isForMe ? 'word.toMe' : 'word.title')}>
      <Title order={2} size="h3">{t(isForMe ? 'word.toMe' : 'word.title')}</Title>
      <Text size="sm" c="dimmed" className={classes.note ?? ''}><IconLock size={16} aria-hidden /> {t('word.lead')}</Text>
      {isForMe && <Text size="sm" fw={600} role="status">{t('word.unread', { count: unread })}</Text>}
      {words.length > 0 && <ul className="plain-list">{words.map((word) => <WordRow key={word.id} word={word} onDone={refresh} />)}</ul>}
      {canSend && <TextForm label={t('word.text')} act={t('word.send')} isBusy={send.isPending} onSend={(text, clear) => send.mutate(text, { onSuccess: clear })} />}
    </section>
  );
}

function WordRow({ word, onDone }: { word: PrivateWord; onDone: () => Promise<void> }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const notify = useNotify();
  const { clock } = useTimes();
  const [isAnswering, setAnswering] = useState(false);
  const read = useMutation({ mutationFn: () => readWord(word.id), onSettled: onDone, onError: notify.refused });
  const reply = useMutation({ mutationFn: (text: string) => answerWord(word.id, text), onSettled: onDone, onError: notify.refused });
  const name = localised(word.name, word.nameEn);
  return (
    <li className={classes.word} data-unread={(word.isToMe && word.readAt === null) || undefined}>
      <Text size="sm" c="dimmed">{t(word.isToMe ? 'word.from' : 'word.to', { name, time: clock(word.sentAt) })}{!word.isToMe && word.readAt !== null ? ` · ${t('word.wasRead')}` : ''}</Text>
      <Text className={classes.text ?? ''}>{word.text}</Text>
      {word.answer !== null && <Text className={classes.answer ?? ''}>{t('word.answered', { answer: word.answer })}</Text>}
      {word.isToMe && word.answer === null && !isAnswering && (
        <Group gap="xs" mt={4}>
          <Button variant="default" aria-label={t('word.answer.of', { name })} onClick={() => setAnswering(true)}>{t('word.answer')}</Button>
          {word.readAt === null && <Button variant="default" loading={read.isPending} aria-label={t('word.read.of', { name })} onClick={() => read.mutate()}>{t('word.read')}</Button>}
        </Group>
      )}
      {isAnswering && word.answer === null && <TextForm label={t('word.answer.of', { name })} act={t('word.answer.send')} isBusy={reply.isPending} onSend={(text) => reply.mutate(text)} />}
    </li>
  );
}

function TextForm({ label, act, isBusy, onSend }: { label: string; act: string; isBusy: boolean; onSend: (text: string, clear: () => void) => void }) {
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (!isEmpty) onSend(text.trim(), () => setText('')); }}>
      <Textarea label={label} autosize minRows={2} maxLength={LONGEST} value={text} onChange={(event) => setText(event.currentTarget.value)} mt="xs" />
      <Group justify="flex-end" mt="xs"><Button type="submit" variant="default" loading={isBusy} disabled={isEmpty}>{act}</Button></Group>
    </form>
  );
}

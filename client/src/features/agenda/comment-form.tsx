import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentWeight } from '../../api/contract';
import { DraftNote, isText, useDraft } from '../../ui/draft';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { addComment, type NewComment } from './api';
import { commentsKey } from './keys';
import { Choose } from '../../ui/choose';

export interface CommentTarget { paperVersionId: string; paperTitle: string; page: number }

interface CommentFormProps {
  itemId: string; parentId?: string; target: CommentTarget | null; onSent: () => void; onClearTarget?: () => void; onCancel?: () => void;
}

/** What names the words somebody writes about an item, or in answer to a comment. */
export const commentDraft = (itemId: string, parentId?: string) => (parentId === undefined ? `comment:${itemId}` : `comment:${itemId}:${parentId}`);

const weights: CommentWeight[] = ['blocking', 'should', 'remark'];

export function CommentForm({ itemId, parentId, target, onSent, onClearTarget, onCancel }: CommentFormProps) {
  const { t } = useTranslation(['agenda', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const draft = useDraft(commentDraft(itemId, parentId), '', isText);
  const text = draft.value;
  const latest = useRef(text);
  useEffect(() => { latest.current = text; });
  const [weight, setWeight] = useState<CommentWeight>('remark');
  const send = useMutation({
    mutationFn: (comment: NewComment) => addComment(itemId, comment),
    onSuccess: (_, sent) => {
      void client.invalidateQueries({ queryKey: commentsKey(itemId) });
      done(t('comment.sent'));
      // What was written while this was under way is not sent yet: it stays.
      if (latest.current.trim() !== sent.text) return;
      draft.discard();
      onSent();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    send.mutate({ text: text.trim(), weight, ...(parentId === undefined ? {} : { parentId }), ...(target === null ? {} : { paperVersionId: target.paperVersionId, page: target.page }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {target !== null && (
          <Group justify="space-between" gap="xs"><Text size="sm" fw={600}>{t('comment.onPage', { paper: target.paperTitle, page: target.page })}</Text>{onClearTarget && <Button variant="subtle" color="gray" px="xs" onClick={onClearTarget}>{t('comment.noPage')}</Button>}</Group>
        )}
        <Textarea label={t(parentId === undefined ? 'comment.text' : 'comment.reply')} value={text} maxLength={10000} onChange={(event) => draft.change(event.currentTarget.value)} autoFocus={target !== null || parentId !== undefined} />
        <DraftNote draft={draft} />
        {send.isError && <RefusalNote error={send.error} isDraftKept={draft.isKept} />}
        <Group gap="xs" align="flex-end">
          {parentId === undefined && <Choose flex="1 1 150px" aria-label={t('comment.weight')} data={weights.map((value) => ({ value, label: t(`comment.weight.${value}`) }))} value={weight} onChange={(value) => setWeight(weights.find((each) => each === value) ?? 'remark')} />}
          <Button type="submit" variant="default" loading={send.isPending} disabled={text.trim() === ''}>{t('comment.send')}</Button>
          {onCancel && <Button variant="subtle" color="gray" onClick={onCancel}>{t('ui:cancel')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}

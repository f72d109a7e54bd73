import { ActionIcon, Anchor, Button, Checkbox, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFileText, IconMessagePlus, IconPaperclip, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CommentWeight, OpinionRequest, ReplyFile } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { useFileSize } from '../../ui/size';
import { RefusalNote } from '../../ui/states';
import { addReplyFile, removeReplyFile, replyFileAddress } from './api';
import { requestKey } from './keys';
import type { CommentDraft, ReplyDraft } from './reply-draft';
import classes from './opinions.module.css';

const weights: CommentWeight[] = ['blocking', 'should', 'remark'];

interface ExtrasProps { draft: ReplyDraft; onChange: (change: Partial<ReplyDraft>) => void }

/** Comments to one question, or to all of the matter, each as a condition, something that should be addressed, or a remark. */
export function CommentsField({ draft, onChange, questionId, number }: ExtrasProps & { questionId: string | null; number?: number }) {
  const { t } = useTranslation('opinions');
  const mine = draft.comments.filter((comment) => comment.questionId === questionId);
  const set = (key: number, change: Partial<CommentDraft>) => onChange({ comments: draft.comments.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  const add = () => onChange({ comments: [...draft.comments, { key: Math.max(-1, ...draft.comments.map(({ key }) => key)) + 1, questionId, weight: 'remark', text: '' }] });
  return (
    <Stack gap="xs" mt="xs">
      {mine.map((comment, index) => (
        <div key={comment.key} className={classes.comment} role="group" aria-label={t('comment.label', { number: index + 1 })}>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <Choose label={t('comment.weight')} style={{ flex: 1 }} data={weights.map((value) => ({ value, label: t(`comment.weight.${value}`) }))} value={comment.weight} onChange={(value) => set(comment.key, { weight: weights.find((each) => each === value) ?? 'remark' })} />
            <ActionIcon aria-label={t('comment.remove')} onClick={() => onChange({ comments: draft.comments.filter(({ key }) => key !== comment.key) })}><IconTrash size={20} aria-hidden /></ActionIcon>
          </Group>
          <Textarea label={t('comment.text')} mt={6} autosize minRows={2} maxLength={10000} value={comment.text} onChange={(event) => set(comment.key, { text: event.currentTarget.value })} />
          {comment.weight === 'blocking' && <Text size="sm" c="dimmed" mt={4}>{t('comment.blocking.hint')}</Text>}
        </div>
      ))}
      <div><Button variant="subtle" color="gray" px="xs" leftSection={<IconMessagePlus size={18} aria-hidden />} onClick={add}>{t(number === undefined ? 'comment.add' : 'comment.add.question', { number })}</Button></div>
    </Stack>
  );
}

/** The wish to discuss the matter in a session; it needs a reason. */
export function DiscussionField({ draft, onChange, isChecked }: ExtrasProps & { isChecked: boolean }) {
  const { t } = useTranslation('opinions');
  const { discussion } = draft;
  return (
    <Stack gap="xs">
      <Checkbox size="md" py={8} label={t('discussion.label')} description={t('discussion.hint')} checked={discussion !== null} onChange={(event) => onChange({ discussion: event.currentTarget.checked ? '' : null })} />
      {discussion !== null && <Textarea label={t('discussion.reason')} required autosize minRows={2} maxLength={10000} value={discussion} error={isChecked && discussion.trim() === '' ? t('discussion.needed') : undefined} onChange={(event) => onChange({ discussion: event.currentTarget.value })} />}
    </Stack>
  );
}

export function FileLinks({ files }: { files: ReplyFile[] }) {
  const sizeOf = useFileSize();
  if (files.length === 0) return null;
  return (
    <ul className="plain-list">
      {files.map((file) => <li key={file.id}><Group gap={6} wrap="nowrap" mih={44}><IconFileText size={18} aria-hidden style={{ flex: 'none' }} /><Anchor href={replyFileAddress(file.id)} target="_blank" rel="noopener" style={{ overflowWrap: 'anywhere' }} py={10}>{file.fileName}</Anchor><Text size="sm" c="dimmed" flex="none">{sizeOf(file.size)}</Text></Group></li>)}
    </ul>
  );
}

/** Files that go with the reply: sent at once, checked as papers are, and gone for all others until the reply is sent. */
export function ReplyFiles({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: requestKey(request.id) });
  const add = useMutation({ mutationFn: async (files: File[]) => { for (const file of files) await addReplyFile(request.id, file, () => undefined); }, onSettled: refresh });
  const remove = useMutation({ mutationFn: removeReplyFile, onSettled: refresh });
  return (
    <Stack gap={4}>
      <Text fw={500}>{t('files.title')}</Text>
      <ul className="plain-list">
        {request.myFiles.map((file) => (
          <li key={file.id}>
            <Group gap={6} wrap="nowrap"><IconFileText size={18} aria-hidden style={{ flex: 'none' }} /><Anchor href={replyFileAddress(file.id)} target="_blank" rel="noopener" flex={1} style={{ overflowWrap: 'anywhere' }}>{file.fileName}</Anchor>
              <ActionIcon aria-label={`${t('ui:remove')}: ${file.fileName}`} onClick={() => remove.mutate(file.id)}><IconX size={18} aria-hidden /></ActionIcon></Group>
          </li>
        ))}
      </ul>
      <RefusalNote error={add.error ?? remove.error} />
      <div>
        <FileButton multiple accept="application/pdf,.pdf" onChange={(files) => add.mutate(files)}>
          {(props) => <Button {...props} variant="subtle" color="gray" px="xs" loading={add.isPending} leftSection={<IconPaperclip size={18} aria-hidden />}>{t('files.add')}</Button>}
        </FileButton>
      </div>
    </Stack>
  );
}

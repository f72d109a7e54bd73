import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Comment, CommentWeight } from '../../api/contract';
import { useHasDraft } from '../../ui/draft';
import { useLocalised } from '../../ui/localised';
import { Empty, QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { commentsQuery } from './api';
import { CommentForm, commentDraft, type CommentTarget } from './comment-form';
import classes from './agenda.module.css';

const colors: Record<CommentWeight, string> = { blocking: 'orange', should: 'indigo', remark: 'gray' };

interface CommentsPanelProps { item: AgendaItem; target: CommentTarget | null; onClearTarget: () => void; onPage: (paperId: string, page: number) => void }

/** Comments on the item and on pages of its papers, oldest first, each with its replies. */
export function CommentsPanel({ item, target, onClearTarget, onPage }: CommentsPanelProps) {
  const { t } = useTranslation('agenda');
  const query = useQuery(commentsQuery(item.id));
  return (
    <Stack gap="md">
      {item.can.comment && <CommentForm key={target === null ? item.id : `${target.paperVersionId}-${target.page}`} itemId={item.id} target={target} onClearTarget={onClearTarget} onSent={onClearTarget} />}
      <QueryView query={query} rows={2}>
        {({ comments }) => (comments.length === 0 ? <Empty icon={<IconMessage size={36} stroke={1.4} />} title={t('comment.empty.title')}>{t('comment.empty.text')}</Empty>
          : <ul className="plain-list">{comments.filter(({ parentId }) => parentId === null).map((comment) => <Thread key={comment.id} comment={comment} all={comments} item={item} onPage={onPage} />)}</ul>)}
      </QueryView>
    </Stack>
  );
}

interface ThreadProps { comment: Comment; all: Comment[]; item: AgendaItem; onPage: (paperId: string, page: number) => void }

function Thread({ comment, all, item, onPage }: ThreadProps) {
  const { t } = useTranslation('agenda');
  const [isReplying, setReplying] = useState(useHasDraft(commentDraft(item.id, comment.id)));
  const replies = all.filter(({ parentId }) => parentId === comment.id);
  return (
    <li className={classes.comment}>
      <CommentText comment={comment} item={item} onPage={onPage} />
      {replies.length > 0 && <ul className={`plain-list ${classes.replies}`}>{replies.map((reply) => <li key={reply.id}><CommentText comment={reply} item={item} onPage={onPage} /></li>)}</ul>}
      {item.can.comment && !isReplying && <Button variant="subtle" color="gray" px="xs" ml={-10} onClick={() => setReplying(true)} aria-label={t('comment.replyTo', { name: comment.author.name })}>{t('comment.reply')}</Button>}
      {isReplying && <div className={classes.replies}><CommentForm itemId={item.id} parentId={comment.id} target={null} onSent={() => setReplying(false)} onCancel={() => setReplying(false)} /></div>}
    </li>
  );
}

function CommentText({ comment, item, onPage }: Omit<ThreadProps, 'all'>) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const { clock, date } = useTimes();
  const { paperId, page } = comment;
  const paper = item.papers.find(({ id }) => id === paperId);
  return (
    <>
      <Group gap={8}>
        <Text fw={600}>{localised(comment.author.name, comment.author.nameEn)}</Text>
        {comment.parentId === null && <Badge size="md" color={colors[comment.weight]}>{t(`comment.weight.${comment.weight}`)}</Badge>}
        <Text size="sm" c="dimmed">{clock(comment.at)} {date(comment.at)}</Text>
      </Group>
      {paper && page !== null && <Anchor component="button" size="sm" ta="left" onClick={() => onPage(paper.id, page)}>{t('comment.onPage', { paper: paper.title, page })}</Anchor>}
      <p className={classes.text}>{comment.text}</p>
    </>
  );
}

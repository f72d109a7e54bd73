import { Badge, Group, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest, Question } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon } from './choice-look';
import { FileLinks } from './reply-extras';

interface ReplyWordsProps {
  answers: OpinionRequest['myAnswers']; comments: OpinionRequest['myComments']; discussion: string | null; files: OpinionRequest['myFiles']; questions: Question[]; isSmall?: boolean;
}

const colours = { blocking: 'orange', should: 'indigo', remark: 'gray' } as const;

/** What a reply says: answers, graded comments, the wish to discuss, files. */
export function ReplyWords({ answers, comments, discussion, files, questions, isSmall = false }: ReplyWordsProps) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const numberOf = (questionId: string) => questions.findIndex(({ id }) => id === questionId) + 1;
  const size = isSmall ? 'sm' : 'md';
  const chosenOf = (questionId: string, selected: string[]) => questions.find(({ id }) => id === questionId)?.options.filter(({ id }) => selected.includes(id)).map(({ label, labelEn }) => localised(label, labelEn)).join(', ') ?? '';
  return (
    <div>
      {answers.map(({ questionId, choice, text, selected }) => (
        <div key={questionId}>
          <Group gap={6} wrap="nowrap" align="flex-start"><ChoiceIcon choice={choice ?? 'notAnswered'} size={isSmall ? 18 : 20} /><Text size={size} fw={isSmall ? undefined : 500}>{t('reply.answer', { number: numberOf(questionId), choice: selected.length > 0 ? chosenOf(questionId, selected) : t(`choice.${choice ?? 'notAnswered'}`) })}</Text></Group>
          {text !== null && <Text size={size} c={isSmall ? 'dimmed' : undefined} mt={2} style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>}
        </div>
      ))}
      {comments.map(({ questionId, weight, text }, index) => (
        <div key={`${weight} ${index}`} style={{ marginTop: 6 }}>
          <Group gap={6}><Badge color={colours[weight]} variant="light">{t(`comment.weight.${weight}`)}</Badge>{questionId !== null && questions.length > 1 && <Text size="sm" c="dimmed">{t('comment.of', { number: numberOf(questionId) })}</Text>}</Group>
          <Text size={size} style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
        </div>
      ))}
      {discussion !== null && (
        <div style={{ marginTop: 6 }}>
          <Badge color="grape" variant="light" leftSection={<IconMessages size={14} aria-hidden />}>{t('discussion.badge')}</Badge>
          <Text size={size} style={{ whiteSpace: 'pre-wrap' }}>{discussion}</Text>
        </div>
      )}
      <FileLinks files={files} />
    </div>
  );
}

import { Badge } from '@mantine/core';
import { IconCertificate, IconClockExclamation, IconLetterCaseLower, IconLock, IconPencil, IconRefresh, IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaperBrief } from '../../api/contract';

const size = 14;

/** What one should know about a paper before opening it; each with its word. */
export function PaperBadges({ paper }: { paper: PaperBrief }) {
  const { t } = useTranslation('papers');
  const { current } = paper;
  const isUnreleased = paper.state === 'released' && current.releasedAt === null;
  return (
    <>
      {paper.state === 'draft' && <Badge size="md" color="gray" leftSection={<IconPencil size={size} aria-hidden />}>{t('state.draft')}</Badge>}
      {isUnreleased && <Badge size="md" color="gray" leftSection={<IconPencil size={size} aria-hidden />}>{t('badge.unreleased')}</Badge>}
      {paper.state === 'recalled' && <Badge size="md" color="orange" leftSection={<IconArrowBackUp size={size} aria-hidden />}>{t('state.recalled')}</Badge>}
      {paper.late && <Badge size="md" color="orange" leftSection={<IconClockExclamation size={size} aria-hidden />}>{t('badge.late')}</Badge>}
      {paper.readState === 'replaced' && <Badge size="md" color="indigo" leftSection={<IconRefresh size={size} aria-hidden />}>{t('badge.replaced')}</Badge>}
      {current.needsPassword && <Badge size="md" color="gray" leftSection={<IconLock size={size} aria-hidden />}>{t('badge.needsPassword')}</Badge>}
      {!current.hasText && !current.needsPassword && <Badge size="md" color="gray" leftSection={<IconLetterCaseLower size={size} aria-hidden />}>{t('badge.noText')}</Badge>}
      {current.signatures > 0 && <Badge size="md" color="teal" leftSection={<IconCertificate size={size} aria-hidden />}>{t('badge.signatures', { count: current.signatures })}</Badge>}
    </>
  );
}

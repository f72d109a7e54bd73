import { Alert, Anchor, Text } from '@mantine/core';
import { IconCalendarEvent, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpinionRequest } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';

/** The conclusion, what the replies allow, and where the matter went. */
export function Ending({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { conclusion, conclusionEn, standing, item, reworkedFromId, reworkedIntoId, state } = request;
  const isWaiting = state === 'closed' || state === 'summarised';
  const hint = standing === null || !isWaiting ? null : standing.whyNotAdopted === null ? t('standing.adoptable') : t(`standing.${standing.whyNotAdopted}`, { conditions: standing.conditions, discussions: standing.discussions });
  if (conclusion === null && hint === null && item === null && reworkedFromId === null && reworkedIntoId === null) return null;
  return (
    <Sheet title={t(conclusion === null ? 'standing.title' : 'conclusion.title')}>
      {conclusion !== null && <Text style={{ whiteSpace: 'pre-wrap' }}>{localised(conclusion, conclusionEn)}</Text>}
      {hint !== null && <Alert mt={conclusion === null ? 0 : 'sm'} color={standing?.whyNotAdopted === null ? 'teal' : 'orange'} icon={<IconInfoCircle aria-hidden />}>{hint}</Alert>}
      {item !== null && <Anchor component={Link} to={`/sessions/${item.sessionId}?item=${item.itemId}`} mt="sm" py={10} display="inline-flex" style={{ gap: 8 }}><IconCalendarEvent size={20} aria-hidden style={{ flex: 'none' }} />{t('item.link', { session: localised(item.title, item.titleEn) })}</Anchor>}
      {reworkedIntoId !== null && <Anchor component={Link} to={`/opinion-requests/${reworkedIntoId}`} mt="sm" py={10} display="flex" style={{ gap: 8 }}><IconRefresh size={20} aria-hidden />{t('rework.into')}</Anchor>}
      {reworkedFromId !== null && <Anchor component={Link} to={`/opinion-requests/${reworkedFromId}`} py={10} display="flex" style={{ gap: 8 }}><IconRefresh size={20} aria-hidden />{t('rework.from')}</Anchor>}
    </Sheet>
  );
}

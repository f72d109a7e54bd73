import { Badge, Text } from '@mantine/core';
import { IconCalendarEvent, IconChecklist, IconFileText, IconListDetails, IconMailQuestion, IconMessage, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SearchHit, SearchKind } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useTimes } from '../../ui/time';
import { addressOf } from './hit-address';
import { MarkedText } from './marked-text';
import classes from './search.module.css';

const icons: Record<SearchKind, TablerIcon> = { paper: IconFileText, item: IconListDetails, motion: IconChecklist, comment: IconMessage, request: IconMailQuestion, session: IconCalendarEvent };

export function HitRow({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const Icon = icons[hit.kind];
  const where = [
    hit.page === null ? null : t('page', { page: hit.page }), hit.author === null ? null : localised(hit.author, hit.authorEn),
    hit.kind === 'session' || hit.sessionTitle === null ? null : localised(hit.sessionTitle, hit.sessionTitleEn), hit.requestId === null || hit.kind === 'request' ? null : t('request'), hit.startsAt === null ? null : dateTime(hit.startsAt),
  ].filter((part) => part !== null);
  return (
    <li>
      <Link to={addressOf(hit)} className={classes.hit ?? ''} data-kind={hit.kind}>
        <Icon size={22} stroke={1.6} aria-hidden className={classes.icon} />
        <span className={classes.what}>
          <span className={classes.title}>
            {localised(hit.title, hit.titleEn)}
            {hit.outcome !== null && <Badge variant="light" color="gray" ml={8}>{t(`outcome.${hit.outcome}`)}</Badge>}
            {hit.hasText === false && <Badge variant="light" color="gray" ml={8}>{t('noText')}</Badge>}
          </span>
          {hit.snippet.text !== hit.title && <span className={classes.snippet}><MarkedText snippet={hit.snippet} /></span>}
          {where.length > 0 && <Text component="span" size="sm" c="dimmed">{where.join(' · ')}</Text>}
        </span>
      </Link>
    </li>
  );
}

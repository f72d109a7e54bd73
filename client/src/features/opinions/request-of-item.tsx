import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocalised } from '../../ui/localised';
import { requestsOfSessionQuery } from './api';

/** The way back from an item to the written opinion request that it was. */
export default function RequestOfItem({ sessionId, itemId }: { sessionId: string; itemId: string }) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const { data } = useQuery(requestsOfSessionQuery(sessionId));
  const request = data?.requests.find((each) => each.itemId === itemId);
  if (!request) return null;
  return <Anchor component={Link} to={`/opinion-requests/${request.requestId}`} py={10} display="block">{t('item.from', { title: localised(request.title, request.titleEn) })}</Anchor>;
}

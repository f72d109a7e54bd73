import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../../api/contract';
import { consentQuery } from '../../features/voting/api';
import { textIn } from '../../i18n/start';

/** The list as it is on screen, and its question in both languages: the words are part of the record. */
export async function consentQuestion(client: QueryClient, session: Session): Promise<{ itemIds: string[]; question: string; questionEn: string }> {
  const { items } = await client.fetchQuery({ ...consentQuery(session.id), staleTime: 5_000 });
  const itemIds = items.filter(({ off }) => off === null).map(({ itemId }) => itemId);
  const values = { count: itemIds.length, numbers: session.items.filter(({ id }) => itemIds.includes(id)).map(({ number }) => number).join(', ') };
  return { itemIds, question: await textIn('vi', 'meeting', 'consent.question', values), questionEn: await textIn('en', 'meeting', 'consent.question', values) };
}

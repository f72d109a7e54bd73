import { useQuery } from '@tanstack/react-query';
import { SearchPage } from '../features/search/search-page';
import { sessionsQuery } from '../features/sessions/api';
import { useCurrentBody } from './current-body';

export default function SearchRoute() {
  const { me, body } = useCurrentBody();
  const { data } = useQuery({ ...sessionsQuery(body?.id ?? ''), enabled: body !== null && me.can.read });
  return <SearchPage bodies={me.bodies} sessions={data?.sessions ?? []} />;
}

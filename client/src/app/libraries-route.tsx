import LibrariesPage from '../features/libraries/libraries-page';
import { useCurrentBody } from './current-body';

export default function LibrariesRoute() {
  const { body } = useCurrentBody();
  return <LibrariesPage body={body} />;
}

import { Suspense, useState } from 'react';
import { lazyPart } from '../../api/lazy-part';
import { Loading } from '../../ui/states';
import { type Asked, pictureFor } from './reader/first-picture-of';

const FirstPage = lazyPart(() => import('./reader/first-page'));

/** What stands in the reader's place while its program is fetched: the first page, where there is a picture of it. */
export function Opening({ title, ...asked }: Asked & { title: string }) {
  const [picture] = useState(() => pictureFor(asked));
  const waiting = <Loading rows={1} height={420} />;
  return picture === null ? waiting : <Suspense fallback={waiting}><FirstPage title={title} picture={picture} /></Suspense>;
}

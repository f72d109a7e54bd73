import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useState } from 'react';
import { askAgain } from '../../../api/ask-again';
import { lazyPart } from '../../../api/lazy-part';
import { paperQuery } from '../api';
import type { OtherPaper } from '../beside/beside';
import { Pair, type SecondPaper } from '../beside/pair';
import type { ReaderProps } from './reader-props';

const ChooseDialog = lazyPart(() => import('../beside/choose-dialog'));

const NONE: readonly OtherPaper[] = [];

/** A paper, and beside it a second one when there is something to compare. */
export default function Reader(props: ReaderProps) {
  const { paperId, version, title, others = NONE, onRoom } = props;
  const client = useQueryClient();
  const [second, setSecond] = useState<SecondPaper | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const lay = useCallback((other: OtherPaper, page: number | null) => {
    setChoosing(false);
    setSecond({ ...other, page });
    onRoom?.();
  }, [onRoom]);
  const choose = useCallback(() => setChoosing(true), []);
  const layOlder = useCallback((versionId: string, page: number) => {
    // On a narrow screen the list from which this was asked closes now, and what it had asked for goes with it.
    void askAgain(() => client.ensureQueryData(paperQuery(paperId))).then(({ versions }) => {
      const older = versions.find(({ id }) => id === versionId);
      if (older) lay({ paperId, title, version: older }, page);
      // Without a network nothing is laid beside; what is read stays.
    }, () => undefined);
  }, [client, paperId, title, lay]);
  return (
    <>
      <Pair props={props} second={second} onChoose={choose} onOlder={layOlder} onClose={() => setSecond(null)} />
      {isChoosing && <Suspense><ChooseDialog paperId={paperId} versionId={version.id} title={title} others={others} onChoose={(other) => lay(other, null)} onClose={() => setChoosing(false)} /></Suspense>}
    </>
  );
}

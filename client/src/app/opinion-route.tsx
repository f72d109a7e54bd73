import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import type { OpinionRequest } from '../api/contract';
import { requestQuery } from '../features/opinions/api';
import { OpinionPage } from '../features/opinions/opinion-page';
import { PaperList } from '../features/papers/paper-list';
import { isStillAt, useChangeAddress } from '../ui/address';
import { QueryView } from '../ui/states';
import { Opening } from '../features/papers/opening';
import { withTexts } from '../i18n/start';

const Reader = lazyPart(() => withTexts('notes', import('../features/papers/reader/reader')));
const DropZone = lazyPart(() => import('../features/papers/drop-zone'));

export default function OpinionRoute() {
  const { requestId = '' } = useParams();
  const query = useQuery(requestQuery(requestId));
  return <QueryView query={query}>{(request) => <WithPapers key={request.id} request={request} />}</QueryView>;
}

function WithPapers({ request }: { request: OpinionRequest }) {
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const paper = request.papers.find(({ id }) => id === params.get('paper')) ?? null;
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['request', request.id] }), [client, request.id]);
  const change = useChangeAddress();
  const notePage = (page: number) => {
    if (paper !== null && isStillAt({ paper: paper.id })) change({ page: String(page) }, true);
  };
  const papers = (
    <>
      <PaperList papers={request.papers} shownId={null} onOpen={(paperId) => setParams({ paper: paperId })} onChanges={(paperId) => setParams({ paper: paperId, changes: 'first' })} onChanged={refresh} />
      {request.can.addPaper && <Suspense><DropZone owner={{ kind: 'opinion-requests', id: request.id }} onAdded={refresh} /></Suspense>}
    </>
  );
  const others = useMemo(() => request.papers.filter(({ state }) => state !== 'recalled').map(({ id, title, current }) => ({ paperId: id, title, version: current })), [request.papers]);
  const reader = paper === null ? null : (
    <Suspense fallback={<Opening key={paper.current.id} version={paper.current} title={paper.title} page={Number(params.get('page')) || null} changes={params.get('changes')} />}>
      <Reader key={paper.current.id} version={paper.current} paperId={paper.id} title={paper.title} isUnread={paper.readState !== 'read'} page={Number(params.get('page')) || null} find={params.get('find')} changes={params.get('changes')} others={others} onPage={notePage} onComment={null} />
    </Suspense>
  );
  return <OpinionPage request={request} papers={papers} reader={reader} onCloseReader={() => setParams({})} isAnswering={params.get('answer') !== null} onAnswer={(isAnswering) => setParams(isAnswering ? { answer: '1' } : {}, { replace: !isAnswering })} />;
}

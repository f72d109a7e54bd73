import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { OpinionRequest } from '../api/contract';
import { requestQuery } from '../features/opinions/api';
import { OpinionPage } from '../features/opinions/opinion-page';
import { PaperList } from '../features/papers/paper-list';
import { isStillAt, useChangeAddress } from '../ui/address';
import { Loading, QueryView } from '../ui/states';

const Reader = lazy(() => import('../features/papers/reader/reader'));
const DropZone = lazy(() => import('../features/papers/drop-zone'));

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
      <PaperList papers={request.papers} shownId={null} onOpen={(paperId) => setParams({ paper: paperId })} onChanged={refresh} />
      {request.can.addPaper && <Suspense><DropZone owner={{ kind: 'opinion-requests', id: request.id }} onAdded={refresh} /></Suspense>}
    </>
  );
  const reader = paper === null ? null : (
    <Suspense fallback={<Loading rows={1} height={420} />}>
      <Reader key={paper.current.id} version={paper.current} title={paper.title} isUnread={paper.readState !== 'read'} page={Number(params.get('page')) || null} onPage={notePage} onComment={null} />
    </Suspense>
  );
  return <OpinionPage request={request} papers={papers} reader={reader} onCloseReader={() => setParams({})} />;
}

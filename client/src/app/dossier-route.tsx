import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import type { Dossier } from '../api/contract';
import { dossierQuery } from '../features/dossiers/api';
import { accepted, DossierFiles, partByName } from '../features/dossiers/dossier-files';
import { DossierPage } from '../features/dossiers/dossier-page';
import { dossierKey } from '../features/dossiers/keys';
import { Opening } from '../features/papers/opening';
import { withTexts } from '../i18n/start';
import { isStillAt, useChangeAddress } from '../ui/address';
import { QueryView } from '../ui/states';

const Reader = lazyPart(() => withTexts('notes', import('../features/papers/reader/reader')));
const DropZone = lazyPart(() => import('../features/papers/drop-zone'));

export default function DossierRoute() {
  const { dossierId = '' } = useParams();
  const query = useQuery(dossierQuery(dossierId));
  return <QueryView query={query}>{(dossier) => <WithFiles key={dossier.id} dossier={dossier} />}</QueryView>;
}

function WithFiles({ dossier }: { dossier: Dossier }) {
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const change = useChangeAddress();
  const paper = dossier.files.find(({ id }) => id === params.get('paper')) ?? null;
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: dossierKey(dossier.id) }), [client, dossier.id]);
  const notePage = (page: number) => {
    if (paper !== null && isStillAt({ paper: paper.id })) change({ page: String(page) }, true);
  };
  const files = (
    <DossierFiles dossier={dossier} onOpen={(paperId) => setParams({ paper: paperId })}>
      {dossier.can.edit && <Suspense><DropZone owner={{ kind: 'dossiers', id: dossier.id }} accept={accepted(dossier.takesWord)} fieldsOf={({ name }) => ({ part: partByName(name, dossier.files) })} onAdded={refresh} /></Suspense>}
    </DossierFiles>
  );
  const reader = paper === null ? null : (
    <Suspense fallback={<Opening key={paper.current.id} version={paper.current} title={paper.title} page={Number(params.get('page')) || null} changes={params.get('changes')} />}>
      <Reader key={paper.current.id} version={paper.current} paperId={paper.id} title={paper.title} isUnread={paper.readState !== 'read'} page={Number(params.get('page')) || null} find={params.get('find')} changes={params.get('changes')} onPage={notePage} onComment={null} />
    </Suspense>
  );
  return <DossierPage dossier={dossier} files={files} reader={reader} onCloseReader={() => setParams({})} />;
}

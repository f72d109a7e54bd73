import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { OpinionRequest, RuleSet, Seat } from '../api/contract';
import { bodiesQuery, ruleSetsQuery, seatsQuery } from '../features/bodies/api';
import { requestQuery } from '../features/opinions/api';
import { type FormMember, type Step, steps } from '../features/opinions/draft';
import { OpinionFormPage } from '../features/opinions/opinion-form-page';
import { addPaper, removePaper } from '../features/papers/api';
import { QueryView } from '../ui/states';
import { WithBody } from './with-body';

export default function OpinionFormRoute() {
  const { t } = useTranslation('shell');
  const { requestId } = useParams();
  if (requestId !== undefined) return <EditRequest requestId={requestId} />;
  return <WithBody title={t('nav.opinions')}>{(body) => <WithMembers key={body.id} bodyId={body.id} request={null} />}</WithBody>;
}

function EditRequest({ requestId }: { requestId: string }) {
  const query = useQuery(requestQuery(requestId));
  return <QueryView query={query}>{(request) => <WithMembers bodyId={request.bodyId} request={request} />}</QueryView>;
}

function membersOf(seats: readonly Seat[]): FormMember[] {
  return seats.flatMap(({ number, title, titleEn, votes, member }) => (member && votes ? [{ id: member.id, seatNumber: number, title, titleEn, name: member.name }] : [])).sort((a, b) => a.seatNumber - b.seatNumber);
}

const anyDays = { least: 1, most: 60, byDefault: 5 };

function WithMembers({ bodyId, request }: { bodyId: string; request: OpinionRequest | null }) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  // A new one has nothing to lay papers on before its questions are kept.
  const step: Step = request === null ? 'questions' : (steps.find((each) => each === params.get('step')) ?? 'questions');
  const seats = useQuery(seatsQuery(bodyId));
  const bodies = useQuery(bodiesQuery);
  const ruleSets = useQuery(ruleSetsQuery);
  const body = bodies.data?.bodies.find(({ id }) => id === bodyId);
  const ruleSet: RuleSet | undefined = request?.ruleSet ?? ruleSets.data?.ruleSets.find(({ id }) => id === body?.ruleSetId);
  const isWaiting = request === null && (bodies.isPending || ruleSets.isPending);
  return (
    <QueryView query={isWaiting ? { ...seats, data: undefined } as typeof seats : seats}>
      {({ seats: all }) => (
        <OpinionFormPage key={request?.id ?? 'new'} bodyId={bodyId} request={request} members={membersOf(all)} days={ruleSet?.opinionDays ?? anyDays} step={step} onDone={(id) => void navigate(`/opinion-requests/${id}`, { replace: true })}
          onStep={(id, to) => void navigate(`/opinion-requests/${id}/edit?step=${to}`, { replace: true })}
          sendPaper={(id, file, onProgress) => addPaper({ kind: 'opinion-requests', id }, { file, fields: {} }, onProgress, new AbortController().signal)} removePaper={removePaper} />
      )}
    </QueryView>
  );
}

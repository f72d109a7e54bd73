import { ActionIcon, Button } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { OpinionRequest, RequestAct } from '../../api/contract';
import { Menu } from '../../ui/menu';
import { useNotify } from '../../ui/notify';
import { type ActEntry, actOnRequest } from './api';
import { requestKey, templatesKey } from './keys';

const ActDialog = lazyPart(() => import('./act-dialogs'));
const TemplateDialog = lazyPart(() => import('./act-dialogs').then(({ TemplateDialog: part }) => ({ default: part })));

const forward: RequestAct[] = ['submit', 'approve', 'send', 'close', 'summarise'];
const ends: RequestAct[] = ['adopt', 'toSession', 'rework'];
const aside: RequestAct[] = ['return', 'extend', 'recall'];

/** What comes next: one step until the close; then the summary; then the end that the replies propose. */
function nextOf({ can, standing, state }: OpinionRequest): RequestAct | undefined {
  if (state !== 'summarised') return forward.find((each) => can[each]);
  const proposed = standing?.proposed;
  return proposed !== undefined && can[proposed] ? proposed : ends.find((each) => can[each]) ?? (can.summarise ? 'summarise' : undefined);
}

/** What comes next is one clear button; what else can be done is in the menu. */
export function RequestActs({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const notify = useNotify();
  const [asked, setAsked] = useState<RequestAct | 'template' | null>(null);
  const act = useMutation({
    mutationFn: (entry: ActEntry) => actOnRequest(request.id, entry),
    onSuccess: (answer, entry) => {
      client.setQueryData(requestKey(request.id), answer);
      for (const key of ['requests', 'desk', 'sessions']) void client.invalidateQueries({ queryKey: [key] });
      setAsked(null);
      notify.done(t(`done.${entry.act}`));
    },
    onError: (error, entry) => {
      if (entry.act !== 'summarise' && entry.act !== 'toSession') notify.refused(error);
    },
  });
  const next = nextOf(request);
  const others = [...forward, ...ends, ...aside].filter((each) => request.can[each] && each !== next);
  const start = (each: RequestAct) => {
    act.reset();
    if (each === 'submit' || each === 'approve') act.mutate({ act: each });
    else setAsked(each);
  };
  const kept = () => {
    setAsked(null);
    void client.invalidateQueries({ queryKey: templatesKey(request.bodyId) });
    notify.done(t('template.kept'));
  };
  const answers = request.can.reply || request.can.draft;
  return (
    <>
      {request.can.edit && <Button variant="default" component={Link} to={`/opinion-requests/${request.id}/edit`}>{t('act.edit')}</Button>}
      {next !== undefined && <Button variant={answers || (next === 'summarise' && request.state === 'summarised') ? 'default' : 'filled'} loading={act.isPending && asked === null} onClick={() => start(next)}>{t(next === 'summarise' && request.state === 'summarised' ? 'act.summariseAgain' : `act.${next}`)}</Button>}
      {(others.length > 0 || request.can.template) && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target><ActionIcon variant="default" aria-label={t('act.more')}><IconDotsVertical size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {others.map((each) => <Menu.Item key={each} onClick={() => start(each)}>{t(each === 'summarise' && request.state === 'summarised' ? 'act.summariseAgain' : `act.${each}`)}</Menu.Item>)}
            {request.can.template && <Menu.Item onClick={() => setAsked('template')}>{t('template.keep')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      <Suspense>
        {asked === 'template' && <TemplateDialog request={request} onDone={kept} onClose={() => setAsked(null)} />}
        {asked !== null && asked !== 'template' && <ActDialog act={asked} request={request} isBusy={act.isPending} error={act.error} onSend={(entry) => act.mutate({ act: asked, ...entry })} onClose={() => setAsked(null)} />}
      </Suspense>
    </>
  );
}

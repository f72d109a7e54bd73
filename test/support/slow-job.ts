import type { Cabinet } from './cabinet.js';
import { eventually } from './eventually.js';

/** A first page that is drawn and sealed, and waits to be written down for as long as its paper is held. */
export interface SlowJob {
  id: string;
  versionId: string;
  /** Where the picture was kept before. */
  earlierBlob: string;
  /** Who took the job, once it waits. */
  takenBy(): Promise<string>;
  letGo(): Promise<void>;
}

export async function slowJob(cabinet: Cabinet): Promise<SlowJob> {
  const [version] = await cabinet.rows<{ id: string; paper: string; blob: string }>('select id, paper_id as paper, first_page_blob_id as blob from paper_version where first_page_blob_id is not null order by id limit 1');
  if (!version) throw new Error('no paper has a picture');
  await cabinet.rows('update paper_version set first_page_at = null, first_page = null, first_page_bytes = null, first_page_blob_id = null where id = $1', [version.id]);
  const holder = await cabinet.pool.connect();
  await holder.query('begin');
  await holder.query('select 1 from paper where id = $1 for update', [version.paper]);
  const [job] = await cabinet.rows<{ id: string }>(`select id::text from graphile_worker.add_job('papers-first-page', payload := $1::json)`, [JSON.stringify({ versionId: version.id })]);
  const id = job?.id ?? '';
  return {
    id, versionId: version.id, earlierBlob: version.blob,
    takenBy: () => eventually(async () => {
      const [found] = await cabinet.rows<{ by: string }>(`select j.locked_by as by from graphile_worker._private_jobs j, pg_stat_activity a
        where j.id = $1 and j.locked_by is not null and a.datname = current_database() and a.wait_event_type = 'Lock'`, [id]);
      if (!found) throw new Error('nobody waits for the paper yet');
      return found.by;
    }),
    letGo: async () => {
      await holder.query('rollback');
      holder.release();
    },
  };
}

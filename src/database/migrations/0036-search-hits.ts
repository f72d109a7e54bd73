import type { MigrationInterface, QueryRunner } from 'typeorm';

const scoreBy = (place: string): string => `create or replace function search_score(plain tsvector, folded tsvector, phrase_plain tsquery, phrase_folded tsquery, all_plain tsquery, all_folded tsquery) returns integer language sql immutable parallel safe as $$
    select (${place}) * 10000000 + (ts_rank(folded, all_folded) * 1000000)::int $$`;
const SCORED_BEFORE = scoreBy('case when plain @@ phrase_plain then 3 when folded @@ phrase_folded then 2 when plain @@ all_plain then 1 else 0 end');
/** Words side by side with their accents are side by side without them too: most pages are asked twice instead of three times. */
const SCORED = scoreBy('case when folded @@ phrase_folded then case when plain @@ phrase_plain then 3 else 2 end when plain @@ all_plain then 1 else 0 end');

const DEFINER = `language sql stable security definer set app.actor = 'system' set search_path = public, pg_temp`;
const MATCHES = 'w.body_id = any(bodies) and w.folded @@ all_folded and (not as_written or w.plain @@ all_plain)';
const SCORE = 'search_score(w.plain, w.folded, phrase_plain, phrase_folded, all_plain, all_folded)';
const QUERIES = 'phrase_plain tsquery, phrase_folded tsquery, all_plain tsquery, all_folded tsquery, as_written boolean';

const HITS_BEFORE = `create function page_hits(bodies uuid[], ${QUERIES}) returns table (version_id uuid, page integer, score integer)
    ${DEFINER} as $$ select w.version_id, w.page, ${SCORE} from page_words w where ${MATCHES} $$`;
/** The newest version of each paper one may know of, with its pages (`offset 0`: they are scored before they are gathered, so that no words are sorted); whose papers they are is decided by joining them with the papers, whose rights hold. */
const HITS = `create function paper_hits(bodies uuid[], drafts uuid[], text_only boolean, ${QUERIES}) returns table (paper_id uuid, version_id uuid, pages integer[], scores integer[])
    ${DEFINER} as $$ select v.paper_id, v.id, h.pages, h.scores
    from (select x.version_id, array_agg(x.page) as pages, array_agg(x.score) as scores from (select w.version_id, w.page, ${SCORE} as score from page_words w where ${MATCHES} offset 0) x group by x.version_id) h join paper_version v on v.id = h.version_id
    where (v.released_at is not null or v.body_id = any(drafts)) and (not text_only or v.has_text)
      and not exists (select 1 from paper_version n where n.paper_id = v.paper_id and n.number > v.number and (n.released_at is not null or n.body_id = any(drafts))) $$`;

/** Hits of a search with less work: the pages of a paper are one row, and rights are not asked for each page again. */
export class SearchHits1790000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ['drop function page_hits(uuid[], tsquery, tsquery, tsquery, tsquery, boolean)', SCORED, HITS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of ['drop function paper_hits(uuid[], uuid[], boolean, tsquery, tsquery, tsquery, tsquery, boolean)', SCORED_BEFORE, HITS_BEFORE]) await runner.query(statement);
  }
}

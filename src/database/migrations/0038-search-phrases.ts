import type { MigrationInterface, QueryRunner } from 'typeorm';

const TAKES = 'bodies uuid[], drafts uuid[], text_only boolean, phrase_plain tsquery, phrase_folded tsquery, all_plain tsquery, all_folded tsquery, as_written boolean';
const DEFINER = `language sql stable security definer set app.actor = 'system' set search_path = public, pg_temp`;
const SCORE = 'search_score(w.plain, w.folded, phrase_plain, phrase_folded, all_plain, all_folded)';

/** As in 0036. (`offset 0`: pages are scored before they are gathered, so that no words are sorted.) */
const hitsOf = (gives: string, score: string): string => `select v.paper_id, v.id, ${gives}h.pages, h.scores
    from (select x.version_id, array_agg(x.page) as pages, array_agg(x.score) as scores from (select w.version_id, w.page, ${score} as score from page_words w
      where w.body_id = any(bodies) and w.folded @@ all_folded and (not as_written or w.plain @@ all_plain) offset 0) x group by x.version_id) h join paper_version v on v.id = h.version_id
    where (v.released_at is not null or v.body_id = any(drafts)) and (not text_only or v.has_text)
      and not exists (select 1 from paper_version n where n.paper_id = v.paper_id and n.number > v.number and (n.released_at is not null or n.body_id = any(drafts)))`;

const BEFORE = `create function paper_hits(${TAKES}) returns table (paper_id uuid, version_id uuid, pages integer[], scores integer[]) ${DEFINER} as $$ ${hitsOf('', SCORE)} $$`;
/** Where pages have the words side by side, those come first, and nobody asks how well the others rank: they are counted, with a score of 0. */
const AFTER = `create function paper_hits(${TAKES}, phrase_only boolean) returns table (paper_id uuid, version_id uuid, has_text boolean, pages integer[], scores integer[]) ${DEFINER}
  as $$ ${hitsOf('v.has_text, ', `case when phrase_only and not (w.folded @@ phrase_folded) then 0 else ${SCORE} end`)} $$`;

export class SearchPhrases1790000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ['drop function paper_hits(uuid[], uuid[], boolean, tsquery, tsquery, tsquery, tsquery, boolean)', AFTER]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of ['drop function paper_hits(uuid[], uuid[], boolean, tsquery, tsquery, tsquery, tsquery, boolean, boolean)', BEFORE]) await runner.query(statement);
  }
}

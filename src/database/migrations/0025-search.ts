import type { MigrationInterface, QueryRunner } from 'typeorm';

const SPACE = String.raw`\u0001-\u0020\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff`;
const SIGN = String.raw`\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u3001-\u303f\ue000-\uf8ff`;
/** Words part where there is neither a letter nor a figure. A sign between words is a word of its own (a letter that nobody types), so that words it stands between are not side by side. */
const SIGNS = `[${SPACE}]*[${SIGN}][${SPACE}${SIGN}]*`;

const FUNCTIONS = [
  // Small letters and accents by decomposition, so that it does not depend on the database's locale, and without the extension unaccent, which managed databases may not have.
  String.raw`create function search_words(content text, is_folded boolean) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(regexp_replace(
      case when is_folded then translate(regexp_replace(d, '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd') else replace(normalize(d, NFC), 'Đ', 'đ') end, '${SIGNS}', ' ǃ ', 'g'), '[${SPACE}]+', ' ', 'g'))
    from (select lower(normalize(content, NFD) collate "C") as d) as letters $$`,
  // Words side by side and as written, then side by side, then as written, then any; within these by how often.
  `create function search_score(plain tsvector, folded tsvector, phrase_plain tsquery, phrase_folded tsquery, all_plain tsquery, all_folded tsquery) returns integer language sql immutable parallel safe as $$
    select (case when plain @@ phrase_plain then 3 when folded @@ phrase_folded then 2 when plain @@ all_plain then 1 else 0 end) * 10000000 + (ts_rank(folded, all_folded) * 1000000)::int $$`,
  // Rights on rows keep an index of words from being used, as looking words up is not leakproof. So candidates come from here, which sees
  // all pages and tells no word; whose they are is decided by joining them with the papers, whose rights hold.
  `create function page_hits(bodies uuid[], phrase_plain tsquery, phrase_folded tsquery, all_plain tsquery, all_folded tsquery, as_written boolean) returns table (version_id uuid, page integer, score integer)
    language sql stable security definer set app.actor = 'system' set search_path = public, pg_temp as $$
    select w.version_id, w.page, search_score(w.plain, w.folded, phrase_plain, phrase_folded, all_plain, all_folded) from page_words w
    where w.body_id = any(bodies) and w.folded @@ all_folded and (not as_written or w.plain @@ all_plain) $$`,
];

const RIGHTS = [
  'alter table page_text enable row level security',
  'alter table page_text force row level security',
  `create policy page_text_1 on page_text for all
    using ((select app_is_system()) or exists (select 1 from paper_version v join paper p on p.id = v.paper_id where v.id = version_id)) with check ((select app_is_system()))`,
  // Not forced on its owner, as whom page_hits() looks: see docs/decisions/search.md.
  'alter table page_words enable row level security',
  'create policy page_words_1 on page_words for all using ((select app_is_system())) with check ((select app_is_system()))',
];

/** The words of papers' pages, and how they are found. */
export class Search1790000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "version_text" ("version_id" uuid NOT NULL, "whole" boolean NOT NULL, "kept" boolean NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_d13dbbdaf8686b05c0054f96964" PRIMARY KEY ("version_id"))`);
    await runner.query(`CREATE TABLE "page_text" ("version_id" uuid NOT NULL, "page" integer NOT NULL, "text" text NOT NULL, CONSTRAINT "PK_ac941c6ff0ece92345da92e7f2b" PRIMARY KEY ("version_id", "page"))`);
    await runner.query(`CREATE TABLE "page_words" ("version_id" uuid NOT NULL, "page" integer NOT NULL, "body_id" uuid NOT NULL, "plain" tsvector NOT NULL, "folded" tsvector NOT NULL, CONSTRAINT "PK_2870dcd82fe7d13dbb5ecc24091" PRIMARY KEY ("version_id", "page"))`);
    await runner.query(`ALTER TABLE "version_text" ADD CONSTRAINT "FK_d13dbbdaf8686b05c0054f96964" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "page_text" ADD CONSTRAINT "FK_b251baa65ee40dd4128c6eccc67" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "page_words" ADD CONSTRAINT "FK_2958f61206d20bdca1ba6fc9033" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query('create index page_words_folded on page_words using gin (folded) with (fastupdate = on)');
    for (const statement of [...FUNCTIONS, ...RIGHTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['page_hits(uuid[], tsquery, tsquery, tsquery, tsquery, boolean)', 'search_score(tsvector, tsvector, tsquery, tsquery, tsquery, tsquery)']) await runner.query(`drop function ${name}`);
    await runner.query(`ALTER TABLE "page_words" DROP CONSTRAINT "FK_2958f61206d20bdca1ba6fc9033"`);
    await runner.query(`ALTER TABLE "page_text" DROP CONSTRAINT "FK_b251baa65ee40dd4128c6eccc67"`);
    await runner.query(`ALTER TABLE "version_text" DROP CONSTRAINT "FK_d13dbbdaf8686b05c0054f96964"`);
    await runner.query(`DROP TABLE "page_words"`);
    await runner.query(`DROP TABLE "page_text"`);
    await runner.query(`DROP TABLE "version_text"`);
    await runner.query('drop function search_words(text, boolean)');
  }
}

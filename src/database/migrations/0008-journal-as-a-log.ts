import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['journal_private', 'journal_node', 'journal_checkpoint', 'journal_identity', 'journal_restoration'];

/** The journal becomes a log that can be checked: private content apart, nodes of its tree, signed checkpoints. */
export class JournalAsALog1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "journal_private" ("entry_id" bigint NOT NULL, "salt" bytea NOT NULL, "content" text NOT NULL, CONSTRAINT "PK_a028ae2283cb575d26a0c34df29" PRIMARY KEY ("entry_id"))`);
    await runner.query(`CREATE TABLE "journal_node" ("level" integer NOT NULL, "index" bigint NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "PK_732d0797b98be5c933d67c18829" PRIMARY KEY ("level", "index"))`);
    await runner.query(`CREATE TABLE "journal_checkpoint" ("size" bigint NOT NULL, "root" bytea NOT NULL, "note" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_933c9bd98e1a2dce0042708bdd5" PRIMARY KEY ("size"))`);
    await runner.query(`CREATE TABLE "journal_identity" ("one" boolean NOT NULL DEFAULT true, "origin" text NOT NULL, "public_key" bytea NOT NULL, CONSTRAINT "PK_ba18ae45b96bd969d1bf209c1bf" PRIMARY KEY ("one"))`);
    await runner.query(`CREATE TABLE "journal_restoration" ("at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "size" bigint NOT NULL, CONSTRAINT "PK_b5048f3ee388a59a2db31ad90ab" PRIMARY KEY ("at"))`);
    await runner.query(`ALTER TABLE "journal_entry" ADD "private_hash" bytea`);
    await runner.query(`CREATE INDEX "journal_entry_at" ON "journal_entry" USING brin ("at")`);
    for (const table of APPEND_ONLY) await runner.query(`create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "journal_entry_at"`);
    await runner.query(`ALTER TABLE "journal_entry" DROP COLUMN "private_hash"`);
    await runner.query(`DROP TABLE "journal_restoration"`);
    await runner.query(`DROP TABLE "journal_identity"`);
    await runner.query(`DROP TABLE "journal_checkpoint"`);
    await runner.query(`DROP TABLE "journal_node"`);
    await runner.query(`DROP TABLE "journal_private"`);
  }
}

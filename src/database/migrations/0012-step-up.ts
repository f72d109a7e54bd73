import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both hold choices: nobody but the person and the system sees them, as with ballots. */
const POLICIES: Record<string, string[]> = {
  step_up_statement: ['for all using ((select app_is_system()) or account_id = (select app_account())) with check ((select app_is_system()) or account_id = (select app_account()))'],
  step_up_evidence: [
    'for select using ((select app_is_system()) or account_id = (select app_account()))',
    'for insert with check ((select app_is_system()) or account_id = (select app_account()))',
  ],
};

/** What a person signs when casting or replying, and the evidence of it that nobody changes. */
export class StepUp1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "step_up_statement" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "account_id" uuid NOT NULL, "act" text NOT NULL, "subject_id" uuid NOT NULL, "member_id" uuid NOT NULL, "statement" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "claimed_at" TIMESTAMP WITH TIME ZONE, "proof" jsonb, CONSTRAINT "PK_015ae40ce90f0d592de79f8c027" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "step_up_evidence" ("id" uuid NOT NULL, "act" text NOT NULL, "subject_id" uuid NOT NULL, "member_id" uuid NOT NULL, "account_id" uuid NOT NULL, "statement" text NOT NULL, "kind" text NOT NULL, "credential_id" text, "public_key" text, "authenticator_data" text, "client_data_json" text, "signature" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "sha256" text NOT NULL, CONSTRAINT "PK_0da1253043b3d4a14e7efe724cb" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_eaa20ff3ad4723e29347486122" ON "step_up_evidence"  ("subject_id", "member_id") `);
    await runner.query(`ALTER TABLE "step_up_statement" ADD CONSTRAINT "FK_83ccf595cf2ab47a560eb56efca" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    for (const [table, policies] of Object.entries(POLICIES)) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      for (const [index, policy] of policies.entries()) await runner.query(`create policy ${table}_${index + 1} on ${table} ${policy}`);
    }
    await runner.query(`create trigger step_up_evidence_append_only before update or delete or truncate on step_up_evidence for each statement execute function refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger step_up_evidence_append_only on step_up_evidence`);
    for (const [table, policies] of Object.entries(POLICIES)) for (const index of policies.keys()) await runner.query(`drop policy ${table}_${index + 1} on ${table}`);
    await runner.query(`ALTER TABLE "step_up_statement" DROP CONSTRAINT "FK_83ccf595cf2ab47a560eb56efca"`);
    await runner.query(`DROP INDEX "public"."IDX_eaa20ff3ad4723e29347486122"`);
    await runner.query(`DROP TABLE "step_up_evidence"`);
    await runner.query(`DROP TABLE "step_up_statement"`);
  }
}

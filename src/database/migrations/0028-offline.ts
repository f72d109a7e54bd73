import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies are their holder's to see, and the system's. */
const POLICY = `for all using ((select app_is_system()) or account_id = (select app_account())) with check ((select app_is_system()) or account_id = (select app_account()))`;

/** Devices that keep papers for reading without a network, and what they hold. */
export class Offline1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "offline_device" ("id" uuid NOT NULL, "account_id" uuid NOT NULL, "secret_hash" bytea NOT NULL, "session_id" uuid NOT NULL, "user_agent" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ce3d3600316a7d4ed9dcd8da38e" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_9e67b6a4261840408e40010399" ON "offline_device"  ("account_id") `);
    await runner.query(`CREATE INDEX "IDX_2c79fbfe13247f2a4b28759f6f" ON "offline_device"  ("session_id") `);
    await runner.query(`CREATE TABLE "taken_copy" ("device_id" uuid NOT NULL, "version_id" uuid NOT NULL, "account_id" uuid NOT NULL, "paper_id" uuid NOT NULL, "body_id" uuid NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_a95a44136745227d7167912d139" PRIMARY KEY ("device_id", "version_id"))`);
    await runner.query(`CREATE INDEX "IDX_182498018798dfa3950a7b4efe" ON "taken_copy"  ("version_id") `);
    await runner.query(`CREATE INDEX "IDX_7bd743d1a8415df853398ddcb1" ON "taken_copy"  ("account_id") `);
    await runner.query(`ALTER TABLE "offline_device" ADD CONSTRAINT "FK_9e67b6a4261840408e400103998" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "taken_copy" ADD CONSTRAINT "FK_84cb7fbffd1ba4d1d67512c229f" FOREIGN KEY ("device_id") REFERENCES "offline_device"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "taken_copy" ADD CONSTRAINT "FK_182498018798dfa3950a7b4efe7" FOREIGN KEY ("version_id") REFERENCES "paper_version"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query('alter table taken_copy enable row level security');
    await runner.query('alter table taken_copy force row level security');
    await runner.query(`create policy taken_copy_1 on taken_copy ${POLICY}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "taken_copy" DROP CONSTRAINT "FK_182498018798dfa3950a7b4efe7"`);
    await runner.query(`ALTER TABLE "taken_copy" DROP CONSTRAINT "FK_84cb7fbffd1ba4d1d67512c229f"`);
    await runner.query(`ALTER TABLE "offline_device" DROP CONSTRAINT "FK_9e67b6a4261840408e400103998"`);
    await runner.query(`DROP INDEX "public"."IDX_7bd743d1a8415df853398ddcb1"`);
    await runner.query(`DROP INDEX "public"."IDX_182498018798dfa3950a7b4efe"`);
    await runner.query(`DROP TABLE "taken_copy"`);
    await runner.query(`DROP INDEX "public"."IDX_2c79fbfe13247f2a4b28759f6f"`);
    await runner.query(`DROP INDEX "public"."IDX_9e67b6a4261840408e40010399"`);
    await runner.query(`DROP TABLE "offline_device"`);
  }
}

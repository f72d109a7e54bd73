import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands and hangs in the room of a session. */
export class Room1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "seat_place" ("seat_id" uuid NOT NULL, "row" integer NOT NULL, "column" integer NOT NULL, CONSTRAINT "PK_ad318a5cf404b127e882529c159" PRIMARY KEY ("seat_id"))`);
    await runner.query(`CREATE TABLE "room_display" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "session_id" uuid NOT NULL, "name" text NOT NULL, "token_hash" bytea NOT NULL, "made_by" uuid NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_6883c85c3afa29ffd26574d9179" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_e5cb5c02c28feeca6defdcb75c" ON "room_display"  ("session_id") `);
    await runner.query(`CREATE UNIQUE INDEX "IDX_f98c09783c9d4410122ff2c85a" ON "room_display"  ("token_hash") `);
    await runner.query(`ALTER TABLE "agenda_item" ADD "withheld" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "seat_place" ADD CONSTRAINT "FK_ad318a5cf404b127e882529c159" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "room_display" ADD CONSTRAINT "FK_e5cb5c02c28feeca6defdcb75cd" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "room_display" ADD CONSTRAINT "FK_4405b6515578d1cfc888190d3da" FOREIGN KEY ("made_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "room_display" DROP CONSTRAINT "FK_4405b6515578d1cfc888190d3da"`);
    await runner.query(`ALTER TABLE "room_display" DROP CONSTRAINT "FK_e5cb5c02c28feeca6defdcb75cd"`);
    await runner.query(`ALTER TABLE "seat_place" DROP CONSTRAINT "FK_ad318a5cf404b127e882529c159"`);
    await runner.query(`ALTER TABLE "agenda_item" DROP COLUMN "withheld"`);
    await runner.query(`DROP INDEX "public"."IDX_f98c09783c9d4410122ff2c85a"`);
    await runner.query(`DROP INDEX "public"."IDX_e5cb5c02c28feeca6defdcb75c"`);
    await runner.query(`DROP TABLE "room_display"`);
    await runner.query(`DROP TABLE "seat_place"`);
  }
}

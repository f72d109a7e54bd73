import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which roles in which body; a member who presides for the chair has the chair's role for that time. */
const VIEW = (delegated: string): string => `create or replace view account_right as
  with held as (
    select m.account_id, m.body_id, 'member' as role, m.id as member_id, m.seat_id
      from member m join body b on b.id = m.body_id
      where m.account_id is not null and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
    union all
    select m.account_id, m.body_id, 'chair', m.id, m.seat_id
      from member m join seat s on s.id = m.seat_id and s.is_chair join body b on b.id = m.body_id
      where m.account_id is not null and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
    union all
    select r.account_id, r.body_id, r.role, null, null from role_assignment r${delegated}
  )
  select account_id, body_id, array_agg(role order by role) as roles,
    (array_agg(member_id) filter (where member_id is not null))[1] as member_id,
    (array_agg(seat_id) filter (where seat_id is not null))[1] as seat_id
  from held group by account_id, body_id`;

const DELEGATED = `
    union
    select m.account_id, m.body_id, 'chair', m.id, m.seat_id
      from chair_delegation d join member m on m.id = d.member_id join body b on b.id = m.body_id
      where m.account_id is not null and (now() at time zone b.timezone)::date between d.from_date and d.until_date
        and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')`;

/** Templates, undecided items that come again, papers that may be late, and who presides for the chair. */
export class Preparing1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session_template" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "place" text NOT NULL, "minutes" integer NOT NULL, "items" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_a29f6031750af10ce6e0a58aa39" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_4806882917d1b3a477b57f9ddb" ON "session_template"  ("body_id") `);
    await runner.query(`CREATE TABLE "chair_delegation" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "body_id" uuid NOT NULL, "member_id" uuid NOT NULL, "from_date" date NOT NULL, "until_date" date NOT NULL, CONSTRAINT "CHK_8e84a47906cb58aa20c6775797" CHECK ("until_date" >= "from_date"), CONSTRAINT "PK_1372b7695f142fc536a33d5dd2a" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_8b61de81b940847369cf9f8004" ON "chair_delegation"  ("body_id") `);
    await runner.query(`CREATE TABLE "late_allowance" ("item_id" uuid NOT NULL, "allowed_by" uuid NOT NULL, "reason" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_4e95c6dcc864775f93b043c9a1f" PRIMARY KEY ("item_id"))`);
    await runner.query(`ALTER TABLE "agenda_item" ADD "carried_from_id" uuid`);
    await runner.query(`CREATE INDEX "IDX_bb8195a7fabaf83f00c4acc430" ON "agenda_item"  ("carried_from_id") `);
    await runner.query(`ALTER TABLE "agenda_item" ADD CONSTRAINT "FK_bb8195a7fabaf83f00c4acc4309" FOREIGN KEY ("carried_from_id") REFERENCES "agenda_item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "session_template" ADD CONSTRAINT "FK_4806882917d1b3a477b57f9ddb2" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "chair_delegation" ADD CONSTRAINT "FK_8b61de81b940847369cf9f80049" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "chair_delegation" ADD CONSTRAINT "FK_656a4e28a228735aefbebb1ba6c" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "late_allowance" ADD CONSTRAINT "FK_4e95c6dcc864775f93b043c9a1f" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "late_allowance" ADD CONSTRAINT "FK_0ae91ccc4b1e37aa900eac18a4e" FOREIGN KEY ("allowed_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(VIEW(DELEGATED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(VIEW(''));
    await runner.query(`ALTER TABLE "late_allowance" DROP CONSTRAINT "FK_0ae91ccc4b1e37aa900eac18a4e"`);
    await runner.query(`ALTER TABLE "late_allowance" DROP CONSTRAINT "FK_4e95c6dcc864775f93b043c9a1f"`);
    await runner.query(`ALTER TABLE "chair_delegation" DROP CONSTRAINT "FK_656a4e28a228735aefbebb1ba6c"`);
    await runner.query(`ALTER TABLE "chair_delegation" DROP CONSTRAINT "FK_8b61de81b940847369cf9f80049"`);
    await runner.query(`ALTER TABLE "session_template" DROP CONSTRAINT "FK_4806882917d1b3a477b57f9ddb2"`);
    await runner.query(`ALTER TABLE "agenda_item" DROP CONSTRAINT "FK_bb8195a7fabaf83f00c4acc4309"`);
    await runner.query(`DROP INDEX "public"."IDX_bb8195a7fabaf83f00c4acc430"`);
    await runner.query(`ALTER TABLE "agenda_item" DROP COLUMN "carried_from_id"`);
    await runner.query(`DROP TABLE "late_allowance"`);
    await runner.query(`DROP INDEX "public"."IDX_8b61de81b940847369cf9f8004"`);
    await runner.query(`DROP TABLE "chair_delegation"`);
    await runner.query(`DROP INDEX "public"."IDX_4806882917d1b3a477b57f9ddb"`);
    await runner.query(`DROP TABLE "session_template"`);
  }
}

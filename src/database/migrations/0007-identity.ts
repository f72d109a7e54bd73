import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, one-time codes, OpenID Connect identities, pauses after failures, devices, and what takes two administrators. */
export class Identity1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "admin_request" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "kind" text NOT NULL, "subject_id" uuid NOT NULL, "asked_by_id" uuid NOT NULL, "reason" text NOT NULL, "roles" jsonb, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_by_id" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "decision" text, CONSTRAINT "PK_ef896dc765b3f3cefafe5d8e3d6" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_dafceade5aabf616347aba87db" ON "admin_request"  ("subject_id") `);
    await runner.query(`CREATE TABLE "totp" ("account_id" uuid NOT NULL, "sealed_secret" bytea NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE, "last_step" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_800456fdf0560b731a8af2eaa69" PRIMARY KEY ("account_id"))`);
    await runner.query(`CREATE TABLE "recovery_code" ("account_id" uuid NOT NULL, "code_hash" bytea NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_10c3cc912a499eb1f51d71af31a" PRIMARY KEY ("account_id", "code_hash"))`);
    await runner.query(`CREATE TABLE "oidc_identity" ("issuer" text NOT NULL, "subject" text NOT NULL, "account_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_0fdb83f438b6d11a7c7ddfca7d0" PRIMARY KEY ("issuer", "subject"))`);
    await runner.query(`CREATE INDEX "IDX_5414046332d7f9f44e29faa434" ON "oidc_identity"  ("account_id") `);
    await runner.query(`CREATE TABLE "oidc_attempt" ("token_hash" bytea NOT NULL, "state" text NOT NULL, "nonce" text NOT NULL, "verifier" text NOT NULL, "redirect_uri" text NOT NULL, "session_id" uuid, "link_hash" bytea, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_aeb278898aeca3296f9895dbeb6" PRIMARY KEY ("token_hash"))`);
    await runner.query(`CREATE TABLE "passkey" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "credential_id" text NOT NULL, "account_id" uuid NOT NULL, "rp_id" text NOT NULL, "public_key" bytea NOT NULL, "algorithm" integer NOT NULL, "counter" double precision NOT NULL, "transports" text array NOT NULL, "device_type" text NOT NULL, "backed_up" boolean NOT NULL, "name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_192d857208b2315375852a6e373" UNIQUE ("credential_id"), CONSTRAINT "PK_783e2060d8025abd6a6ca45d2c7" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_56d85902d8b2a51cb382214a0a" ON "passkey"  ("account_id") `);
    await runner.query(`CREATE TABLE "passkey_challenge" ("challenge" text NOT NULL, "purpose" text NOT NULL, "holder" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c80e62c4e15da2e208c893323b4" PRIMARY KEY ("challenge"))`);
    await runner.query(`CREATE TABLE "sign_in_lock" ("account_key" text NOT NULL, "failures" integer NOT NULL, "last_failed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "locked_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_5067f1d7570a1d751246102bf01" PRIMARY KEY ("account_key"))`);
    await runner.query(`CREATE TABLE "pending_sign_in" ("token_hash" bytea NOT NULL, "account_id" uuid NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tries" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_1c2b4fc0ebd0ba671b5a0eccfc9" PRIMARY KEY ("token_hash"))`);
    await runner.query(`CREATE INDEX "IDX_e3a06b43efcc39beaf968ff514" ON "pending_sign_in"  ("account_id") `);
    await runner.query(`ALTER TABLE "account_session" ADD "name" text`);
    await runner.query(`ALTER TABLE "account_session" ADD "address" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "account_session" ADD "method" text NOT NULL DEFAULT 'password'`);
    await runner.query(`ALTER TABLE "account_session" ADD "authenticated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`);
    await runner.query(`ALTER TABLE "account_session" ADD "restricted" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "setup_link" ADD "kind" text NOT NULL DEFAULT 'invitation'`);
    await runner.query(`ALTER TABLE "admin_request" ADD CONSTRAINT "FK_dafceade5aabf616347aba87db1" FOREIGN KEY ("subject_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "admin_request" ADD CONSTRAINT "FK_676a395ee0601d43eef0d42593d" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "admin_request" ADD CONSTRAINT "FK_c67bbc9606bb48d2e6da0cc5acb" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "totp" ADD CONSTRAINT "FK_800456fdf0560b731a8af2eaa69" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "recovery_code" ADD CONSTRAINT "FK_9db6a6c505946232618e26c79e8" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "oidc_identity" ADD CONSTRAINT "FK_5414046332d7f9f44e29faa434b" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "passkey" ADD CONSTRAINT "FK_56d85902d8b2a51cb382214a0a5" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "pending_sign_in" ADD CONSTRAINT "FK_e3a06b43efcc39beaf968ff514b" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "pending_sign_in" DROP CONSTRAINT "FK_e3a06b43efcc39beaf968ff514b"`);
    await runner.query(`ALTER TABLE "passkey" DROP CONSTRAINT "FK_56d85902d8b2a51cb382214a0a5"`);
    await runner.query(`ALTER TABLE "oidc_identity" DROP CONSTRAINT "FK_5414046332d7f9f44e29faa434b"`);
    await runner.query(`ALTER TABLE "recovery_code" DROP CONSTRAINT "FK_9db6a6c505946232618e26c79e8"`);
    await runner.query(`ALTER TABLE "totp" DROP CONSTRAINT "FK_800456fdf0560b731a8af2eaa69"`);
    await runner.query(`ALTER TABLE "admin_request" DROP CONSTRAINT "FK_c67bbc9606bb48d2e6da0cc5acb"`);
    await runner.query(`ALTER TABLE "admin_request" DROP CONSTRAINT "FK_676a395ee0601d43eef0d42593d"`);
    await runner.query(`ALTER TABLE "admin_request" DROP CONSTRAINT "FK_dafceade5aabf616347aba87db1"`);
    await runner.query(`ALTER TABLE "setup_link" DROP COLUMN "kind"`);
    await runner.query(`ALTER TABLE "account_session" DROP COLUMN "restricted"`);
    await runner.query(`ALTER TABLE "account_session" DROP COLUMN "authenticated_at"`);
    await runner.query(`ALTER TABLE "account_session" DROP COLUMN "method"`);
    await runner.query(`ALTER TABLE "account_session" DROP COLUMN "address"`);
    await runner.query(`ALTER TABLE "account_session" DROP COLUMN "name"`);
    await runner.query(`DROP INDEX "public"."IDX_e3a06b43efcc39beaf968ff514"`);
    await runner.query(`DROP TABLE "pending_sign_in"`);
    await runner.query(`DROP TABLE "sign_in_lock"`);
    await runner.query(`DROP TABLE "passkey_challenge"`);
    await runner.query(`DROP INDEX "public"."IDX_56d85902d8b2a51cb382214a0a"`);
    await runner.query(`DROP TABLE "passkey"`);
    await runner.query(`DROP TABLE "oidc_attempt"`);
    await runner.query(`DROP INDEX "public"."IDX_5414046332d7f9f44e29faa434"`);
    await runner.query(`DROP TABLE "oidc_identity"`);
    await runner.query(`DROP TABLE "recovery_code"`);
    await runner.query(`DROP TABLE "totp"`);
    await runner.query(`DROP INDEX "public"."IDX_dafceade5aabf616347aba87db"`);
    await runner.query(`DROP TABLE "admin_request"`);
  }
}

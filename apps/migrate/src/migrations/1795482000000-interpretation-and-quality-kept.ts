import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who hears whom, what is shown and written in a visit, and how its links were, stay with the visit. */
export class InterpretationAndQualityKept1795482000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "visit"
      ADD "kind" text NOT NULL DEFAULT 'visit',
      ADD "expected_at" TIMESTAMP WITH TIME ZONE,
      ADD CONSTRAINT "visit_kind" CHECK ("kind" IN ('visit', 'conference'))`);
    await runner.query(`ALTER TABLE "seat"
      ADD "beside" uuid,
      ADD "wait_rank" integer,
      ADD "relation" text,
      ADD CONSTRAINT "seat_beside_fkey" FOREIGN KEY ("beside") REFERENCES "seat" ("id") ON DELETE SET NULL`);
    await runner.query(`CREATE TABLE "sound" (
      "visit_id" uuid NOT NULL,
      "state" jsonb NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "sound_pkey" PRIMARY KEY ("visit_id"),
      CONSTRAINT "sound_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE
    )`);
    await runner.query(`CREATE TABLE "showing" (
      "visit_id" uuid NOT NULL,
      "seat_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "file_id" uuid,
      "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "showing_pkey" PRIMARY KEY ("visit_id"),
      CONSTRAINT "showing_kind" CHECK ("kind" IN ('screen', 'tour')),
      CONSTRAINT "showing_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
      CONSTRAINT "showing_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE
    )`);
    await this.#messages(runner);
    await this.#quality(runner);
  }

  async #messages(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "visit_message" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "visit_id" uuid NOT NULL,
      "by_id" uuid NOT NULL,
      "kind" text NOT NULL DEFAULT 'text',
      "audience" text NOT NULL DEFAULT 'room',
      "to_seat_id" uuid,
      "language" text NOT NULL,
      "text" text NOT NULL,
      "file_id" uuid,
      "minutes" integer,
      "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "visit_message_pkey" PRIMARY KEY ("id"),
      CONSTRAINT "visit_message_kind" CHECK ("kind" IN ('text', 'file', 'recording', 'late')),
      CONSTRAINT "visit_message_audience" CHECK ("audience" IN ('room', 'waiting')),
      CONSTRAINT "visit_message_text" CHECK (length("text") <= 2000),
      CONSTRAINT "visit_message_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
      CONSTRAINT "visit_message_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person" ("id"),
      CONSTRAINT "visit_message_to_seat_id_fkey" FOREIGN KEY ("to_seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE
    )`);
    await runner.query(`CREATE INDEX "visit_message_visit_id_at_id_idx" ON "visit_message" ("visit_id", "at", "id")`);
  }

  async #quality(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "visit_step" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "visit_id" uuid NOT NULL,
      "seat_id" uuid NOT NULL,
      "side" text NOT NULL,
      "step" text NOT NULL,
      "cause" text NOT NULL,
      "from_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "to_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "visit_step_pkey" PRIMARY KEY ("id"),
      CONSTRAINT "visit_step_side" CHECK ("side" IN ('up', 'down')),
      CONSTRAINT "visit_step_step" CHECK ("step" IN ('full', 'low', 'stills', 'audio', 'callback', 'message')),
      CONSTRAINT "visit_step_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
      CONSTRAINT "visit_step_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE
    )`);
    await runner.query(`CREATE INDEX "visit_step_visit_id_idx" ON "visit_step" ("visit_id")`);
    await runner.query(`CREATE UNIQUE INDEX "visit_step_open" ON "visit_step" ("seat_id", "side") WHERE to_at IS NULL`);
    await runner.query(`CREATE TABLE "callback" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "visit_id" uuid NOT NULL,
      "seat_id" uuid NOT NULL,
      "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "by_server" boolean NOT NULL DEFAULT false,
      "done_at" TIMESTAMP WITH TIME ZONE,
      "done_by" uuid,
      CONSTRAINT "callback_pkey" PRIMARY KEY ("id"),
      CONSTRAINT "callback_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
      CONSTRAINT "callback_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE,
      CONSTRAINT "callback_done_by_fkey" FOREIGN KEY ("done_by") REFERENCES "person" ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "callback_open" ON "callback" ("seat_id") WHERE done_at IS NULL`);
    await runner.query(`CREATE TABLE "quality_sample" (
      "visit_id" uuid NOT NULL,
      "seat_id" uuid NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "up_step" text NOT NULL,
      "down_step" text NOT NULL,
      "up_kbps" integer,
      "down_kbps" integer,
      "up_loss" real,
      "down_loss" real,
      "round_trip_ms" integer,
      "concealed" real,
      "frames_per_second" real,
      "path" text,
      CONSTRAINT "quality_sample_pkey" PRIMARY KEY ("seat_id", "at"),
      CONSTRAINT "quality_sample_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
      CONSTRAINT "quality_sample_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE CASCADE
    )`);
    await runner.query(`CREATE INDEX "quality_sample_visit_id_at_idx" ON "quality_sample" ("visit_id", "at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['quality_sample', 'callback', 'visit_step', 'visit_message', 'showing', 'sound']) {
      await runner.query(`DROP TABLE "${table}"`);
    }
    await runner.query(`ALTER TABLE "seat" DROP COLUMN "relation", DROP COLUMN "wait_rank", DROP COLUMN "beside"`);
    await runner.query(`ALTER TABLE "visit" DROP COLUMN "expected_at", DROP COLUMN "kind"`);
  }
}

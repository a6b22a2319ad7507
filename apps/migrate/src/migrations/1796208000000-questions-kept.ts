import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionsKept1796208000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE patient_question (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT patient_question_pkey PRIMARY KEY,
        episode_id uuid NOT NULL CONSTRAINT patient_question_episode_id_fkey REFERENCES episode (id),
        language text NOT NULL,
        text text NOT NULL CONSTRAINT patient_question_text CHECK (length(text) BETWEEN 1 AND 500),
        place integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        answered_at timestamptz,
        answered_by_id uuid CONSTRAINT patient_question_answered_by_id_fkey REFERENCES person (id),
        CONSTRAINT patient_question_answered CHECK ((answered_at IS NULL) = (answered_by_id IS NULL))
      )`);
    await runner.query(`CREATE INDEX patient_question_episode_id_place_idx ON patient_question (episode_id, place)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE patient_question`);
  }
}

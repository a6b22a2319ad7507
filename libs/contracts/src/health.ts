/** `GET /readyz` of every process: 200 when it can work, 503 with what is missing. `degraded` names what it does without. */
export interface Readiness {
  ready: boolean;
  /** Of ready parts: "database", "migrations", "sfu", … */
  missing: string[];
  degraded: string[];
  about: Record<string, string | number>;
}

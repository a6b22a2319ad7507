import type { Readiness } from '@okaeri/contracts';

type Probe = () => boolean | Promise<boolean>;
type Fact = string | number | (() => string | number);

const probeMilliseconds = 2000;

/**
 * Whether the process can work. Alive and ready are two things: a process that lost its database lives on and waits,
 * since a restart would not bring the database back.
 */
export class Health {
  readonly #needed = new Map<string, Probe>();
  readonly #helpful = new Map<string, Probe>();
  readonly #facts = new Map<string, Fact>();

  /** Not ready without it. */
  needs(name: string, probe: Probe): void {
    this.#needed.set(name, probe);
  }

  /** Ready without it, and says so. */
  prefers(name: string, probe: Probe): void {
    this.#helpful.set(name, probe);
  }

  /** Told in the answer of `/readyz`: versions and counts, nothing of a person. */
  about(name: string, fact: Fact): void {
    this.#facts.set(name, fact);
  }

  async readiness(): Promise<Readiness> {
    const [missing, degraded] = await Promise.all([failing(this.#needed), failing(this.#helpful)]);
    const about: Record<string, string | number> = {};
    for (const [name, fact] of this.#facts) about[name] = typeof fact === 'function' ? fact() : fact;
    return { ready: missing.length === 0, missing, degraded, about };
  }
}

async function failing(probes: ReadonlyMap<string, Probe>): Promise<string[]> {
  const answers = await Promise.all([...probes].map(async ([name, probe]) => ((await holds(probe)) ? null : name)));
  return answers.filter((name) => name !== null);
}

async function holds(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), probeMilliseconds);
  });
  try {
    return await Promise.race([probe(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

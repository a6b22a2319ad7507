import { Injectable } from '@nestjs/common';
import { handlerNames } from '@okaeri/contracts';
import type { EventData, EventName, HandledBy, HandlerName } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/**
 * What a handler does about an event, all within the transaction that marks it as done. It may run again after a crash,
 * and two events may come in either order: it goes by the rows it finds, not by what it was told.
 */
export type Handle<Name extends HandlerName> = (
  em: EntityManager,
  data: EventData<HandledBy<Name>>,
  eventId: string,
  eventName: HandledBy<Name>,
) => Promise<void>;

type AnyHandle = (em: EntityManager, data: unknown, eventId: string, eventName: EventName) => Promise<void>;

/** Who handles what. Each lib adds its own when its module starts. */
@Injectable()
export class Handlers {
  readonly #known = new Map<HandlerName, AnyHandle>();

  add<Name extends HandlerName>(name: Name, handle: Handle<Name>): void {
    if (this.#known.has(name)) throw new Error(`Two handlers are called ${name}.`);
    this.#known.set(name, handle as AnyHandle);
  }

  get(name: HandlerName): AnyHandle | undefined {
    return this.#known.get(name);
  }

  names(): HandlerName[] {
    return [...this.#known.keys()];
  }

  /** An event that nobody handles would wait for ever, and nobody would notice. */
  requireAll(): void {
    const missing = handlerNames.filter((name) => !this.#known.has(name));
    if (missing.length > 0) throw new Error(`Nothing handles ${missing.join(', ')}.`);
  }
}

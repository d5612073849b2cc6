/** A decision in the making: every event is applied as it is added, so that later steps see its effect. */
import {
  afterDays,
  type ContainerAlarmKind,
  type Country,
  type Declaration,
  legalDay,
  type OpeningReservation,
  type RegisteredByNumber,
  type Settlement,
} from "@customhouse/model";
import { apply } from "../apply.ts";
import type { CargoLine } from "../cargo/match.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../errors.ts";
import type { CaseEvent, EventBodies, EventType } from "../event.ts";
import { transitionsOf } from "../merge-transitions.ts";
import type { SimplifiedCases } from "../simplified/named.ts";
import { violations } from "../transitions.ts";

export interface Context {
  readonly country: Country;
  /** ISO instant from the injected clock. */
  readonly now: string;
  readonly caseId: string;
  /** Set aside by the shell for a new case. */
  readonly mrn: string;
  /** The current version of the declaration. Absent when its personal data were erased. */
  readonly declaration?: Declaration;
  /** Code of the office in charge. */
  readonly office?: string;
  /** The accounts that were short, when it is decided again because a reservation failed. Absent: every reservation holds. */
  readonly shortAccounts?: ReadonlySet<string>;
  /** The permits that the declaration names, as the register knows them. */
  readonly permits?: RegisteredByNumber;
  /** Accounts of the quotas of which little was left when the shell looked. */
  readonly criticalQuotas?: ReadonlySet<string>;
  /** Reported consignments that the declaration names. Absent: the manifest was not looked into. */
  readonly cargo?: readonly CargoLine[];
  /** The binding rulings that it names, as the register knows them. */
  readonly rulings?: RegisteredByNumber;
  /** The simplified declarations that it names, by MRN. */
  readonly simplified?: SimplifiedCases;
  /** Alarms of its containers that count, each by its kind. */
  readonly containerAlarms?: readonly ContainerAlarmKind[];
}

export class Draft {
  readonly events: CaseEvent[] = [];
  /** The case right after each event. */
  readonly states: Case[] = [];
  readonly reservations: OpeningReservation[] = [];
  /** The part of the case's reservations that goes to its final account. */
  readonly settlements: Settlement[] = [];
  /** Moves that the country's own rows of the lifecycle forbid: then nothing of this is decided. */
  readonly barred: string[] = [];
  readonly context: Context;
  /** The declaration after this decision: an amendment changes it. */
  declaration: Declaration;
  #state: Case | undefined;

  constructor(state: Case | undefined, context: Context) {
    this.#state = state;
    this.context = context;
    this.declaration = context.declaration ?? {};
  }

  get state(): Case {
    if (this.#state === undefined) throw new Error("the case has no first event yet");
    return this.#state;
  }

  add<T extends EventType>(type: T, body: EventBodies[T]): void {
    const event = { type, v: 1, at: this.context.now, body } as unknown as CaseEvent;
    const before = this.#state;
    const after = apply(before, event, this.context.caseId);
    const own = transitionsOf(this.context.country.clearance);
    if (own !== undefined && before !== undefined)
      this.barred.push(...violations(before, after, type, own));
    this.#state = after;
    this.events.push(event);
    this.states.push(after);
  }

  /** ISO instant: the same time of day by the country's clocks, `days` after now. */
  inDays(days: number): string {
    return afterDays(this.context.now, days, this.context.country);
  }

  /** The legal day whose law counts: that of acceptance, or today before it. */
  lawDay(): string {
    return legalDay(this.state.at.accepted ?? this.context.now, this.context.country);
  }

  inSeconds(seconds: number): string {
    return new Date(Date.parse(this.context.now) + seconds * 1000).toISOString();
  }
}

/** The result of a command's function: a refusal, or undefined when it was done. */
export type Step = Refusal | undefined;

/** Plays commands on a case the way the server does, with a clock that the test moves. */
import { xa } from "@customhouse/country-xa";
import type {
  ControlKind,
  Country,
  Declaration,
  OpeningReservation,
  RegisteredByNumber,
  Settlement,
  WcoDocument,
} from "@customhouse/model";
import {
  apply,
  type CargoLine,
  type Case,
  type CaseEvent,
  type Command,
  decide,
  notificationOf,
  type Refusal,
  type RouteToLane,
} from "../src/index.ts";

const CASE_ID = "019587a0-0000-7000-8000-000000000001";

export class Play {
  readonly country: Country;
  state: Case | undefined;
  declaration: Declaration | undefined;
  now = Date.parse("2026-03-02T08:00:00Z");
  readonly events: CaseEvent[] = [];
  readonly codes: string[] = [];
  /** The account that is short from now on. */
  shortAccount: string | undefined;
  permits: RegisteredByNumber | undefined;
  office: string | undefined;
  cargo: readonly CargoLine[] | undefined;
  criticalQuotas: ReadonlySet<string> | undefined;
  /** Simplified declarations that others complete, by MRN. */
  simplified: ReadonlyMap<string, Case> | undefined;
  mrn = "26XA0000000000000X";
  readonly reservations: OpeningReservation[] = [];
  readonly settlements: Settlement[] = [];
  controls: readonly ControlKind[] = [];
  /** What risk says when it is run again. */
  anew: RouteToLane | undefined;

  constructor(country: Country = xa) {
    this.country = country;
  }

  do(command: Command): Refusal | undefined {
    const decision = decide(this.state, command, {
      country: this.country,
      now: new Date(this.now).toISOString(),
      caseId: CASE_ID,
      mrn: this.mrn,
      ...(this.shortAccount === undefined ? {} : { shortAccounts: new Set([this.shortAccount]) }),
      ...(this.permits === undefined ? {} : { permits: this.permits }),
      ...(this.office === undefined ? {} : { office: this.office }),
      ...(this.cargo === undefined ? {} : { cargo: this.cargo }),
      ...(this.simplified === undefined ? {} : { simplified: this.simplified }),
      ...(this.criticalQuotas === undefined ? {} : { criticalQuotas: this.criticalQuotas }),
      ...(this.declaration === undefined ? {} : { declaration: this.declaration }),
    });
    if (decision.kind === "refused") return decision;
    this.take(decision.events);
    this.reservations.push(...decision.reservations);
    this.settlements.push(...decision.settlements);
    const amended = command.type === "Amend" && this.state?.documentDigest === command.digest;
    if (command.type === "Submit" || amended) this.declaration = command.declaration;
    if (!decision.needsRisk) return undefined;
    if (this.anew !== undefined) return this.do(this.anew);
    return this.do({
      type: "RouteToLane",
      lane: this.controls.length === 0 ? "green" : "yellow",
      controls: this.controls,
      criteria: [],
      basis: "none",
      probability: 0.01,
    });
  }

  submit({ Declaration: declaration = {} }: WcoDocument): Refusal | undefined {
    return this.do({ type: "Submit", declaration, digest: "d1", findings: [] });
  }

  /** Moves the clock and passes every deadline that has come, in order. */
  wait(seconds: number): void {
    const until = this.now + seconds * 1000;
    for (let guard = 0; guard < 100; guard += 1) {
      const due = [...(this.state?.deadlines ?? [])]
        .filter((deadline) => Date.parse(deadline.dueAt) <= until)
        .sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
      if (due === undefined) break;
      this.now = Math.max(this.now, Date.parse(due.dueAt));
      this.do({ type: "PassDeadline", kind: due.kind });
    }
    this.now = until;
  }

  private take(events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.state = apply(this.state, event, CASE_ID);
      this.events.push(event);
      const told = notificationOf(event, this.state, this.state.eventCount, this.country);
      if (told !== undefined) this.codes.push(told.functionCode);
    }
  }
}

/**
 * The number of declarations in each lane today, in all and by office: for minimum shares and for the capacity of
 * offices.
 */
import type { Case } from "@customhouse/clearance";
import { beginOfDay, type InTimeZone, type Lane, legalDay } from "@customhouse/model";
import type { LaneCounts, OfficeCapacity } from "@customhouse/risk";
import type { Capacity } from "@customhouse/risk/rules";
import type { CommitRequest, CommitResult } from "../../../platform/commit/types.ts";

export interface LaneCount {
  readonly office: string;
  readonly lane: Lane;
  readonly count: number;
}

export class LaneTally {
  readonly #clock: () => Date;
  readonly #country: InTimeZone;
  #day = "";
  #total = 0;
  #byLane: Partial<Record<Lane, number>> = {};
  readonly #byOffice = new Map<string, number>();

  constructor(clock: () => Date, country: InTimeZone) {
    this.#clock = clock;
    this.#country = country;
  }

  /**
   * Counts anew from what is stored, since other servers and other threads route declarations too. What this one commits
   * while the count is read may be counted twice until the next time: a few in a day's thousands.
   */
  async recount(lanesSince: (instant: string) => Promise<readonly LaneCount[]>): Promise<void> {
    this.#turnDay();
    const day = this.#day;
    const counts = await lanesSince(beginOfDay(day, this.#country));
    this.#turnDay();
    if (day !== this.#day) return;
    this.#forget();
    for (const { office, lane, count } of counts) this.#add(office, lane, count);
  }

  counts(): LaneCounts {
    this.#turnDay();
    return { total: this.#total, byLane: this.#byLane };
  }

  /** Controls that the office can still make today. */
  left(office: string, { physicalADay, documentaryADay }: OfficeCapacity): Capacity {
    this.#turnDay();
    const red = this.#of(office, "red");
    return {
      ...(physicalADay === undefined ? {} : { physical: physicalADay - red }),
      ...(documentaryADay === undefined
        ? {}
        : { documentary: documentaryADay - red - this.#of(office, "yellow") }),
    };
  }

  counting(request: CommitRequest, result: CommitResult): CommitResult {
    if (result.status !== "committed") return result;
    const routed = request.branches.granted.events.some(({ type }) => type === "LaneAssigned");
    if (!routed) return result;
    const { office, snapshot } = request.row;
    const { lane } = snapshot as Case;
    if (lane === undefined) return result;
    this.#turnDay();
    this.#add(office, lane, 1);
    return result;
  }

  #of(office: string, lane: Lane): number {
    return this.#byOffice.get(`${office} ${lane}`) ?? 0;
  }

  #add(office: string, lane: Lane, count: number): void {
    this.#total += count;
    this.#byLane[lane] = (this.#byLane[lane] ?? 0) + count;
    this.#byOffice.set(`${office} ${lane}`, this.#of(office, lane) + count);
  }

  #turnDay(): void {
    const day = legalDay(this.#clock(), this.#country);
    if (day === this.#day) return;
    this.#day = day;
    this.#forget();
  }

  #forget(): void {
    this.#total = 0;
    this.#byLane = {};
    this.#byOffice.clear();
  }
}

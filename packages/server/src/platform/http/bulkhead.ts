/**
 * A wall around each kind of work. A flood of one kind fills its own compartment and is told to come back; the others
 * keep their speed. Inside a compartment one party may take only a share, so that it cannot shut out the rest.
 */
export interface Bulkhead {
  /** Undefined when full. Otherwise call the result exactly once when done. */
  enter(party: string): (() => void) | undefined;
  readonly inside: number;
}

export function makeBulkhead(most: number, shareOfOneParty = 0.5): Bulkhead {
  const mostPerParty = Math.max(1, Math.ceil(most * shareOfOneParty));
  const perParty = new Map<string, number>();
  let inside = 0;
  return {
    get inside() {
      return inside;
    },
    enter(party) {
      const already = perParty.get(party) ?? 0;
      if (inside >= most || already >= mostPerParty) {
        return undefined;
      }
      inside += 1;
      perParty.set(party, already + 1);
      let left = false;
      return () => {
        if (left) {
          return;
        }
        left = true;
        inside -= 1;
        const now = (perParty.get(party) ?? 1) - 1;
        if (now === 0) {
          perParty.delete(party);
        } else {
          perParty.set(party, now);
        }
      };
    },
  };
}

/** Bytes of request bodies in memory, over all requests. */
export interface ByteBudget {
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function makeByteBudget(most: number): ByteBudget {
  let taken = 0;
  return {
    take(bytes) {
      if (taken + bytes > most) {
        return false;
      }
      taken += bytes;
      return true;
    },
    giveBack(bytes) {
      taken -= bytes;
    },
  };
}

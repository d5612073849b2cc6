/** Facts as the server stores them, of a world that the real engine selected: what is controlled has a result. Simulated. */
import type { Lane } from "@customhouse/model";
import type { Played } from "../../../risk/test/monitor/world.ts";
import type { StoredFact } from "../../src/facts/fact.ts";

/** A run and, right after it, what its control found. Rules see the kind of a declaration by its number of packages. */
export function factsOfWorld({ runs, kinds }: Played): readonly StoredFact[] {
  const facts = runs.flatMap((run, index): Omit<StoredFact, "position">[] => {
    const { caseId, at, lane, basis, criteria, probability, judged, controlChance } = run;
    const totalPackages = kinds[index] ?? 0;
    const about = { caseId, at, visibleAt: at };
    const chance = controlChance === undefined ? {} : { controlChance };
    const body = {
      kind: "run",
      facts: { caseId, at, totalPackages, containers: [], items: [] },
      run: {
        ...{ lane: lane as Lane, basis, criteria, probability },
        run: { policy: 1, judged: judged as Lane, ...chance },
      },
    } as const;
    const findings = run.found ? [{ code: "F01" }] : [];
    const result = { kind: "result", control: "documentary", findings } as const;
    return [
      { ...about, eventSeq: 2, body },
      ...(run.found === undefined ? [] : [{ ...about, eventSeq: 3, body: result }]),
    ];
  });
  return facts.map((fact, index) => ({ ...fact, position: index + 1 }));
}

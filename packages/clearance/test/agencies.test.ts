/** Agencies on their own clocks: reminders, escalation, substitutes, silence; coded reasons; one opening for all. */
import { xa } from "@customhouse/country-xa";
import type { Country } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { nextSlot } from "../src/decide/inspection.ts";
import { Play } from "./play.ts";

const HOUR = 3600;
const typesOf = (play: Play) => play.events.map((event) => event.type);
const plants = () => declaration({ items: [{ commodity: "44039900", description: "Logs" }] });

describe("an agency that is late", () => {
  it("is reminded, then told upon, then replaced", () => {
    const play = new Play();
    play.submit(plants());
    const check = () => play.state?.checks[0];
    expect(check()).toMatchObject({ agency: "XAPLANT", state: "open" });
    play.wait(12 * HOUR);
    expect(typesOf(play)).toContain("AgencyReminded");
    play.wait(12 * HOUR);
    expect(typesOf(play).slice(-2)).toEqual(["AgencyOverdue", "AgencyEscalated"]);
    expect(check()).toMatchObject({ agency: "XAPLANT", overdueSteps: 1 });
    play.wait(24 * HOUR);
    expect(typesOf(play).at(-1)).toBe("AgencySubstituted");
    expect(check()).toMatchObject({ agency: "XAVET", overdueSteps: 2, state: "open" });
    play.wait(24 * HOUR);
    expect(typesOf(play).at(-1)).toBe("AgencyOverdue");
    play.do({ type: "DecideAgencyCheck", checkId: check()?.id ?? "", decision: "C03" });
    expect(play.state?.at.cleared).toBeDefined();
  });

  it("has consented by its silence, where the law says so", () => {
    const play = new Play();
    play.submit(declaration({ items: [{ commodity: "95030010", description: "Toys" }] }));
    play.wait(49 * HOUR);
    expect(play.state?.checks[0]).toMatchObject({
      state: "released",
      decision: "C03",
      reasonCode: "tacit",
    });
    expect(play.state?.at.cleared).toBeDefined();
  });

  it("is not reminded of what it has decided", () => {
    const play = new Play();
    play.submit(plants());
    const checkId = play.state?.checks[0]?.id ?? "";
    play.do({ type: "DecideAgencyCheck", checkId, decision: "C03" });
    play.wait(90 * HOUR);
    expect(typesOf(play)).not.toContain("AgencyReminded");
    expect(typesOf(play)).not.toContain("AgencyOverdue");
  });
});

describe("a decision", () => {
  it("gives one of the reasons that the check knows", () => {
    const play = new Play();
    play.submit(plants());
    const checkId = play.state?.checks[0]?.id ?? "";
    const decide = (decision: string, reasonCode?: string) =>
      play.do({
        type: "DecideAgencyCheck",
        checkId,
        decision,
        ...(reasonCode === undefined ? {} : { reasonCode }),
      })?.code;
    expect(decide("N02")).toBe("CH3008");
    expect(decide("N02", "WHIM")).toBe("CH3008");
    expect(decide("H01", "PEST")).toBe("CH3008");
    expect(decide("N02", "PEST")).toBeUndefined();
    expect(play.state?.checks[0]).toMatchObject({ state: "refused", reasonCode: "PEST" });
  });
});

describe("a joint inspection", () => {
  const two = () =>
    declaration({
      items: [
        { commodity: "44039900", description: "Logs" },
        { commodity: "02013000", description: "Beef" },
      ],
    });
  const hold = (play: Play, agency: string) => {
    const check = play.state?.checks.find((entry) => entry.agency === agency);
    const reason = agency === "XAPLANT" ? { reasonCode: "LOOK" } : {};
    return play.do({
      type: "DecideAgencyCheck",
      checkId: check?.id ?? "",
      decision: "H02",
      ...reason,
    });
  };

  it("opens the box once for all who want to look, when all of them work", () => {
    const play = new Play();
    play.controls = ["physical"];
    // Monday, eight o'clock.
    play.submit(two());
    expect(play.state?.inspection).toMatchObject({
      at: "2026-03-02T10:00:00.000Z",
      participants: ["customs"],
    });
    hold(play, "XAPLANT");
    expect(play.state?.inspection).toMatchObject({
      at: "2026-03-02T10:00:00.000Z",
      participants: ["customs", "XAPLANT"],
    });
    hold(play, "XAVET");
    expect(play.state?.inspection?.participants).toEqual(["customs", "XAPLANT", "XAVET"]);
    expect(typesOf(play).filter((type) => type === "InspectionBooked")).toHaveLength(3);
  });

  it("waits for the hours of the agency that works least", () => {
    const calendar = xa.inspection;
    if (calendar === undefined) throw new Error("no calendar");
    const friday = "2026-03-06T15:30:00.000Z";
    expect(nextSlot(calendar, ["customs"], friday, xa)).toBe("2026-03-06T16:00:00.000Z");
    expect(nextSlot(calendar, ["customs", "XAVET"], friday, xa)).toBe("2026-03-09T08:00:00.000Z");
    const never = { ...calendar, days: [] };
    expect(nextSlot(never, ["customs"], friday, xa)).toBeUndefined();
  });

  it("takes the next slot when one is full, and gives back what it does not need", () => {
    const play = new Play();
    play.controls = ["physical"];
    play.shortAccount = "slot/XAAIR001/2026-03-02T10:00:00.000Z";
    play.office = "XAAIR001";
    play.submit(two());
    expect(typesOf(play).at(-1)).toBe("InspectionWaits");
    play.shortAccount = undefined;
    play.wait(60);
    expect(play.state?.inspection?.at).toBe("2026-03-02T11:00:00.000Z");
    play.do({ type: "RecordControlResult", result: "satisfactory" });
    expect(play.state?.inspection).toBeUndefined();
    const moved = play.reservations.filter(({ account }) => account.includes("T11:00"));
    expect(moved.map(({ amountMinor }) => amountMinor)).toEqual([1n, -1n]);
  });

  it("is not arranged where the country arranges it elsewhere", () => {
    const { inspection: _none, ...country } = xa;
    const play = new Play(country as Country);
    play.controls = ["physical"];
    play.submit(two());
    expect(play.state?.inspection).toBeUndefined();
  });
});

/**
 * Plays one scenario: its messages in order, then the named steps, then the time that the country's stand-by and
 * simulated parties need. References that the original run was given (MRN, UCR) are replaced by ours.
 */
import type { Case, Command } from "@customhouse/clearance";
import { decode, encodeXml } from "@customhouse/messages";
import { type Country, holds, valuesAt, type WcoDocument } from "@customhouse/model";
import type { NamedStep, Scenario } from "./read-folder.ts";
import type { Stage } from "./stage.ts";

export interface PlayedStep {
  readonly step: string;
  readonly outcome: string;
  readonly told: readonly string[];
}

export interface Played {
  readonly scenario: string;
  readonly actual: readonly string[];
  readonly steps: readonly PlayedStep[];
}

/** Long enough for stand-by, simulated officers and quota allocation; short of every deadline counted in days. */
const SETTLE_MS = 3_600_000;
/** Between scenarios: longer than an LRN stays taken, so that scenarios that share one do not collide. */
const BETWEEN_MS = 3 * 86_400_000;
const SYSTEM = { subject: "scenario", role: "system" } as const;

export async function playScenario(
  stage: Stage,
  scenario: Scenario,
  extra: readonly NamedStep[],
): Promise<Played> {
  const player = new Player(stage, scenario.name);
  for (const message of scenario.messages) await player.message(message.file, message.bytes);
  for (const named of extra) await player.named(named);
  await player.settle();
  stage.moveTo(new Date(stage.now().getTime() + BETWEEN_MS));
  return player.played();
}

class Player {
  readonly #stage: Stage;
  readonly #name: string;
  readonly #cases: string[] = [];
  readonly #steps: PlayedStep[] = [];

  constructor(stage: Stage, name: string) {
    this.#stage = stage;
    this.#name = name;
  }

  async message(file: string, bytes: Uint8Array): Promise<void> {
    const { country, declarations } = this.#stage;
    const decoded = decode(bytes, { profile: country.messages });
    const { document, messageType } = decoded;
    if (document === undefined || messageType === undefined) {
      const first = decoded.findings[0];
      await this.#record(file, `not a message: ${first?.code ?? ""} ${first?.message ?? ""}`);
      return;
    }
    const kind = kindOf(document, messageType, country);
    if (kind === "movement") {
      const own = await this.#withOwnUcr(document, messageType);
      const result = await declarations.move(SYSTEM, toBytes(own, messageType, country));
      await this.#record(
        file,
        result.status === "moved"
          ? `moved ${result.results.length}`
          : `${result.code} ${result.message}`,
      );
      return;
    }
    const isChange = kind !== "declaration";
    const sent = isChange ? toBytes(await this.#withOwnMrn(document), messageType, country) : bytes;
    const result = await declarations.lodge(SYSTEM, sent, {
      idempotencyKey: `${this.#name}/${file}`,
    });
    if (result.status === "lodged" && !isChange) this.#cases.push(result.caseId);
    await this.#record(
      file,
      result.status === "lodged" ? kind : `${result.code} ${result.message}`,
    );
  }

  async named(named: NamedStep): Promise<void> {
    if (named.step === "wait") {
      await this.#advance(named.seconds * 1000);
      await this.#record(named.step, `${named.seconds} s`);
      return;
    }
    const outcomes: string[] = [];
    for (const caseId of this.#cases) {
      const command = commandOf(named, await this.#stage.read(caseId));
      const result = await this.#stage.declarations.act(SYSTEM, caseId, command);
      outcomes.push(result.status === "done" ? "done" : result.code);
    }
    await this.#record(named.step, outcomes.join(", "));
  }

  async settle(): Promise<void> {
    await this.#advance(SETTLE_MS);
    await this.#record("settle", "");
  }

  played(): Played {
    return {
      scenario: this.#name,
      actual: this.#steps.flatMap((step) => step.told),
      steps: this.#steps,
    };
  }

  /** Moves the clock from deadline to deadline, so that each is passed at its own time. */
  async #advance(ms: number): Promise<void> {
    const until = new Date(this.#stage.now().getTime() + ms);
    for (let next = await this.#next(until); next !== undefined; next = await this.#next(until)) {
      this.#stage.moveTo(next);
      await this.#stage.passDeadlines();
    }
    this.#stage.moveTo(until);
  }

  async #next(until: Date): Promise<Date | undefined> {
    const next = await this.#stage.nextDeadline(this.#cases);
    return next !== undefined && next <= until ? next : undefined;
  }

  async #record(step: string, outcome: string): Promise<void> {
    const all: string[] = [];
    for (const caseId of this.#cases) all.push(...(await this.#stage.told(caseId)));
    const before = this.#steps.flatMap((entry) => entry.told);
    this.#steps.push({ step, outcome, told: added(before, all) });
    this.#stage.moveTo(new Date(this.#stage.now().getTime() + 1000));
  }

  /** The MRN of the original run becomes the MRN that this server gave. */
  async #withOwnMrn(document: WcoDocument): Promise<WcoDocument> {
    const caseId = this.#cases.at(-1);
    if (caseId === undefined) return document;
    const { mrn } = await this.#stage.read(caseId);
    return { ...document, Declaration: { ...document.Declaration, ID: mrn } };
  }

  /** A movement whose references lead to no declaration of the scenario is about its last one. */
  async #withOwnUcr(document: WcoDocument, messageType: string): Promise<WcoDocument> {
    const [root, body] = Object.entries(document).find(([name]) => name !== "MetaData") ?? [];
    const rules = this.#stage.country.clearance.movements.filter(
      (entry) => entry.messageType === messageType,
    );
    const path = rules.flatMap((rule) => rule.ucr)[0];
    const last = this.#cases.at(-1);
    if (root === undefined || path === undefined || last === undefined) return document;
    const known = new Set<string>();
    for (const caseId of this.#cases)
      for (const ucr of (await this.#stage.read(caseId)).ucrs) known.add(ucr);
    const masters = rules.flatMap((rule) =>
      rule.master === undefined ? [] : valuesAt(rule.master, body, body),
    );
    if (masters.length > 0 || valuesAt(path, body, body).some((ucr) => known.has(ucr)))
      return document;
    const [own] = (await this.#stage.read(last)).ucrs;
    return own === undefined
      ? document
      : { ...document, [root]: withValue(body, path.split("/"), own) };
  }
}

/** What `all` has more than `before`, in the order of `all`. */
function added(before: readonly string[], all: readonly string[]): readonly string[] {
  const left = [...before];
  return all.filter((code) => {
    const at = left.indexOf(code);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

function withValue(node: unknown, path: readonly string[], value: string): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(node)) return node.map((entry) => withValue(entry, path, value));
  const fields = node as Readonly<Record<string, unknown>>;
  return { ...fields, [head]: withValue(fields[head], rest, value) };
}

function kindOf(document: WcoDocument, messageType: string, country: Country): string {
  const { clearance } = country;
  if (clearance.movements.some((rule) => rule.messageType === messageType)) return "movement";
  const declaration = document.Declaration ?? {};
  return (
    clearance.kinds.find((entry) => holds(entry.when, declaration, declaration))?.kind ??
    "declaration"
  );
}

function toBytes(document: WcoDocument, messageType: string, country: Country): Uint8Array {
  return new TextEncoder().encode(encodeXml(document, messageType, country.messages));
}

function commandOf(named: Exclude<NamedStep, { step: "wait" }>, found: Case): Command {
  switch (named.step) {
    case "arrive": {
      // Imports are presented by a message of the trader; exports are reported by the port.
      const usual = found.direction === "export" ? "movement" : "presentation";
      return { type: "Arrive", by: named.by ?? usual, findings: [] };
    }
    case "depart":
      return { type: "Depart" };
    case "control result":
      return { type: "RecordControlResult", result: named.result ?? "satisfactory" };
    case "document supplied":
      return {
        type: "SupplyDocument",
        uploadId: "scenario",
        digest: "",
        documentType: named.documentType ?? "",
      };
  }
}

/** A stage on which every declaration is validated before it is lodged, to compare what both say of it. */
import type { Stage } from "@customhouse/cli/scenario-stage";
import { type Finding, formatPointer, type PointerStep } from "@customhouse/model";

export interface ValidatedLodging {
  readonly mrn: string;
  /** `code pointer` of each error, in order. */
  readonly validated: readonly string[];
  readonly lodged: readonly string[];
}

type Rejection = { readonly errors: readonly { code: string; pointer: readonly PointerStep[] }[] };

/** Messages about a declaration that is there already are judged by what it is amended to, and are left out. */
export function validating(stage: Stage, tell: (lodging: ValidatedLodging) => void): Stage {
  const cases = new Set<string>();
  const { declarations } = stage;
  const lodge: typeof declarations.lodge = async (actor, bytes, options) => {
    const report = await declarations.validate(actor, bytes, options.contentType);
    const result = await declarations.lodge(actor, bytes, options);
    if (result.status !== "lodged" || cases.has(result.caseId)) return result;
    cases.add(result.caseId);
    const events = await stage.history(result.caseId);
    const rejected = events.find(({ type }) => type === "DeclarationRejected");
    const errors = (rejected?.body as Rejection | undefined)?.errors ?? [];
    tell({ mrn: result.mrn, validated: named(report.findings), lodged: named(errors) });
    return result;
  };
  return { ...stage, declarations: { ...declarations, lodge } };
}

function named(errors: readonly Pick<Finding, "code" | "pointer">[]): readonly string[] {
  return errors.map(({ code, pointer }) => `${code} ${formatPointer(pointer)}`);
}

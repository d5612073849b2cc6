import type { FormalityKind } from "@customhouse/model";
import { useAgencyNames, useLocalised } from "../api/country.ts";
import { Code } from "../components/Code.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { textOfFact } from "./fact-values.ts";

interface FactListProps {
  readonly kind: FormalityKind;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Facts under the words of their kind, in its order; what the kind does not name comes last, under its own name. */
export function FactList({ kind, facts }: FactListProps) {
  const localised = useLocalised();
  const order = kind.fields.map(({ name }) => name);
  const others = Object.keys(facts).filter((name) => !order.includes(name));
  const names = [...order, ...others].filter((name) => facts[name] !== undefined);
  return (
    <SummaryList
      rows={names.map((name) => {
        const field = kind.fields.find((one) => one.name === name);
        return {
          key: name,
          label: field ? localised(field.title) : <Code>{name}</Code>,
          value: <FactValue kind={kind} name={name} fact={facts[name]} />,
        };
      })}
    />
  );
}

interface FactValueProps {
  readonly kind: FormalityKind;
  readonly name: string;
  readonly fact: unknown;
}

function FactValue({ kind, name, fact }: FactValueProps) {
  const format = useFormat();
  const names = useAgencyNames();
  const text = textOfFact(fact);
  const type = kind.fields.find((one) => one.name === name)?.type;
  if (name === kind.agency) return names.agency(text);
  if (type === "text") return <bdi>{text}</bdi>;
  if (type === "day") return format.date(text);
  if (type === "decimal") return format.number(text);
  if (typeof fact === "object" && !Array.isArray(fact)) {
    return <pre className="ch-pre ch-pre--wrap">{text}</pre>;
  }
  return <Code>{text}</Code>;
}

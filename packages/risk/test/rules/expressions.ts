/** Well-typed conditions and rows for differential tests. */
import fc from "fast-check";
import type { FeatureValue, FeatureValues, RiskRow } from "../../src/features/feature.ts";

/** Features that conditions are made of, by type. */
const FIELDS = {
  declaration: {
    string: ["importer", "currency"],
    int: ["itemCount", "weekday"],
    double: ["grossMassKg", "importerHitRate"],
    bool: ["declarantIsImporter", "phoenix"],
    list: ["containers"],
  },
  item: {
    string: ["hs2", "origin"],
    int: ["sequence", "originHs6Hits30"],
    double: ["value", "netMassKg"],
    bool: ["originIsDispatch", "vagueDescription"],
    list: ["documents"],
  },
} as const;

const WORDS = ["A", "B", "AB", "24", "62", ""] as const;
const word = fc.constantFrom(...WORDS);
const whole = fc.integer({ min: -3, max: 6 });
const real = fc.constantFrom(0, 0.5, 1, 2.25, -1.5);

const quoted = (text: string) => JSON.stringify(text);
const decimal = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
const signed = (text: string) => (text.startsWith("-") ? `(${text})` : text);

function loopsOver(predicate: fc.Arbitrary<string>): readonly fc.Arbitrary<string>[] {
  return [
    fc
      .tuple(fc.constantFrom("exists", "all", "exists_one"), predicate)
      .map(([name, part]) => `items.${name}(i, ${part})`),
    fc
      .tuple(predicate, whole)
      .map(([part, least]) => `(items.filter(i, ${part}).size() > ${signed(`${least}`)})`),
  ];
}

/** Conditions over these variables; `loops` adds loops over `items`. */
function conditions(
  scopes: readonly (readonly [variable: string, scope: "declaration" | "item"])[],
  loops: boolean,
  maxDepth: number,
): fc.Arbitrary<string> {
  const field = (type: keyof typeof FIELDS.item) =>
    fc.oneof(
      ...scopes.map(([variable, scope]) =>
        fc.constantFrom(...FIELDS[scope][type]).map((name) => `${variable}.${name}`),
      ),
    );
  const anyField = fc.oneof(
    ...(["string", "int", "double", "bool", "list"] as const).map((type) => field(type)),
  );
  const leaf = { maxDepth, depthIdentifier: `d${scopes.length}${maxDepth}` };
  const looping = loops ? loopsOver(conditions([...scopes, ["i", "item"]], false, 1)) : [];
  const { bool } = fc.letrec<Record<"bool" | "int" | "double" | "string", string>>((tie) => {
    const comparison = (kind: "int" | "double" | "string") =>
      fc
        .tuple(tie(kind), fc.constantFrom("==", "!=", "<", "<=", ">", ">="), tie(kind))
        .map(([left, op, right]) => `(${left} ${op} ${right})`);
    return {
      string: fc.oneof(
        leaf,
        { weight: 4, arbitrary: field("string") },
        { weight: 2, arbitrary: word.map(quoted) },
        fc.tuple(tie("string"), tie("string")).map(([a, b]) => `(${a} + ${b})`),
        fc.tuple(tie("bool"), tie("string")).map(([a, b]) => `(${a} ? ${b} : "A")`),
      ),
      int: fc.oneof(
        leaf,
        { weight: 4, arbitrary: field("int") },
        { weight: 2, arbitrary: whole.map((value) => signed(String(value))) },
        fc
          .tuple(tie("int"), fc.constantFrom("+", "-", "*", "/", "%"), tie("int"))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie("string").map((text) => `size(${text})`),
        tie("double").map((number) => `int(${number})`),
        field("list").map((list) => `${list}.size()`),
        tie("int").map((number) => `(-${number})`),
      ),
      double: fc.oneof(
        leaf,
        { weight: 4, arbitrary: field("double") },
        { weight: 2, arbitrary: real.map((value) => signed(decimal(value))) },
        fc
          .tuple(tie("double"), fc.constantFrom("+", "-", "*"), tie("double"))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie("double").map((number) => `(${number} / 4.0)`),
        tie("int").map((number) => `double(${number})`),
      ),
      bool: fc.oneof(
        leaf,
        { weight: 2, arbitrary: field("bool") },
        { weight: 2, arbitrary: anyField.map((name) => `has(${name})`) },
        { weight: 2, arbitrary: field("string").map((name) => `(${name} == "A")`) },
        comparison("int"),
        comparison("double"),
        comparison("string"),
        fc.tuple(tie("int"), tie("double")).map(([a, b]) => `(${a} < ${b})`),
        fc
          .tuple(tie("string"), fc.array(word, { minLength: 1, maxLength: 3 }))
          .map(([text, list]) => `(${text} in [${list.map(quoted).join(", ")}])`),
        fc.tuple(tie("string"), field("list")).map(([text, list]) => `(${text} in ${list})`),
        fc
          .tuple(tie("string"), fc.constantFrom("startsWith", "endsWith", "contains"), word)
          .map(([text, name, part]) => `${text}.${name}(${quoted(part)})`),
        fc
          .tuple(tie("string"), fc.constantFrom("^A", "B$", "^[0-9]+$", "(A|6)+"))
          .map(([text, pattern]) => `${text}.matches(${quoted(pattern)})`),
        fc
          .tuple(tie("bool"), fc.constantFrom("&&", "||"), tie("bool"))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie("bool").map((condition) => `!${condition}`),
        ...looping,
      ),
    };
  });
  return bool;
}

export const declarationConditions = conditions([["declaration", "declaration"]], true, 3);
export const itemConditions = conditions(
  [
    ["declaration", "declaration"],
    ["item", "item"],
  ],
  false,
  3,
);

const VALUES = {
  string: word,
  int: whole,
  double: real,
  bool: fc.boolean(),
  list: fc.array(word, { maxLength: 2 }),
} as const;

function valuesOf(scope: "declaration" | "item"): fc.Arbitrary<Record<string, FeatureValue>> {
  const fields: Record<string, fc.Arbitrary<FeatureValue>> = {};
  for (const type of ["string", "int", "double", "bool", "list"] as const) {
    for (const name of FIELDS[scope][type]) fields[name] = VALUES[type];
  }
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Record<string, FeatureValue>>;
}

/** Rows in which any feature may be missing. */
export const rows: fc.Arbitrary<RiskRow> = fc.record({
  at: fc.constant("2026-05-01T10:00:00Z"),
  day: fc.constant("2026-05-01"),
  declaration: valuesOf("declaration"),
  items: fc.array(valuesOf("item"), { maxLength: 4 }),
});

const INTS = new Set<string>([...FIELDS.declaration.int, ...FIELDS.item.int]);

/** Whole numbers as the engines want them. */
export function withBigInts(values: FeatureValues) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      INTS.has(name) ? BigInt(value as number) : value,
    ]),
  );
}

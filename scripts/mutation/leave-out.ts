/** What is not mutated in code that runs: texts for people. A text is for people when it has two words or more. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
}

function isForPeople(node: Node): boolean {
  const text =
    node.type === "StringLiteral"
      ? String(node.value)
      : (node.quasis ?? []).map((part) => part.value.raw).join("_");
  return /\p{L}.* .*\p{L}/u.test(text);
}

/** The form in which Stryker takes an addition. */
export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "texts",
    value: {
      shouldIgnore: ({ node }: { readonly node: Node }): string | undefined =>
        (node.type === "StringLiteral" || node.type === "TemplateLiteral") && isForPeople(node)
          ? "a text for people"
          : undefined,
    },
  },
];

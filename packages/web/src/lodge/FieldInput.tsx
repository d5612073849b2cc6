import { holds, isNode } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { SelectField } from "../components/SelectField.tsx";
import { TextField } from "../components/TextField.tsx";
import { endOf, useFieldLabel } from "../declaration/field-label.ts";
import { useOptions } from "../model/code-lists.ts";
import { type CountryModel, usageOf, useCountryModel } from "../model/country-model.ts";
import { placeOf, valueAt } from "../model/document.ts";
import { definitionOf, useLabels } from "../model/labels.ts";
import { fieldId } from "./field-id.ts";
import { type Field, OPTIONS } from "./fields.ts";
import { useDraft } from "./use-draft.ts";

interface FieldInputProps {
  readonly field: Field;
  readonly item?: number;
  readonly error?: string;
  /** The draft as it stands, for rules that depend on other answers. */
  readonly document: object;
}

/** One place of the model as a question. What it is called, takes and requires is read from model and packages. */
export function FieldInput({ field, item = 0, error, document }: FieldInputProps) {
  const { body, change } = useDraft();
  const model = useCountryModel();
  const label = useFieldLabel();
  const use = usageOf(model?.informationPackages ?? [], field.path);
  const hint = useHint(field, field.list !== undefined || use.codeList !== undefined);
  const place = placeOf(field.path, item);
  const common = {
    id: fieldId(place),
    label: label(field),
    hint,
    error,
    optional: !use.mandatory && !requiredByRule(model, field, document, item),
    value: body.values[place] ?? "",
    onChange: (value: string) =>
      change((before) => ({ ...before, values: { ...before.values, [place]: value } })),
  };
  const list = field.list ?? use.codeList;
  if (field.options) return <OptionField {...common} options={field.options} />;
  if (list) return <CodeField {...common} list={list} />;
  const type = definitionOf(endOf(field.path).className, endOf(field.path).element)?.dataType;
  const numeric = type === "Amount" || type === "Measure" || type === "Quantity";
  const code = numeric || type === "ID" || type === "Code";
  return <TextField {...common} width={field.width} numeric={numeric} code={code} />;
}

type Common = Omit<Parameters<typeof SelectField>[0], "options">;

/** Messages about a declaration that is there already are no way to begin one. */
const NOT_A_BEGINNING = new Set(["COR", "GPR", "INV"]);

function CodeField({ list, ...common }: Common & { readonly list: string }) {
  const options = useOptions(list).filter((one) => !NOT_A_BEGINNING.has(one.value));
  return <SelectField {...common} options={options} />;
}

function OptionField({ options, ...common }: Common & { readonly options: keyof typeof OPTIONS }) {
  const { t } = useTranslation();
  const choices = OPTIONS[options].map((value) => ({
    value,
    text: t(`option.${options}.${value}`),
  }));
  return <SelectField {...common} options={choices} />;
}

function useHint(field: Field, isListed: boolean): string {
  const labels = useLabels();
  const { className, element } = endOf(field.path);
  const definition = definitionOf(className, element);
  const isChoice = isListed || field.options !== undefined;
  const format = definition && !isChoice ? labels.format(definition.format) : "";
  return [labels.help(className, element), format].filter(Boolean).join(" ");
}

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem/";

/** Whether a rule of the country asks for the field, given the other answers. */
function requiredByRule(
  model: CountryModel | undefined,
  field: Field,
  document: object,
  item: number,
): boolean {
  const root = valueAt(document, "Declaration");
  const goods = valueAt(document, placeOf(ITEM.slice(0, -1), item));
  const inItem = field.path.startsWith(ITEM);
  const scope = inItem ? goods : root;
  if (!model || !isNode(root) || !isNode(scope)) return false;
  const path = inItem ? field.path.slice(ITEM.length) : field.path;
  return model.informationPackages
    .flatMap((one) => one.rules)
    .filter((rule) => rule.at === path && rule.scope === (inItem ? "item" : "declaration"))
    .some((rule) => holds(rule.when, scope, root));
}

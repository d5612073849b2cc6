/** Whether a description fits the code that was declared for the goods. */
import { codeProbabilities, type DescriptionModel, type Suggestion } from "./description-model.ts";
import { codeOf } from "./train-descriptions.ts";
import { type Vagueness, vaguenessOf } from "./vague.ts";

export interface DescriptionCheck extends Vagueness {
  readonly declared: string;
  /** Probability that the text gives to the declared code; 0 for a code that was never learnt. */
  readonly probability: number;
  /** Codes that the text makes likelier than the declared one. */
  readonly likelier: number;
  readonly known: boolean;
  readonly best: Suggestion;
}

/** Throws `TextError` CH4451 for a code that is none. */
export function checkDescription(
  model: DescriptionModel,
  text: string,
  declaredCode: string,
): DescriptionCheck {
  const declared = codeOf(declaredCode, model.digits, "declared code");
  const probabilities = codeProbabilities(model, text);
  const number = model.codes.indexOf(declared);
  const probability = probabilities[number] ?? 0;
  let first = 0;
  let likelier = 0;
  probabilities.forEach((one, code) => {
    if (one > (probabilities[first] ?? 0)) first = code;
    if (one > probability) likelier += 1;
  });
  return {
    ...vaguenessOf(text, model),
    declared,
    probability,
    likelier,
    known: number >= 0,
    best: { code: model.codes[first] ?? "", probability: probabilities[first] ?? 0 },
  };
}

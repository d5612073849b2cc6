import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { newReference } from "./reference.ts";
import { declarationChanged } from "./use-declaration.ts";

/** Tells customs that goods declared in advance have arrived. */
export function PresentGoods({ mrn }: { readonly mrn: string }) {
  const { t } = useTranslation();
  const present = useMutation({
    mutationFn: () => {
      const reference = newReference();
      const message = {
        Declaration: {
          FunctionCode: "9",
          FunctionalReferenceID: reference,
          ID: mrn,
          TypeCode: "GPR",
        },
      };
      return api.declarations.present(mrn, message, { idempotencyKey: reference });
    },
    onSuccess: () => declarationChanged(mrn),
  });
  return (
    <>
      {present.error ? <ProblemNotice problem={problemOf(present.error)} /> : null}
      <Button busy={present.isPending} onClick={() => present.mutate()}>
        {t("next.action.present")}
      </Button>
    </>
  );
}

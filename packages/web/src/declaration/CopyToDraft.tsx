import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { draftFromDocument, draftTitle } from "../lodge/draft-body.ts";

interface CopyToDraftProps {
  readonly document: unknown;
  readonly primary?: boolean;
}

/** Nobody types a declaration twice: a new draft with the same answers and a reference of its own. */
export function CopyToDraft({ document, primary = false }: CopyToDraftProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const body = draftFromDocument(document, primary);
      await api.own.saveDraft(id, { title: draftTitle(body), version: 0, body });
      await navigate({ to: "/lodge/$draftId", params: { draftId: id } });
    },
  });
  return (
    <>
      {copy.error ? <ProblemNotice problem={problemOf(copy.error)} /> : null}
      <Button
        kind={primary ? "primary" : "secondary"}
        busy={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {t(primary ? "copy.correct" : "copy.copy")}
      </Button>
    </>
  );
}

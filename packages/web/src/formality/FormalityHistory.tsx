import type { Formality, FormalityEntry } from "@customhouse/api/formalities/shapes";
import type { FormalityKind } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { Details } from "../components/Details.tsx";
import { Loading } from "../components/Loading.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { FactList } from "./FactList.tsx";
import { useKindWords } from "./use-kinds.ts";

interface FormalityHistoryProps {
  readonly formality: Formality;
  readonly kind: FormalityKind;
}

/** Every step that was taken, newest last, with what it gave and said. */
export function FormalityHistory({ formality, kind }: FormalityHistoryProps) {
  const { t } = useTranslation();
  const { number, changed } = formality;
  const found = useQuery({
    queryKey: ["formality", number, "history", changed],
    queryFn: (): Promise<readonly FormalityEntry[]> => officialApi.formalities.history(number),
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("formality.history")}</h2>
      <Loading query={found}>
        {(entries) => (
          <ol className="ch-timeline">
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} kind={kind} />
            ))}
          </ol>
        )}
      </Loading>
    </>
  );
}

interface EntryProps {
  readonly entry: FormalityEntry;
  readonly kind: FormalityKind;
}

/** A step of every kind, though none names it. */
const ERASE = "erase";

function Entry({ entry, kind }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useKindWords();
  const { step, state, by, at, facts } = entry;
  return (
    <li>
      <p className="ch-timeline__title">
        {step === ERASE ? t("formality.erasedStep") : words.step(kind.kind, step)}:{" "}
        {words.state(kind.kind, state)}
      </p>
      <p className="ch-timeline__time">
        {t(`formality.by.${by}`)} · {format.dateTime(at)}
      </p>
      {entry.words ? (
        <p className="ch-timeline__more">
          <bdi>{entry.words}</bdi>
        </p>
      ) : null}
      {Object.keys(facts).length > 0 ? (
        <Details summary={t("formality.given")}>
          <FactList kind={kind} facts={facts} />
        </Details>
      ) : null}
    </li>
  );
}

/** The tables of how selection does. */
import type { RiskPerformance } from "@customhouse/api/risk/performance";
import type { LocalisedText } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useLocalised } from "../api/country.ts";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { Tag, type TagColour } from "../components/Tag.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Share } from "./Share.tsx";

interface TableProps {
  readonly performance: RiskPerformance;
}

function useTable(table: string) {
  const { t } = useTranslation();
  return {
    title: t(`selection.${table}.title`),
    text: t(`selection.${table}.text`),
    columns: (...keys: readonly string[]) =>
      keys.map((key) => ({ key, title: t(`selection.${table}.${key}`) })),
  };
}

interface SectionProps {
  readonly table: string;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}

function Section({ table, empty, children }: SectionProps) {
  const { t } = useTranslation();
  const { title, text } = useTable(table);
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{text}</p>
      {empty ? <p className="govuk-inset-text">{t("selection.nothing")}</p> : children}
    </>
  );
}

/** What stands out is marked; that nothing does is said in words alone. */
function Verdict({ bad, table }: { readonly bad: boolean; readonly table: string }) {
  const { t } = useTranslation();
  if (!bad) return t(`selection.${table}.steady`);
  return <Tag colour="orange">{t(`selection.${table}.decayed`)}</Tag>;
}

export function RuleRates({ performance: { rules } }: TableProps) {
  const format = useFormat();
  const { title, columns } = useTable("rules");
  return (
    <Section table="rules" empty={rules.length === 0}>
      <DataTable
        caption={title}
        columns={columns("rule", "hits", "hitRate", "lately", "decay")}
        rows={rules.map(({ id, hits, hitRate, lately, decayed }) => ({
          key: id,
          cells: [
            <Code key="id">{id}</Code>,
            format.count(hits),
            <Share key="rate" of={hitRate} />,
            <Share key="lately" of={lately} />,
            <Verdict key="decay" bad={decayed} table="rules" />,
          ],
        }))}
      />
    </Section>
  );
}

export function BasisTable({ performance: { byBasis } }: TableProps) {
  const { t } = useTranslation();
  const { title, columns } = useTable("basis");
  const entries = Object.entries(byBasis);
  return (
    <Section table="basis" empty={entries.length === 0}>
      <DataTable
        caption={title}
        columns={columns("basis", "found", "share")}
        rows={entries.map(([basis, rate]) => ({
          key: basis,
          cells: [
            t(`risk.basisOf.${basis}`),
            t("report.foundOf", { found: rate.count, controlled: rate.of }),
            <Share key="share" of={rate} />,
          ],
        }))}
      />
    </Section>
  );
}

export function CalibrationTable({ performance: { calibration } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, columns } = useTable("calibration");
  return (
    <Section table="calibration" empty={calibration.length === 0}>
      <DataTable
        caption={title}
        columns={columns("scores", "said", "came", "found", "verdict")}
        rows={calibration.map(({ from, to, said, came, off }) => ({
          key: String(from),
          cells: [
            `${format.share(from)} – ${format.share(to)}`,
            format.share(said),
            <Share key="came" of={came} />,
            t("report.foundOf", { found: came.count, controlled: came.of }),
            <Verdict key="verdict" bad={off} table="calibration" />,
          ],
        }))}
      />
    </Section>
  );
}

const AREA_DIGITS = 3;

export function RankingTable({ performance: { ranking } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, columns } = useTable("ranking");
  const number = (value: number) => format.number(value.toFixed(AREA_DIGITS));
  const halves = ranking === undefined ? [] : (["earlier", "lately"] as const);
  return (
    <Section table="ranking" empty={ranking === undefined}>
      <DataTable
        caption={title}
        columns={columns("half", "area", "found", "verdict")}
        rows={halves.flatMap((half) => {
          const of = ranking?.[half];
          if (of === undefined) return [];
          const interval = { from: number(of.from), to: number(of.to) };
          const cells = [
            t(`selection.ranking.${half}`),
            <span key="area">
              <strong>{number(of.area)}</strong>{" "}
              <span className="ch-muted">{t("selection.interval", interval)}</span>
            </span>,
            t("report.foundOf", { found: of.found, controlled: of.runs }),
            half === "lately" ? (
              <Verdict key="verdict" bad={ranking?.decayed === true} table="ranking" />
            ) : (
              ""
            ),
          ];
          return [{ key: half, cells }];
        })}
      />
    </Section>
  );
}

const LEVELS: Readonly<Record<string, TagColour>> = {
  alike: "green",
  moved: "yellow",
  alarm: "red",
};
const INDEX_DIGITS = 3;

export function DriftTable({ performance: { drift, descriptions = {} } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, columns } = useTable("drift");
  return (
    <Section table="drift" empty={drift.length === 0}>
      <DataTable
        caption={title}
        columns={columns("name", "index", "level")}
        rows={drift.map(({ name, index, level }) => ({
          key: name,
          cells: [
            <Drifted key="name" name={name} description={descriptions[name]} />,
            format.number(index.toFixed(INDEX_DIGITS)),
            <Tag key="level" colour={LEVELS[level] ?? "grey"}>
              {t(`selection.drift.${level}`)}
            </Tag>,
          ],
        }))}
      />
    </Section>
  );
}

interface DriftedProps {
  readonly name: string;
  readonly description: LocalisedText | undefined;
}

/** A part of performance, or a feature by its name and in words. */
function Drifted({ name, description }: DriftedProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  if (!name.includes(".")) return t(`selection.drift.of.${name}`);
  return (
    <>
      <Code>{name}</Code>
      <br />
      <span className="ch-muted">{localised(description)}</span>
    </>
  );
}

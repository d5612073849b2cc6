import { useTranslation } from "react-i18next";

const LANES = ["red", "yellow", "blue", "green"] as const;
type LaneName = (typeof LANES)[number];

/** A shape of its own for each lane: nobody has to tell colours apart. */
const SHAPES: Readonly<Record<LaneName, string>> = {
  red: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  yellow: "M8 1 15.500 15H.5z",
  blue: "M8 .5 15.500 8 8 15.500.5 8z",
  green: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
};

export function Lane({ lane }: { readonly lane: string | undefined }) {
  const { t } = useTranslation();
  const known = LANES.find((one) => one === lane);
  if (!known) return <span className="ch-muted">{t("lane.none")}</span>;
  return (
    <span className={`ch-lane ch-lane--${known}`}>
      <svg className="ch-lane__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPES[known]} fill="currentColor" />
      </svg>
      {t(`lane.${known}`)}
    </span>
  );
}

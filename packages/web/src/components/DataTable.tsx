import type { ReactNode } from "react";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
}

export interface DataRow {
  readonly key: string;
  /** In the order of the columns; the first names the row. */
  readonly cells: readonly ReactNode[];
}

interface DataTableProps {
  readonly caption: string;
  /** A caption that a heading repeats is for screen readers alone. */
  readonly captionShown?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly DataRow[];
}

/** A table that becomes cards where the screen is narrow. */
export function DataTable({ caption, captionShown = false, columns, rows }: DataTableProps) {
  const shown = captionShown ? "govuk-table__caption--s" : "govuk-visually-hidden";
  const numeric = ({ numeric }: Column) => (numeric ? " ch-number" : "");
  return (
    <table className="govuk-table ch-stack">
      <caption className={`govuk-table__caption ${shown}`}>{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <th scope="col" className={`govuk-table__header${numeric(column)}`} key={column.key}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr className="govuk-table__row" key={key}>
            <th scope="row" className="govuk-table__header">
              {name}
            </th>
            {columns.slice(1).map((column, index) => (
              <td
                className={`govuk-table__cell${numeric(column)}`}
                data-label={column.title}
                key={column.key}
              >
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import { arrivedByLink } from "../shell/navigation.ts";
import { usePageTitle } from "./use-page-title.ts";

export interface PageProps {
  readonly title: string;
  readonly caption?: ReactNode;
  /** Stands beside the heading, for example a status. */
  readonly beside?: ReactNode;
  readonly hasErrors?: boolean;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** Heading and title of a page. After a link was followed the heading has the focus, as after loading a page. */
export function Page({ title, caption, beside, hasErrors = false, before, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title, hasErrors);
  useEffect(() => {
    if (arrivedByLink()) heading.current?.focus();
  }, []);
  return (
    <>
      {before}
      {caption ? <span className="ch-caption">{caption}</span> : null}
      <div className="ch-headline">
        <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </>
  );
}

import { useParams } from "@tanstack/react-router";

/** The MRN in the address of the page. */
export function useMrn(): string {
  const { mrn } = useParams({ strict: false });
  if (!mrn) throw new Error("This page needs an MRN in its address");
  return mrn;
}

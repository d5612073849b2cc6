/** A code, MRN or number that keeps its order of characters in Arabic too. */
export function Code({ children }: { readonly children: string }) {
  return (
    <bdi className="ch-code" dir="ltr">
      {children}
    </bdi>
  );
}

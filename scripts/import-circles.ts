/** Circles of imports between files: each set of files of which every one reaches every other (Tarjan). */

export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[][] {
  const found: string[][] = [];
  const seen = new Map<string, { readonly index: number; low: number; isOpen: boolean }>();
  const open: string[] = [];
  const visit = (file: string) => {
    const mark = { index: seen.size, low: seen.size, isOpen: true };
    seen.set(file, mark);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      const before = seen.get(next);
      if (before === undefined) mark.low = Math.min(mark.low, visit(next).low);
      else if (before.isOpen) mark.low = Math.min(mark.low, before.index);
    }
    if (mark.low === mark.index) {
      const circle = open.splice(open.indexOf(file));
      for (const member of circle) {
        const one = seen.get(member);
        if (one !== undefined) one.isOpen = false;
      }
      if (circle.length > 1) found.push(circle);
    }
    return mark;
  };
  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return found;
}

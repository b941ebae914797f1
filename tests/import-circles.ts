/** Names with what each leads to. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>;

/** What a TypeScript text imports when it runs, by the names as they are written: all but what is a type. */
export function runningImports(text: string): readonly string[] {
  const imports = text.matchAll(
    /(?:^|[\s;])(?:import|export)\b([^'";]*?)\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  );
  return [...imports].flatMap(([, names = '', from, late]) =>
    late !== undefined ? [late] : from === undefined || isTypeOnly(names) ? [] : [from],
  );
}

function isTypeOnly(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true;
  const [, before = '', braced, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/s.exec(names) ?? [];
  return (
    braced !== undefined &&
    `${before}${after}`.trim() === '' &&
    braced.split(',').every((name) => name.trim() === '' || /^type\b/.test(name.trim()))
  );
}

/** The circles among names: every two of one lead to each other. After Tarjan (1972). */
export function circlesIn(links: Links): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name) ?? 0);
    open.push(name);
    for (const next of links.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(name, Math.min(lowest.get(name) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(name) !== order.get(name)) return;
    const members = open.splice(open.indexOf(name));
    if (members.length > 1 || links.get(name)?.has(name) === true) found.push(members.sort());
  };
  for (const name of links.keys()) if (!order.has(name)) visit(name);
  return found;
}

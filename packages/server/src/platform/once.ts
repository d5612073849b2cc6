/** Makes a value when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Made when first asked for with these names, and kept. */
export function onceEach<T>(
  make: (names: readonly string[]) => T,
): (names: readonly string[]) => T {
  const made = new Map<string, { readonly value: T }>();
  return (names) => {
    const key = JSON.stringify(names);
    const found = made.get(key) ?? { value: make(names) };
    made.set(key, found);
    return found.value;
  };
}

/** Names of features as `scope.name`. */

export function isOfItem(name: string): boolean {
  return name.startsWith("item.");
}

/** Without its scope. */
export function featureOf(name: string): string {
  return name.slice(name.indexOf(".") + 1);
}

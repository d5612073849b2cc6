/** From a place in the document to an id for its field. */
export function fieldId(place: string): string {
  return place.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");
}

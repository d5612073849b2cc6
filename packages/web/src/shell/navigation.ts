/** Whether the page at hand was reached by a link in the portal, not by loading it. */
let links = 0;

export function linkFollowed(): void {
  links += 1;
}

export function arrivedByLink(): boolean {
  return links > 0;
}

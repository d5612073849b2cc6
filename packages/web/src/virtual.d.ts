declare module "virtual:stylesheets" {
  /** Addresses of the stylesheets, by direction of writing. */
  export const ltr: string;
  export const rtl: string;
}

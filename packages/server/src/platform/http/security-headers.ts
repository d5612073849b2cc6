/** Headers on every answer. The API itself is never a page, so its policy allows nothing at all. */

export type PagePolicy = "api" | "page" | "sign-in";

const COMMON = "base-uri 'none'; frame-ancestors 'none'";

const POLICIES: Readonly<Record<PagePolicy, string>> = {
  api: `default-src 'none'; ${COMMON}; form-action 'none'`,
  page:
    `default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
    `connect-src 'self'; object-src 'none'; form-action 'self'; ${COMMON}`,
  // No form-action: browsers apply it to the redirect back to the application, which may be another origin.
  "sign-in": `default-src 'none'; style-src 'self'; ${COMMON}`,
};

const ONE_YEAR_SECONDS = 31_536_000;

/** The same object every time: it goes on every answer. */
export function securityHeaders(
  policy: PagePolicy,
  https: boolean,
): Readonly<Record<string, string>> {
  return (https ? OVER_TLS : PLAIN)[policy];
}

function headersOf(policy: PagePolicy, https: boolean): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": POLICIES[policy],
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ...(https
      ? { "Strict-Transport-Security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains` }
      : {}),
  };
}

const forEach = (https: boolean) => ({
  api: headersOf("api", https),
  page: headersOf("page", https),
  "sign-in": headersOf("sign-in", https),
});
const PLAIN = forEach(false);
const OVER_TLS = forEach(true);

/** `customhouse token`: an access token for the API, from the issuer that a browser would use too. */
import type { Command } from "commander";
import { type TokenOptions, tokenSource } from "../connection/connect.ts";

interface Options extends TokenOptions {
  readonly json?: boolean;
}

export function addToken(program: Command): void {
  program
    .command("token")
    .description("print an access token: of a demo user, or for a machine's own credentials")
    .option("--as <user>", "demo user: trader, broker, officer, agency, ...")
    .option("--url <url>", "address of the server; else CUSTOMHOUSE_URL, else the one started here")
    .option("--issuer <url>", "who gives tokens; else CUSTOMHOUSE_ISSUER, else the server's own")
    .option("--client-id <id>", "machine client; its secret is read from CUSTOMHOUSE_CLIENT_SECRET")
    .option("--json", "one JSON object a line")
    .action(async (options: Options) => {
      const { issuer, token } = await tokenSource(options);
      const accessToken = await token();
      const line = { accessToken, tokenType: "Bearer", expiresAt: expiryOf(accessToken), issuer };
      console.log(options.json ? JSON.stringify(line) : accessToken);
    });
}

/** Undefined for a token that does not say, or is not a JWT. */
function expiryOf(token: string): string | undefined {
  try {
    const body = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    const { exp } = JSON.parse(body) as { exp?: unknown };
    return typeof exp === "number" ? new Date(exp * 1000).toISOString() : undefined;
  } catch {
    return undefined;
  }
}

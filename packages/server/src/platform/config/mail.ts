/** The mail server and the sender, from the two settings of the environment. */
import { mailAddress } from "../mail/address.ts";
import { ConfigurationError, type Environment } from "./env.ts";

export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** TLS from the first byte; else it is asked for when the server offers it. */
    readonly secure: boolean;
    /** A password goes over TLS or not at all. */
    readonly requireTLS: boolean;
    readonly auth?: { readonly user: string; readonly pass: string };
  };
  readonly from: string;
}

const PORTS = { "smtp:": 587, "smtps:": 465 } as const;

/** Undefined: no mail is sent. */
export function mailConfig(env: Environment): MailConfig | undefined {
  const { CUSTOMHOUSE_MAIL_URL: url, CUSTOMHOUSE_MAIL_FROM: sender } = env;
  if (url === undefined && sender === undefined) return undefined;
  if (url === undefined || sender === undefined)
    throw new ConfigurationError([
      "CUSTOMHOUSE_MAIL_URL and CUSTOMHOUSE_MAIL_FROM: either both or none",
    ]);
  const from = mailAddress(sender);
  const { protocol, hostname, port, username, password, pathname, search } = new URL(url);
  // What stands after the host could switch the transport's log on, and codes would be in it.
  const isPlain = (pathname === "" || pathname === "/") && search === "";
  const problems = [
    ...(from === undefined ? ["CUSTOMHOUSE_MAIL_FROM: is not a mail address"] : []),
    ...(isPlain ? [] : ["CUSTOMHOUSE_MAIL_URL: has nothing after host and port"]),
  ];
  if (from === undefined || problems.length > 0) throw new ConfigurationError(problems);
  const secure = protocol === "smtps:";
  const user = decodeURIComponent(username);
  return {
    server: {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? PORTS[secure ? "smtps:" : "smtp:"] : Number(port),
      secure,
      requireTLS: user !== "" && !secure,
      ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(password) } }),
    },
    from,
  };
}

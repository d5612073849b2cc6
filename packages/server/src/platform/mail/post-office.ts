/**
 * Mail that nobody waits for: what is handed in goes out beside the work of the server, a few at a time, with a limit on
 * every wait. Letters are kept in memory only, as a code stands in them; one that is lost is asked for again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import type { MailConfig } from "../config/mail.ts";

export interface Mail {
  /** The pseudonym that is logged instead of the address, which is personal. */
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO instant after which it is of no use. */
  readonly until: string;
}

const MAX_WAITING = 1_000;
const AT_ONCE = 4;
const TIMEOUT_MS = 10_000;
/** Pauses before the second, third and fourth try. */
const PAUSES_MS: readonly number[] = [2_000, 15_000, 60_000];

export interface PostOfficeOptions {
  readonly log: (message: string) => void;
  readonly clock: () => Date;
  readonly timeoutMs?: number;
  readonly pausesMs?: readonly number[];
}

export class PostOffice {
  readonly #config: MailConfig;
  readonly #options: PostOfficeOptions;
  readonly #waiting: Mail[] = [];
  readonly #sending = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(config: MailConfig, options: PostOfficeOptions) {
    this.#config = config;
    this.#options = options;
  }

  /** Never waits and never throws: what cannot be sent is logged. */
  handIn(mail: Mail): void {
    if (this.#stopping.signal.aborted || this.#waiting.length >= MAX_WAITING) {
      this.#options.log(`mail to ${mail.name}: not taken, ${this.#waiting.length} are waiting`);
      return;
    }
    this.#waiting.push(mail);
    this.#fill();
  }

  /** Ends the pauses and waits for what is on the wire, which has its time limit. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#waiting.length = 0;
    await Promise.all(this.#sending);
  }

  #fill(): void {
    while (this.#sending.size < AT_ONCE) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const sending = this.#deliver(next).finally(() => {
        this.#sending.delete(sending);
        this.#fill();
      });
      this.#sending.add(sending);
    }
  }

  async #deliver(mail: Mail): Promise<void> {
    const { log, clock, pausesMs = PAUSES_MS } = this.#options;
    for (let tries = 1; ; tries += 1) {
      const failure = await this.#send(mail);
      if (failure === undefined) return;
      const pause = pausesMs[tries - 1];
      const late = clock().toISOString() >= mail.until;
      const over = failure.isFinal || late || pause === undefined;
      if (over || this.#stopping.signal.aborted) {
        log(`mail to ${mail.name}: not sent after ${tries} tries: ${failure.why}`);
        return;
      }
      await sleep(pause, undefined, { signal: this.#stopping.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  async #send({ to, subject, text }: Mail): Promise<Failure | undefined> {
    const { server, from } = this.#config;
    const timeoutMs = this.#options.timeoutMs ?? TIMEOUT_MS;
    const transport = createTransport({
      ...server,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: false,
    });
    try {
      await transport.sendMail({
        // As objects, so that neither is ever read as a list of addresses.
        from: { name: "", address: from },
        to: { name: "", address: to },
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return undefined;
    } catch (problem) {
      return failureOf(problem);
    } finally {
      transport.close();
    }
  }
}

interface Failure {
  readonly why: string;
  /** The mail server will not take it at another time either. */
  readonly isFinal: boolean;
}

/** Codes only: the words of a mail server repeat the address. */
function failureOf(problem: unknown): Failure {
  const { code, responseCode } = problem as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : 0;
  const why = [typeof code === "string" ? code : "failed", ...(status > 0 ? [status] : [])];
  return { why: why.join(" "), isFinal: status >= 500 };
}

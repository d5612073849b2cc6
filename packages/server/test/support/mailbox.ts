/** A mail server of its own for a test: what arrives, and what it answers. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came. */
  readonly raw: string;
}

interface Mailbox {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  /** How many senders were turned away. */
  refused(): number;
  stop(): Promise<void>;
}

/** `answer`: the status of the refusal of the n-th sender, from 1; undefined takes it; "never" hangs. */
export async function openMailbox(
  answer: (sender: number) => number | "never" | undefined = () => undefined,
): Promise<Mailbox> {
  const arrived: Arrived[] = [];
  let senders = 0;
  let refused = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom: (address, _session, done) => {
      senders += 1;
      const status = answer(senders);
      if (status === "never") return;
      if (status === undefined) return done();
      refused += 1;
      done(Object.assign(new Error(`no ${address.address}`), { responseCode: status }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  // Clients that go away in the middle are part of the test.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    arrived,
    refused: () => refused,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

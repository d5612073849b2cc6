/** One delivery: a signed POST (Standard Webhooks), bounded in time and in what it reads back. */
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { Webhook } from "standardwebhooks";
import type { AddressPolicy, CheckedAddress } from "./address-guard.ts";
import { checkAddress } from "./address-guard.ts";

const MAX_RESPONSE_BYTES = 65_536;
const MAX_RETRY_AFTER_SECONDS = 3_600;

export interface WebhookMessage {
  /** Stable across retries and replays: the receiver's key for dropping repeats. */
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

export interface SendOptions {
  readonly timeoutMs: number;
  readonly policy: AddressPolicy;
  readonly now: Date;
}

export type SendOutcome =
  | { readonly outcome: "delivered"; readonly status: number }
  /** 410: the subscriber wants no more. */
  | { readonly outcome: "gone"; readonly status: number }
  | {
      readonly outcome: "failed";
      readonly reason: string;
      readonly status?: number;
      readonly retryAfterSeconds?: number;
    };

export async function sendWebhook(
  message: WebhookMessage,
  options: SendOptions,
): Promise<SendOutcome> {
  try {
    const url = new URL(message.url);
    const address = await checkAddress(url, options.policy);
    const signature = new Webhook(message.secret).sign(message.id, options.now, message.body);
    const headers = {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(message.body)),
      "user-agent": "Customhouse",
      "webhook-id": message.id,
      "webhook-timestamp": String(Math.floor(options.now.getTime() / 1_000)),
      "webhook-signature": signature,
    };
    return await post(url, address, headers, message.body, options.timeoutMs);
  } catch (error) {
    return { outcome: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Redirects are not followed: their target was not checked, and a receiver has no need of them. */
function post(
  url: URL,
  checked: CheckedAddress,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<SendOutcome> {
  return new Promise((settle) => {
    const failed = (reason: string) => settle({ outcome: "failed", reason });
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const outgoing = send(url, {
      method: "POST",
      headers,
      agent: false,
      // The connection goes to the address that was checked; TLS still verifies the name.
      lookup: (_host, options, done) => {
        if (options.all) done(null, [checked]);
        else done(null, checked.address, checked.family);
      },
    });
    // One deadline for everything: a receiver that drips bytes is as stuck as one that sends none.
    const timer = setTimeout(() => {
      failed(`no answer in ${timeoutMs} ms`);
      outgoing.destroy();
    }, timeoutMs);
    outgoing.on("close", () => {
      clearTimeout(timer);
      failed("the connection closed without an answer");
    });
    outgoing.on("error", (error) => failed(error.message));
    outgoing.on("response", (response) => {
      let received = 0;
      response.on("data", (chunk: Buffer) => {
        received += chunk.length;
        if (received > MAX_RESPONSE_BYTES) outgoing.destroy();
      });
      response.on("error", () => undefined);
      settle(judge(response.statusCode ?? 0, response.headers["retry-after"]));
    });
    outgoing.end(body);
  });
}

function judge(status: number, retryAfter: string | undefined): SendOutcome {
  if (status >= 200 && status < 300) return { outcome: "delivered", status };
  if (status === 410) return { outcome: "gone", status };
  const seconds = Number(retryAfter);
  const asked = Number.isFinite(seconds) && seconds > 0;
  return {
    outcome: "failed",
    reason: `the receiver answered ${status}`,
    status,
    ...(asked ? { retryAfterSeconds: Math.min(seconds, MAX_RETRY_AFTER_SECONDS) } : {}),
  };
}

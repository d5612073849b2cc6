/** Headers that operations of ours look at. */

export const HEADERS = {
  "Idempotency-Key": {
    description: "1 to 255 printable ASCII characters: two requests with one key are one request",
    example: "0192f0a0-7f3c-7d5a-8a51-3d1f0a9c2b44",
  },
  Purpose: {
    description:
      "Why restricted data is read: control, query, appeal, audit or risk-analysis. It is recorded",
    example: "control",
  },
  Channel: {
    description: "`low-value` for parcels, which are served apart from formal declarations",
    example: "low-value",
  },
  Accept: { description: "`application/json` or `application/xml`", example: "application/xml" },
  "Accept-Language": { description: "In which language words are written", example: "fr" },
  "webhook-id": {
    description: "Identifier of the message, after the Standard Webhooks specification",
    example: "pay_01",
  },
  "webhook-timestamp": { description: "Seconds since 1970", example: "1772438400" },
  "webhook-signature": { description: "Over identifier, time and body", example: "v1,K5oZ..." },
} as const;

export type HeaderName = keyof typeof HEADERS;

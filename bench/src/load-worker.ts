/**
 * The clients: one process, N keep-alive connections, each sending the next request when the last is answered, and where a
 * rate is asked for no sooner than it is due. Speaks plain HTTP/1.1 on sockets, so that the load costs little beside what is measured. Prints one JSON line.
 */
import net from "node:net";

interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `{{lrn}}` becomes a reference of its own in every request. */
  readonly template: string;
  readonly clients: number;
  /** Requests of all clients together; absent: as many as are answered. */
  readonly perSecond?: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly prefix: string;
  readonly expectStatus: number;
}

const order: LoadOrder = JSON.parse(process.argv[2] ?? "{}");
const [before = "", after = ""] = order.template.split("{{lrn}}");
const head = Object.entries(order.headers)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
const latencies: number[] = [];
const statuses = new Map<number, number>();
let sequence = 0;
let counting = false;
let stopping = false;

function nextRequest(): string {
  sequence += 1;
  const body = `${before}${order.prefix}${sequence.toString(36).padStart(7, "0")}${after}`;
  const length = Buffer.byteLength(body);
  return `POST ${order.path} HTTP/1.1\r\nhost: localhost\r\n${head}content-length: ${length}\r\n\r\n${body}`;
}

const beganMs = performance.now();
/** Between two requests, of whichever clients. */
const gapMs = order.perSecond === undefined ? 0 : 1_000 / order.perSecond;

function client(_: unknown, number: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(order.port, "127.0.0.1");
    let sentAt = 0;
    let received = "";
    let dueMs = beganMs + number * gapMs;
    const send = () => {
      if (stopping) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(nextRequest());
    };
    const sendWhenDue = () => {
      const waitMs = dueMs - performance.now();
      dueMs += order.clients * gapMs;
      if (waitMs > 0) setTimeout(send, waitMs);
      else send();
    };
    socket.setNoDelay(true);
    socket.on("connect", sendWhenDue);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const status = completeStatus(received);
      if (status === undefined) return;
      received = "";
      if (counting) {
        latencies.push(performance.now() - sentAt);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      sendWhenDue();
    });
  });
}

/** The status once headers and the announced body are all there. */
function completeStatus(text: string): number | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  if (text.length < end + 4 + length) return undefined;
  return Number(text.slice(9, 12));
}

const clients = Array.from({ length: order.clients }, client);
await new Promise((resolve) => setTimeout(resolve, order.warmUpSeconds * 1000));
counting = true;
const startedMs = performance.now();
await new Promise((resolve) => setTimeout(resolve, order.seconds * 1000));
counting = false;
const seconds = (performance.now() - startedMs) / 1000;
stopping = true;
await Promise.all(clients);
latencies.sort((one, other) => one - other);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
const answered = statuses.get(order.expectStatus) ?? 0;
console.log(
  JSON.stringify({
    perSecond: answered / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    statuses: Object.fromEntries(statuses),
  }),
);

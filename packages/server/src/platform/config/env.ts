/** The environment as text. The only module of the project that reads `process.env`. */
import { z } from "zod";

const port = z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535);
const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((text) => text === "true" || text === "1");
const count = (most: number) => z.coerce.number().int().min(1).max(most);

const environmentSchema = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).max(255).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  CUSTOMHOUSE_DATA_DIR: z.string().min(1).max(1000).default("./.customhouse"),
  CUSTOMHOUSE_COUNTRY: z
    .string()
    .regex(
      /^[a-z]{2}(\+[a-z][a-z0-9-]{0,40})?$/,
      "must be a country folder such as xa, or xa+variant",
    )
    .default("xa"),
  CUSTOMHOUSE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CUSTOMHOUSE_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  CUSTOMHOUSE_AUDIENCE: z.string().min(1).max(200).default("urn:customhouse:api"),
  CUSTOMHOUSE_DEMO: flag.optional(),
  CUSTOMHOUSE_WORKER_THREAD: flag.optional(),
  CUSTOMHOUSE_MAIL_URL: z
    .url({ protocol: /^smtps?$/ })
    .max(1000)
    .optional(),
  CUSTOMHOUSE_MAIL_FROM: z.string().min(3).max(254).optional(),
  CUSTOMHOUSE_LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"])
    .default("info"),
  CUSTOMHOUSE_WEB_DIR: z.string().min(1).max(1000).optional(),
  CUSTOMHOUSE_MAX_FORMAL: count(10_000).default(256),
  CUSTOMHOUSE_MAX_LOW_VALUE: count(10_000).default(256),
  CUSTOMHOUSE_MAX_IDENTITY: count(10_000).default(64),
  CUSTOMHOUSE_MAX_ANALYTICS: count(10_000).default(16),
});

export type Environment = z.infer<typeof environmentSchema>;
export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, in one error, so that it is mended in one go. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n- ${problems.join("\n- ")}`);
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

export function readEnvironment(raw: RawEnvironment = process.env): Environment {
  const known = Object.keys(environmentSchema.shape);
  const given = known.flatMap((name) => (raw[name] ? [[name, raw[name]]] : []));
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  for (const name of Object.keys(raw)) {
    if (name.startsWith("CUSTOMHOUSE_") && !known.includes(name)) {
      problems.push(`${name}: is not a setting (a spelling mistake would otherwise go unseen)`);
    }
  }
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(problems);
  }
  return parsed.data;
}

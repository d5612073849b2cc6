/** The thread of the workers (worker-thread.ts starts it): sequencer, deliveries and deadlines over a main path of its own. */
import { inThread } from "@customhouse/history/threads";
import type { BootContext } from "../platform/boot-context.ts";
import { waitForPeopleOf } from "../platform/jobs/work-priority.ts";
import { randomPortion } from "../platform/random-pool.ts";
import { openDatabase } from "../platform/storage/database.ts";
import { makeTelemetry } from "../platform/telemetry/telemetry.ts";
import { StoredAnswers } from "../rooms/screening/live/stored-answers.ts";
import { bootCore } from "./core.ts";
import { loadCountryFolder } from "./countries.ts";
import { forgetStartUp } from "./forget-start-up.ts";
import { bootJobs } from "./jobs.ts";
import { READY, STOP, type WorkerTalk } from "./worker-thread.ts";

const { order, tell, hear } = inThread<WorkerTalk>();
const { config, secrets, databaseUrl, peopleWaiting } = order;
waitForPeopleOf(peopleWaiting);
const telemetry = makeTelemetry(config);
const context: BootContext = {
  config,
  secrets,
  telemetry,
  clock: () => new Date(),
  randomBytes: randomPortion,
};
const database = await openDatabase({
  url: databaseUrl,
  log: (message) => telemetry.log.info(message),
});
const { country } = await loadCountryFolder(config.country);
const { part, stop } = await bootCore(
  context,
  database,
  country,
  new StoredAnswers(database.writerPool, (message) => telemetry.log.warn(message)),
);
const workers = await bootJobs(context, database, country, part.contracts, (report) =>
  tell(report),
);
hear((message) => {
  if (message === STOP) void stopAll();
});
forgetStartUp();
tell(READY);

async function stopAll(): Promise<void> {
  await workers.stop();
  await stop();
  await database.close();
  process.exit(0);
}

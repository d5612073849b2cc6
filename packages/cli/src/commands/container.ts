/** `customhouse container alarm`: what a seal, a door, a sensor or the route of a container reports. */
import { CONTAINER_ALARMS, type ContainerAlarmKind } from "@customhouse/model";
import { type Command, Option } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";

interface Options extends ServerOptions {
  readonly kind: ContainerAlarmKind;
  readonly at?: string;
  readonly location?: string;
  readonly source?: string;
  readonly json?: boolean;
}

export function addContainer(program: Command): void {
  const noun = program.command("container").description("containers on their way");
  const alarm = noun
    .command("alarm")
    .description("report an alarm of a container that you filed, reported or watch over")
    .argument("<container>", "its number")
    .addOption(
      new Option("--kind <kind>", "what it is")
        .choices(Object.keys(CONTAINER_ALARMS))
        .makeOptionMandatory(),
    )
    .option("--at <instant>", "when it went off; now, unless given")
    .option("--location <place>", "where")
    .option("--source <device>", "the seal, sensor or gate that raised it")
    .option("--json", "the answer as JSON");
  addServerOptions(alarm).action(report);
}

async function report(container: string, options: Options): Promise<void> {
  const { kind, at = new Date().toISOString(), location, source } = options;
  const client = await connect(options);
  const answer = await client.containers.alarm(container, {
    kind,
    at,
    ...(location === undefined ? {} : { location }),
    ...(source === undefined ? {} : { source }),
  });
  console.log(options.json ? JSON.stringify(answer) : `Alarm ${answer.alarmId} recorded.`);
}

/**
 * The plan of a message: its structure compiled for reading and writing. Compiled once per
 * profile; the codec walks it and never looks at the data model's own notation again.
 */
import type {
  AttributeUse,
  DataType,
  ElementDefinition,
  MessageDefinition,
} from "@customhouse/model";
import type { LeafRule } from "../check/leaf-rule.ts";

export interface LeafPlan {
  readonly rule: LeafRule;
  readonly attributes: AttributeUse;
  readonly dataType: DataType;
  readonly element: ElementDefinition;
  /** May be left out, and stands by itself rather than in a list. */
  readonly isOptional: boolean;
  /** Values the message limits this place to. */
  readonly only: ReadonlySet<string> | undefined;
  /** Namespace of the `DateTimeString` inside, for dates. */
  readonly dateTimeNamespace: string;
}

export interface PlanNode {
  /** JSON key. */
  readonly name: string;
  readonly xmlName: string;
  readonly namespace: string;
  /** WCO ID of the class or element; empty where the public sources give none. */
  readonly wcoId: string;
  /** Position in the schema's sequence of the parent. */
  readonly index: number;
  readonly min: number;
  readonly max: number;
  /** Whether JSON has a list here. */
  readonly isArray: boolean;
  /** Absent for classes. */
  readonly leaf: LeafPlan | undefined;
  readonly children: readonly PlanNode[];
  readonly byName: ReadonlyMap<string, PlanNode>;
  /** By XML tag; where two places share one, the first, which knows the other. */
  readonly byXmlName: ReadonlyMap<string, PlanNode>;
  readonly alternative: PlanNode | undefined;
  readonly byWcoId: ReadonlyMap<string, PlanNode>;
  readonly required: readonly PlanNode[];
}

export interface MessagePlan {
  readonly type: string;
  readonly root: PlanNode;
  readonly definition: MessageDefinition;
}

export interface Codec {
  readonly country: string;
  readonly plans: ReadonlyMap<string, MessagePlan>;
  /** All messages that share a root element name. */
  readonly byRoot: ReadonlyMap<string, readonly MessagePlan[]>;
  readonly envelope: EnvelopePlan | undefined;
  readonly acceptsMissingNamespaces: boolean;
}

export interface EnvelopePlan {
  readonly root: PlanNode;
  readonly types: ReadonlySet<string>;
}

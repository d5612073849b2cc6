/**
 * Everything about messages that differs between countries, as data: which messages exist, in
 * which namespaces, what they add to the base model, and what the country asks for. Which schema
 * applies is decided by the profile, never by a namespace alone: two countries use one namespace
 * for different content.
 */
import type {
  ClassDefinition,
  ElementDefinition,
  MessageDefinition,
  StructureNode,
} from "./definition.ts";
import type { CodeList, InformationPackage } from "./information-package.ts";
import type { Words } from "./words.ts";

/** What a country adds to a class of the base model, or a class of its own. */
export interface MessageExtension {
  /** Name of a class of the base dictionary, or of a class that only this country has. */
  readonly class: string;
  /** For a class of the country's own: its identifier in pointers. */
  readonly wcoId?: string;
  readonly definition?: string;
  readonly elements: readonly ElementDefinition[];
  /** Namespace of the added places; absent: that of the message. */
  readonly namespace?: string;
  /** Places added at the end of the class wherever it stands in the country's messages. */
  readonly children: readonly StructureNode[];
}

export interface ErrorText {
  readonly title: Words;
  /** How it is put right, where that can be said without knowing the message. */
  readonly fix?: Words;
}

export interface MessageProfile {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly messages: readonly MessageDefinition[];
  readonly extensions: readonly MessageExtension[];
  readonly informationPackages: readonly InformationPackage[];
  readonly codeLists: readonly CodeList[];
  /**
   * What codes of the country say that no rule of a package gives. Where it is there, notifications say errors in the
   * trader's language; absent: they tell codes and places alone.
   */
  readonly errorTexts?: Readonly<Record<string, ErrorText>>;
  /**
   * The envelope around messages; absent: messages stand alone. `types` lists the messages that
   * are put in it.
   */
  readonly envelope?: {
    readonly structure: StructureNode;
    readonly namespace: string;
    readonly types: readonly string[];
  };
  /** Whether XML without any namespace is read as this country's; absent: refused. */
  readonly missingNamespaces?: "accepted" | "refused";
}

/** A class of a country's own dictionary, as an extension that adds it. */
export function extensionOf(definition: ClassDefinition): MessageExtension {
  const { name, wcoId, elements } = definition;
  const about = { class: name, wcoId, definition: definition.definition };
  return { ...about, elements: Object.values(elements), children: [] };
}

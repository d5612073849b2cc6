/**
 * Every code this package puts into a finding. The range of model and messages is CH1000 to
 * CH1999.
 */
import type { ErrorDefinition, ErrorRegistry } from "@customhouse/model";

type Row = readonly [
  code: string,
  title: string,
  meaning: string,
  whatToDo: string,
  httpStatus?: number,
];

const RESEND = "Correct the message and send it again.";

const rows: readonly Row[] = [
  [
    "CH1001",
    "Message too large",
    "The message has more bytes than are accepted.",
    "Split it into several messages.",
    413,
  ],
  ["CH1002", "Encoding not supported", "The message is not in UTF-8.", "Send it in UTF-8.", 415],
  [
    "CH1003",
    "Broken UTF-8",
    "Some bytes of the message are not valid UTF-8.",
    "Save it as UTF-8 and send it again.",
    400,
  ],
  ["CH1004", "Not well-formed XML", "The text breaks the rules of XML.", RESEND, 400],
  [
    "CH1005",
    "Document type not allowed",
    "The message has a DOCTYPE, which is never accepted.",
    "Remove the DOCTYPE.",
    400,
  ],
  ["CH1006", "Nested too deep", "Elements are nested deeper than is accepted.", RESEND, 400],
  [
    "CH1007",
    "Too many elements",
    "The message has more elements than are accepted.",
    "Split it into several messages.",
    413,
  ],
  [
    "CH1008",
    "Too many attributes",
    "One element has more attributes than are accepted.",
    RESEND,
    400,
  ],
  [
    "CH1009",
    "Value too long to read",
    "A value or attribute is longer than is ever accepted.",
    RESEND,
    400,
  ],
  ["CH1010", "Not well-formed JSON", "The text breaks the rules of JSON.", RESEND, 400],
  [
    "CH1011",
    "Name given twice",
    "One JSON object has the same name twice.",
    "Give each name once.",
    400,
  ],
  [
    "CH1012",
    "More findings",
    "There are more findings than are listed.",
    "Correct the ones listed and send again.",
  ],
  ["CH1013", "Empty message", "There is nothing in the message.", RESEND, 400],
  [
    "CH1100",
    "Unknown message",
    "The message is none of those this country accepts.",
    "Check the root element and its namespace.",
    400,
  ],
  [
    "CH1101",
    "Unknown element",
    "The data model has no such element at this place.",
    "Remove it or move it to where it belongs.",
  ],
  ["CH1102", "Unknown attribute", "The element has no such attribute.", "Remove the attribute."],
  [
    "CH1103",
    "Wrong namespace",
    "The element is known, but in another namespace.",
    "Use the namespace of the country's schema.",
  ],
  [
    "CH1104",
    "Wrong order",
    "The element stands after one that has to follow it.",
    "Put the elements in the order of the schema.",
  ],
  ["CH1105", "Missing", "Something that is always required is missing.", "Add it."],
  ["CH1106", "Too often", "The element occurs more often than it may.", "Remove the surplus."],
  ["CH1107", "Text not allowed here", "There is text between elements.", "Remove the text."],
  [
    "CH1108",
    "Several messages",
    "There is more than one message in the document.",
    "Send each message by itself.",
  ],
  [
    "CH1109",
    "Value expected",
    "An element that holds a value holds other elements.",
    "Put the value itself there.",
  ],
  [
    "CH1110",
    "Wrong JSON shape",
    "An object, a list or a text stands where another of these is needed.",
    RESEND,
  ],
  ["CH1201", "Blank", "The value is empty.", "Fill it in or leave the element out."],
  ["CH1202", "Too long", "The value has more characters than fit.", "Shorten it."],
  [
    "CH1203",
    "Wrong form",
    "The value does not have the form of this element.",
    "Use the form shown.",
  ],
  [
    "CH1204",
    "Not a number",
    "The value is not a decimal number.",
    "Write digits, with a point before decimals.",
  ],
  ["CH1205", "Too many digits", "The number has more digits than fit.", "Shorten it."],
  ["CH1206", "Too many decimals", "The number has more decimals than fit.", "Round it."],
  [
    "CH1207",
    "Not a date",
    "The value does not have the form of a date.",
    "Write YYYYMMDD, or YYYYMMDDhhmmss with a zone.",
  ],
  [
    "CH1208",
    "No such day",
    "The date or time does not exist in the calendar.",
    "Correct the date.",
  ],
  ["CH1209", "Attribute missing", "A required attribute is missing.", "Add the attribute."],
  [
    "CH1210",
    "Wrong attribute value",
    "The value of the attribute is not allowed.",
    "Use an allowed value.",
  ],
  [
    "CH1211",
    "Value not allowed here",
    "This message allows only some values at this place.",
    "Use an allowed value.",
  ],
  [
    "CH1212",
    "Line break not allowed",
    "The value is spread over several lines.",
    "Write it on one line.",
  ],
  [
    "CH1301",
    "Required by the country",
    "The country requires something that is missing.",
    "Add it.",
  ],
  ["CH1302", "Not to be sent", "The country does not take this for such a message.", "Remove it."],
  [
    "CH1303",
    "Form narrowed by the country",
    "The value does not have the form that the country asks for.",
    "Use the form shown.",
  ],
  [
    "CH1304",
    "Not in the code list",
    "The code is not in the list on that day.",
    "Choose a code from the list.",
  ],
  [
    "CH1305",
    "More than the country takes",
    "The element occurs more often than the country takes.",
    "Remove the surplus.",
  ],
  [
    "CH1306",
    "Blanks around the value",
    "The value begins or ends with blanks.",
    "Remove the blanks.",
  ],
  [
    "CH1401",
    "Pointer leads nowhere",
    "The pointer names no place of the message.",
    "Correct the pointer.",
  ],
  [
    "CH1402",
    "Amendment without pointer",
    "The amendment does not say what it changes.",
    "Add the pointer.",
  ],
  [
    "CH1403",
    "Position out of range",
    "The amendment points past the end of a list.",
    "Correct the sequence number.",
  ],
  [
    "CH1405",
    "Reserved place",
    "The amendment points at something that may not be amended.",
    "Send a new declaration instead.",
  ],
];

export const messageErrors: ErrorRegistry = Object.fromEntries(
  rows.map(([code, title, meaning, whatToDo, httpStatus]): [string, ErrorDefinition] => [
    code,
    { code, title, meaning, whatToDo, ...(httpStatus === undefined ? {} : { httpStatus }) },
  ]),
);

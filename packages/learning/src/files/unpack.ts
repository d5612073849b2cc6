/** What was packed in a file, in pieces; more than `mostBytes` of it is never made. Whoever reads files provides it. */
export type Unpack = (mostBytes: number) => AsyncIterable<Buffer>;

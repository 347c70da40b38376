// Made mcap-core-zstd.mcap and mcap-core-lz4.mcap in this folder, with the MCAP project's own writer:
//   npm install @mcap/core@2.2.2 @foxglove/wasm-zstd@1.0.1 lz4js@0.2.0
//   node make-mcap.mjs zstd > mcap-core-zstd.mcap
//   node make-mcap.mjs lz4 > mcap-core-lz4.mcap
// 200 messages on topic /n, 20 to a chunk; message i: log time i, sequence i, content "message i " repeated 20 times.
import { McapWriter } from "@mcap/core";
import zstd from "@foxglove/wasm-zstd";
import lz4 from "lz4js";

const method = process.argv[2];
await zstd.isLoaded;
const parts = [];
let position = 0n;
const writable = {
  position: () => position,
  write: async (bytes) => { parts.push(Buffer.from(bytes)); position += BigInt(bytes.byteLength); },
};
const writer = new McapWriter({
  writable,
  chunkSize: 5000,
  compressChunk: (data) => ({ compression: method, compressedData: method === "zstd" ? zstd.compress(data) : Buffer.from(lz4.compress(data)) }),
});
await writer.start({ profile: "golden", library: "mcap-core" });
const schemaId = await writer.registerSchema({ name: "text", encoding: "none", data: new TextEncoder().encode("plain text") });
const channelId = await writer.registerChannel({ schemaId, topic: "/n", messageEncoding: "text", metadata: new Map([["unit", "none"]]) });
for (let i = 0; i < 200; i++) {
  const data = new TextEncoder().encode(`message ${i} `.repeat(20));
  await writer.addMessage({ channelId, sequence: i, logTime: BigInt(i), publishTime: BigInt(i), data });
}
await writer.end();
process.stdout.write(Buffer.concat(parts));

// PollyJS with the matchers that it has by default; its packages are in the node_modules of the directory.
import { readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const [address, count, rounds, directory] = [process.argv[2], +process.argv[3], +process.argv[4], process.argv[5]];
const recordings = path.join(directory, "recordings");

function get(number, agent) {
  return new Promise((resolve, reject) => {
    http.get(`${address}/items/${number}`, { agent }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)));
    }).on("error", reject);
  });
}

async function getMany(many) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let number = 0; number < many; number++) {
    await get(number, agent);
  }
  agent.destroy();
}

async function medianOf(work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) / 1000);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)];
}

await getMany(count);
const bare = await medianOf(() => getMany(count));

// It changes node's http for good, so it must not be there before.
const require = createRequire(path.join(directory, "package.json"));
const { Polly } = require("@pollyjs/core");
Polly.register(require("@pollyjs/adapter-node-http"));
Polly.register(require("@pollyjs/persister-fs"));
const { version } = JSON.parse(readFileSync(path.join(directory, "node_modules/@pollyjs/core/package.json")));

async function run(mode, many) {
  const polly = new Polly("peer", {
    mode,
    adapters: ["node-http"],
    persister: "fs",
    persisterOptions: { fs: { recordingsDir: recordings } },
    recordIfMissing: mode === "record",
    logLevel: "silent",
  });
  await getMany(many);
  await polly.stop();
}

const record = await medianOf(() => {
  rmSync(recordings, { recursive: true, force: true });
  return run("record", count);
});
const load = await medianOf(() => run("replay", 1));
const play = await medianOf(() => run("replay", count));
console.log(JSON.stringify({ name: `PollyJS ${version}`, bare, record, load, play }));

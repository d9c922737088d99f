/**
 * A small server of the model's service, of node:http alone but for CBOR: what the package is called with in this
 * example. It speaks both protocols on one port. `npm run serve` starts it at http://127.0.0.1:8080, or at `PORT`.
 */
import { createServer } from "node:http";
import { cbor, dateToTag } from "@smithy/core/cbor";

const STATIONS = [
  { id: "BRE7", name: "Brennort", coast: "north", working: true },
  { id: "OST1", name: "Ostersiel", coast: "east", working: true },
  { id: "OST2", name: "Ostersiel, outer pier", coast: "east", working: false },
];
const KEY = "harbour-key";
const TOKEN = "harbour-token";

/** An error of the model: its name, its status and its members. */
class Failure extends Error {
  constructor(name, status, members) {
    super(members.message);
    Object.assign(this, { name, status, members });
  }
}

const stationOf = ({ station }) => {
  const found = STATIONS.find(({ id }) => id === station);
  if (found === undefined) throw new Failure("StationNotFound", 404, { message: `There is no ${station}.`, station });
  return found;
};

const levels = [];

/** What each operation does: from its input to its output, both as the model has them, with dates for timestamps. */
const operations = {
  ListStations: ({ coast, pageSize = 2, nextToken = "0" }) => {
    const all = STATIONS.filter((station) => coast === undefined || station.coast === coast);
    const end = Number(nextToken) + Number(pageSize);
    return {
      stations: all.slice(Number(nextToken), end),
      ...(end < all.length && { nextToken: String(end) }),
    };
  },
  GetTide: (input) => {
    const station = stationOf(input);
    const at = input.at ?? new Date("2026-11-21T12:00:00Z");
    return station.working
      ? { reading: { level: { height: 3.25, at } }, nextHigh: new Date(at.getTime() + 3_600_000) }
      : { reading: { fault: { since: new Date("2026-11-01T00:00:00Z"), reason: "The pier is being mended." } } };
  },
  ReportLevel: (input) => {
    stationOf(input);
    const { height } = input.level;
    const message = `Nobody believes ${height} m.`;
    const expected = { height: 3.25, at: new Date("2026-11-21T12:00:00Z") };
    if (Math.abs(height) > 10) throw new Failure("ImplausibleLevel", 422, { message, expected });
    return { number: levels.push(input) };
  },
  GetChart: (input) => {
    stationOf(input);
    return {
      picture: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 9q9-18 18 0"/></svg>'),
      drawnAt: new Date("2026-11-21T12:00:00Z"),
    };
  },
};

/** Who may call what, as the model's `@auth` says. */
const isAllowed = (operation, { authorization, "x-api-key": key }) =>
  operation === "ListStations" || authorization === `Bearer ${TOKEN}` || (operation !== "ReportLevel" && key === KEY);

const json = (value) => ({ type: "application/json", body: Buffer.from(JSON.stringify(value)) });
/** Timestamps in restJson1 bodies are seconds. */
const withSeconds = (value) => {
  if (value instanceof Date) return value.getTime() / 1000;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withSeconds(entry)]));
};
const dateOf = (seconds) => new Date(seconds * 1000);

/** restJson1: `@http` of each operation. */
const rest = {
  read: (method, url, headers, body) => {
    const [, station, part] = /^\/stations(?:\/([^/]+)\/([^/]+))?$/.exec(url.pathname) ?? [];
    const query = Object.fromEntries(url.searchParams);
    const contents = body.length > 0 ? JSON.parse(body.toString()) : {};
    switch (`${method} ${part ?? ""}`) {
      case "GET ":
        return ["ListStations", query];
      case "GET tide":
        return ["GetTide", { station, ...(query.at && { at: new Date(query.at) }) }];
      case "PUT levels": {
        const level = contents.level && { ...contents.level, at: dateOf(contents.level.at) };
        return ["ReportLevel", { ...contents, station, level, report: headers["x-report"] }];
      }
      case "GET chart":
        return ["GetChart", { station }];
    }
  },
  write: (operation, output) =>
    operation === "GetChart"
      ? {
          type: "image/svg+xml",
          body: output.picture,
          headers: { "x-drawn-at": output.drawnAt.toUTCString() },
        }
      : json(withSeconds(output)),
  fail: ({ name, members }) => ({ ...json(withSeconds(members)), headers: { "x-amzn-errortype": name } }),
};

/** rpcv2Cbor: a path of the operation's name, and all else in the body. */
const rpc = {
  read: (method, url, _headers, body) => {
    const [, operation] = /\/service\/Harbour\/operation\/(\w+)$/.exec(url.pathname) ?? [];
    if (method !== "POST" || operation === undefined) return undefined;
    return [operation, body.length > 0 ? datesOf(cbor.deserialize(body)) : {}];
  },
  write: (_operation, output) => rpcBody(output),
  fail: ({ name, members }) => rpcBody({ __type: `example.harbour#${name}`, ...members }),
};
const rpcBody = (value) => ({
  type: "application/cbor",
  body: Buffer.from(cbor.serialize(withTags(value))),
  headers: { "smithy-protocol": "rpc-v2-cbor" },
});
const withTags = (value) => {
  if (value instanceof Date) return dateToTag(value);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(withTags);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withTags(entry)]));
};
/** Tag 1 is a timestamp in seconds. */
const datesOf = (value) => {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (value.tag === 1) return dateOf(Number(value.value));
  if (Array.isArray(value)) return value.map(datesOf);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, datesOf(entry)]));
};

/** How often a call was turned away for being one too many; each third report is. */
let reports = 0;

const handle = (method, url, headers, body) => {
  const protocol = headers["smithy-protocol"] === "rpc-v2-cbor" ? rpc : rest;
  const [operation, input] = protocol.read(method, url, headers, body) ?? [];
  if (!Object.hasOwn(operations, operation ?? "")) return { status: 404, ...json({ message: "No such operation." }) };
  if (!isAllowed(operation, headers)) {
    return { status: 401, ...protocol.fail({ name: "Unauthorized", members: { message: "Who are you?" } }) };
  }
  try {
    reports += operation === "ReportLevel" ? 1 : 0;
    if (operation === "ReportLevel" && reports % 3 === 1) {
      throw new Failure("Busy", 503, { message: "One moment." });
    }
    const output = operations[operation](input);
    return {
      status: operation === "ReportLevel" && protocol === rest ? 201 : 200,
      ...protocol.write(operation, output),
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.status, ...protocol.fail(error) };
  }
};

/** Starts the server. @returns its address and a function that stops it */
export const start = async (port = 0) => {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://localhost");
    const { status, type, body, headers } = handle(request.method, url, request.headers, Buffer.concat(chunks));
    response.writeHead(status, { "content-type": type, "content-length": body.length, ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

if (process.argv[2] === "--serve") {
  const { endpoint } = await start(Number(process.env.PORT ?? 8080));
  console.log(`Listening at ${endpoint}`);
}

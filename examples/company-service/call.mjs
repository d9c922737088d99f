/**
 * Calls the server of this example: `npm run call`, or `npm run call -- @example/harbour-cbor` for the other protocol.
 * Both packages have the same commands, types and errors.
 */
const {
  GetChartCommand,
  GetTideCommand,
  HarbourClient,
  ImplausibleLevel,
  ListStationsCommand,
  ReportLevelCommand,
  StationNotFound,
} = await import(process.argv[2] ?? "@example/harbour");

const endpoint = process.env.HARBOUR ?? "http://127.0.0.1:8080";
const reader = new HarbourClient({ endpoint, apiKey: { apiKey: "harbour-key" } });
const reporter = new HarbourClient({ endpoint, token: { token: "harbour-token" } });

const { stations } = await reader.send(new ListStationsCommand({ coast: "east" }));
console.log(stations.map(({ id, name }) => `${id} ${name}`).join(", "));

const { reading, nextHigh } = await reader.send(new GetTideCommand({ station: "BRE7" }));
console.log(reading.level?.height, nextHigh.toISOString());

// The server says that it is busy at first, and the client tries again.
const report = new ReportLevelCommand({ station: "OST1", level: { height: 1.5, at: new Date() } });
const { number, $metadata } = await reporter.send(report);
console.log(`report ${number} after ${$metadata.attempts} attempts`);

const { picture } = await reader.send(new GetChartCommand({ station: "BRE7" }));
console.log(new TextDecoder().decode(picture).slice(0, 4));

const failures = [
  () => reader.send(new GetTideCommand({ station: "XXX1" })),
  () => reporter.send(new ReportLevelCommand({ station: "OST1", level: { height: 15, at: new Date() } })),
  // Refused before anything is sent: the model requires a station.
  () => reader.send(new GetTideCommand({})),
];
for (const call of failures) {
  try {
    await call();
  } catch (error) {
    if (error instanceof StationNotFound) console.log(error.$metadata.httpStatusCode, error.station, error.message);
    else if (error instanceof ImplausibleLevel) console.log(error.name, error.expected?.height);
    else console.log(error.name);
  }
}

reader.destroy();
reporter.destroy();

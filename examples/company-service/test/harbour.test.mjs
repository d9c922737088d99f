import { afterAll, beforeAll, expect, it } from "vitest";
import { start } from "../server.mjs";

let server;
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.stop());

const at = new Date("2026-11-21T11:00:00Z");

it.each(["@example/harbour", "@example/harbour-cbor"])("%s calls every operation", async (name) => {
  const sdk = await import(name);
  const { endpoint } = server;
  const reader = new sdk.HarbourClient({ endpoint, apiKey: { apiKey: "harbour-key" } });
  const reporter = new sdk.HarbourClient({ endpoint, token: { token: "harbour-token" } });

  const first = await reader.send(new sdk.ListStationsCommand({}));
  expect(first.stations.map(({ id }) => id)).toEqual(["BRE7", "OST1"]);
  const second = await reader.send(new sdk.ListStationsCommand({ nextToken: first.nextToken }));
  expect(second).toMatchObject({ stations: [{ id: "OST2", coast: sdk.Coast.EAST, working: false }] });

  const tide = await reader.send(new sdk.GetTideCommand({ station: "BRE7", at }));
  expect(tide.reading).toEqual({ level: { height: 3.25, at } });
  expect(tide.nextHigh).toEqual(new Date("2026-11-21T12:00:00Z"));
  const broken = await reader.send(new sdk.GetTideCommand({ station: "OST2" }));
  expect(broken.reading.fault?.reason).toBe("The pier is being mended.");

  const level = { height: 1.5, at };
  const reported = await reporter.send(
    new sdk.ReportLevelCommand({ station: "OST1", level, remarks: { "by boat": "yes" } }),
  );
  expect(reported.number).toBeGreaterThan(0);

  const chart = await reader.send(new sdk.GetChartCommand({ station: "BRE7" }));
  expect(new TextDecoder().decode(chart.picture)).toMatch(/^<svg/);
  expect(chart.drawnAt).toEqual(new Date("2026-11-21T12:00:00Z"));

  const unknown = await reader.send(new sdk.GetTideCommand({ station: "XXX1" })).catch((error) => error);
  expect(unknown).toBeInstanceOf(sdk.StationNotFound);
  expect(unknown).toMatchObject({ station: "XXX1", $fault: "client", $metadata: { httpStatusCode: 404 } });
  const high = { station: "OST1", level: { height: 15, at } };
  const implausible = await reporter.send(new sdk.ReportLevelCommand(high)).catch((error) => error);
  expect(implausible).toBeInstanceOf(sdk.ImplausibleLevel);
  expect(implausible.expected).toEqual({ height: 3.25, at: new Date("2026-11-21T12:00:00Z") });

  const wrong = new sdk.HarbourClient({ endpoint, apiKey: { apiKey: "another" } });
  const refused = await wrong.send(new sdk.GetTideCommand({ station: "BRE7" })).catch((error) => error);
  expect(refused).toBeInstanceOf(sdk.HarbourServiceException);
  expect(refused.$metadata.httpStatusCode).toBe(401);
  for (const client of [reader, reporter, wrong]) client.destroy();
});

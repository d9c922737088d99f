import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import * as sdk from "../sdk/dist-es/index.js";

/**
 * Two things are held here: that the package in `sdk/` is what the model gives, and what it sends. When the model
 * changes on purpose: `npm run generate`, `npm run build`, `npm test -- --update`, and the reviewers read the difference.
 */

it("is what the model gives", () => {
  expect(execFileSync("npx", ["tinsmith", "generate", "--check"], { encoding: "utf8" })).toMatch(
    /^sdk: \d+ unchanged\n$/,
  );
});

/** Keeps a request as text, and answers nothing that matters. */
const recorded = async (command: (client: sdk.ParcelsClient) => Promise<unknown>): Promise<string> => {
  let text = "";
  const client = new sdk.ParcelsClient({
    endpoint: "https://parcels.example.com",
    token: { token: "TOKEN" },
    requestHandler: {
      handle: async ({ method, hostname, path, headers, body }) => {
        const kept = Object.entries(headers)
          .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
          .filter((line) => /^(?:authorization|content-type|x-amz-target):/.test(line));
        text = [`${method} https://${hostname}${path}`, ...kept.sort(), "", String(body), ""].join("\n");
        return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") } };
      },
    },
  });
  await command(client);
  return text;
};

it("sends what it has always sent", async () => {
  const command = new sdk.TrackParcelCommand({ parcelId: "AB123456789" });
  const request = await recorded((client) => client.send(command));
  await expect(request).toMatchFileSnapshot("golden/TrackParcel.http");
});

it("exports what it has always exported", async () => {
  await expect(`${Object.keys(sdk).sort().join("\n")}\n`).toMatchFileSnapshot("golden/exports.txt");
});

import { describe, expect, it } from "vitest";
import { EchoClient, filesOf, structure, textOf } from "./echo.ts";

const required = { "smithy.api#required": {} };
const list = (target: string) => ({ type: "list", member: { target } });
const map = (target: string, key = "smithy.api#String") => ({ type: "map", key: { target: key }, value: { target } });
const shapes = {
  "ns#Item": structure({ Name: ["String", required], Items: "ns#Items" }),
  "ns#Items": list("ns#Item"),
  "ns#ByName": map("ns#Item"),
  "ns#BySecret": map("ns#Item", "ns#Secret"),
  "ns#Secret": { type: "string", traits: { "smithy.api#sensitive": {} } },
  "ns#Grid": list("ns#Items"),
  "ns#Grids": map("ns#Grid"),
  "ns#Choice": { ...structure({ Item: "ns#Item", Text: "String" }), type: "union" },
  "ns#Free": structure({ Text: "String" }),
};
const members = {
  Id: ["String", required] as const,
  Items: "ns#Items",
  ByName: "ns#ByName",
  BySecret: "ns#BySecret",
  Grids: "ns#Grids",
  Choice: "ns#Choice",
  Free: "ns#Free",
  constructor: ["String", required] as const,
};

const failures = async (client: EchoClient, input: unknown): Promise<readonly string[]> => {
  const error = await client.request(input).then(
    () => undefined,
    (thrown: { readonly failures?: readonly { readonly path: string }[] }) => thrown,
  );
  return error?.failures?.map(({ path }) => path) ?? [];
};

describe("a check of an input", () => {
  it("finds what is missing at any depth, in the model's order", async () => {
    const client = await EchoClient.of({ members, shapes });
    const input = {
      Items: [{ Name: "a" }, { Items: [{ Name: null }, { Name: "" }] }],
      ByName: { "a.b": {} },
      BySecret: { hunter2: {} },
      Grids: { x: [[{ Name: "a" }], [{}]] },
      Choice: { Item: {} },
    };
    expect(await failures(client, input)).toEqual([
      "EchoInput.Id",
      "EchoInput.Items[1].Name",
      "EchoInput.Items[1].Items[0].Name",
      "EchoInput.ByName[a.b].Name",
      "EchoInput.BySecret[***].Name",
      "EchoInput.Grids[x][1][0].Name",
      "EchoInput.Choice.Item.Name",
      "EchoInput.constructor",
    ]);
  });

  it("passes what has all that is required", async () => {
    const client = await EchoClient.of({ members, shapes });
    expect(await client.sent({ Id: "", constructor: "x" })).toBe('{"Id":"","constructor":"x"}');
  });

  it("is not written where nothing is required", () => {
    const echo = { members: { Free: "ns#Free" }, shapes };
    expect(filesOf(echo).map(({ path }) => path)).not.toContain("src/validation.ts");
  });

  it("reads as straight-line calls, and leaves out what has nothing to check", () => {
    const text = textOf({ members, shapes }, "src/validation.ts");
    expect(text.slice(text.indexOf("export const validateChoice"))).toBe(`\
export const validateChoice = (input: Choice, check: InputCheck): void => {
  checkNested(check, input.Item, ".Item", validateItem);
};

export const validateEchoInput = (input: EchoInput, check: InputCheck): void => {
  checkRequired(check, input.Id, "Id");
  checkList(check, input.Items, ".Items", validateItem);
  checkMap(check, input.ByName, ".ByName", validateItem);
  checkMap(check, input.BySecret, ".BySecret", validateItem, true);
  checkMap(check, input.Grids, ".Grids", validateGrid);
  checkNested(check, input.Choice, ".Choice", validateChoice);
  checkRequired(check, own(input, "constructor"), "constructor");
};

export const validateItem = (input: Item, check: InputCheck): void => {
  checkRequired(check, input.Name, "Name");
  checkList(check, input.Items, ".Items", validateItem);
};

const validateGrid = (input: Item[][], check: InputCheck): void => {
  checkList(check, input, "", validateItems);
};

const validateItems = (input: Item[], check: InputCheck): void => {
  checkList(check, input, "", validateItem);
};
`);
  });
});

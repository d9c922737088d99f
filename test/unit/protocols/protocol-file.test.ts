import { describe, expect, it } from "vitest";
import { structure, textOf } from "./echo.ts";

const path = "src/protocols/Aws_json1_1.ts";
const excerpt = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));

describe("the protocol file", () => {
  it("has a function for the request and one for the response, and one per shape that needs one", () => {
    const text = textOf(
      {
        members: { Id: ["String", { "smithy.api#required": {} }], Notes: "ns#Notes", Loaded: "ns#Loaded" },
        shapes: {
          "ns#Notes": { type: "list", member: { target: "ns#Note" } },
          "ns#Note": structure({ Text: "String", Stars: "Integer" }),
          "ns#Loaded": { type: "map", key: { target: "smithy.api#String" }, value: { target: "ns#Parcel" } },
          "ns#Parcel": structure({ At: "Timestamp", Content: "Blob" }),
          "ns#Broken": structure({ message: "String" }, { "smithy.api#error": "client" }),
          "ns#Late": structure({ message: "String", Until: "Timestamp" }, { "smithy.api#error": "client" }),
        },
        errors: ["ns#Broken", "ns#Late"],
      },
      path,
    );
    expect(excerpt(text, "export const", "/** The exception")).toBe(`\
export const se_EchoCommand = async (input: EchoCommandInput, context: __SerdeContext): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_EchoInput(input, context));
  return buildRpcRequest(context, headers("Echo"), body);
};

export const de_EchoCommand = async (output: __HttpResponse, context: __SerdeContext): Promise<EchoCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, echoErrors());
  }
  const contents = de_EchoOutput(await readJsonObject(output, context), context);
  return { ...contents, $metadata: deserializeMetadata(output) };
};

const se_EchoInput = (input: EchoInput, context: __SerdeContext): unknown => ({
  Id: input.Id ?? undefined,
  Notes: mapList(input.Notes, se_Note),
  Loaded: mapMap(input.Loaded, se_Parcel, context),
});

const se_Note = (input: Note): unknown => ({
  Text: input.Text ?? undefined,
  Stars: input.Stars ?? undefined,
});

const se_Parcel = (input: Parcel, context: __SerdeContext): unknown => ({
  At: input.At == null ? undefined : epochSeconds(input.At),
  Content: writeBlob(input.Content, context),
});

const de_EchoOutput = (data: Received<EchoOutput>, context: __SerdeContext): EchoOutput => {
  const known: Parts<EchoOutput> = {};
  known.Id = data.Id ?? "";
  if (data.Notes != null) known.Notes = readList(data.Notes, de_Note);
  if (data.Loaded != null) known.Loaded = readMap(data.Loaded, de_Parcel, context);
  return readMembers(data, known);
};

const de_Late = (data: Received<Late>): Late =>
  members({
    message: data.message,
    Until: readEpochSeconds(data.Until),
  });

const de_Note = (data: Received<Note>): Note => {
  const known: Parts<Note> = {};
  if (data.Text != null) known.Text = data.Text;
  if (data.Stars != null) known.Stars = readNumber(data.Stars);
  return readMembers(data, known);
};

const de_Parcel = (data: Received<Parcel>, context: __SerdeContext): Parcel => {
  const known: Parts<Parcel> = {};
  if (data.At != null) known.At = readEpochSeconds(data.At);
  if (data.Content != null) known.Content = readBlob(data.Content, context);
  return readMembers(data, known);
};

const echoErrors = (): ErrorTable => ({ Broken, Late: [Late, de_Late] });

`);
  });

  it("keeps apart functions that would have the same name", () => {
    const text = textOf(
      {
        members: { A: "ns#EchoCommand", B: "ns#Lists" },
        shapes: {
          "ns#EchoCommand": structure({ At: "Timestamp" }),
          "ns#Lists": { type: "list", member: { target: "ns#se_List" } },
          "ns#se_List": { type: "list", member: { target: "smithy.api#Timestamp" } },
        },
      },
      path,
    );
    const declared = [...text.matchAll(/^(?:export )?const (\w+)/gm)].map(([, name]) => name);
    expect(new Set(declared).size).toBe(declared.length);
  });
});

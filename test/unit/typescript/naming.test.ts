import { describe, expect, it } from "vitest";
import { errorMemberName, memberName, Names } from "../../../codegen/typescript/naming.ts";
import { emissionOfShapes, of, type Service, structure } from "./emission.ts";

const AWS = { "aws.api#service": { sdkId: "Cognito Identity Provider", arnNamespace: "x", endpointPrefix: "x" } };

const THINGS = { "aws.api#service": { sdkId: "things", arnNamespace: "x", endpointPrefix: "x" } };

const operation = (input: string): { type: string; input: object } => ({ type: "operation", input: of(input) });

/** The names of a service whose one input has a member of each shape named. */
const namesOf = (shapes: readonly string[], service: Service = {}): Names => {
  const members = Object.fromEntries(shapes.map((name, index) => [`m${index}`, of(name)]));
  const each = Object.fromEntries(shapes.map((name) => [name, structure({})]));
  return emissionOfShapes({ ...each, Take: operation("TakeInput"), TakeInput: structure(members) } as never, service)
    .scope.names;
};

describe("types", () => {
  it.each([
    ["Plain", "Plain"],
    ["plain", "Plain"],
    ["Date", "_Date"],
    ["date", "_Date"],
    ["Promise", "_Promise"],
    ["Error", "_Error"],
    ["Record", "_Record"],
    ["Uint8Array", "Uint8Array"],
    ["class", "Class"],
    ["_Under", "_Under"],
  ])("the shape %s is called %s", (shape, name) => {
    expect(namesOf([shape]).type(`example#${shape}`).name).toBe(name);
  });

  it("keeps shapes apart that differ in their first letter's case only by adding underscores", () => {
    const names = namesOf(["Date", "_Date"]);
    expect([names.type("example#Date").name, names.type("example#_Date").name].sort()).toEqual(["_Date", "__Date"]);
  });

  it("throws for shapes of other services", () => {
    expect(() => namesOf([]).type("other#Shape")).toThrow("other#Shape has no name");
  });

  it("lays declarations out in files by kind, 300 structures in each", () => {
    const many = Array.from({ length: 320 }, (_, index) => `Shape${String(index).padStart(3, "0")}`);
    const names = namesOf(many);
    expect(names.modelFiles).toEqual(["models/models_0", "models/models_1"]);
    expect(names.type("example#Shape299").file).toBe("models/models_0");
    expect(names.type("example#Shape300").file).toBe("models/models_1");
    const kinds = emissionOfShapes({
      Input: structure({ color: of("Color"), grade: of("Grade") }),
      Color: { type: "enum", members: { RED: of("smithy.api#Unit", { "smithy.api#enumValue": "red" }) } },
      Grade: { type: "intEnum", members: { ONE: of("smithy.api#Unit", { "smithy.api#enumValue": 1 }) } },
      Broken: structure({}, { "smithy.api#error": "client" }),
      Take: { ...operation("Input"), errors: [of("Broken")] } as never,
    }).scope.names;
    expect(["Color", "Grade", "Broken"].map((name) => kinds.type(`example#${name}`).file)).toEqual([
      "models/enums",
      "models/enums",
      "models/errors",
    ]);
  });
});

describe("the client", () => {
  it("is called after the service's id at AWS, or after its shape", () => {
    expect(namesOf([], { traits: AWS }).base).toBe("CognitoIdentityProvider");
    expect(namesOf([], { name: "weatherService" }).client).toEqual({
      name: "WeatherServiceClient",
      file: "WeatherServiceClient",
    });
  });

  it("gives way to shapes of its names", () => {
    const names = namesOf(
      [
        "Things",
        "ThingsClient",
        "ThingsClientConfig",
        "ThingsServiceException",
        "ServiceInputTypes",
        "ThingsRequestOptions",
      ],
      { name: "Other", traits: THINGS },
    );
    expect(names.aggregated.name).toBe("_Things");
    expect(names.client.name).toBe("_ThingsClient");
    expect(names.config.name).toBe("_ThingsClientConfig");
    expect(names.requestOptions.name).toBe("_ThingsRequestOptions");
    expect(names.inputTypes.name).toBe("_ServiceInputTypes");
    expect(names.baseException.name).toBe("ThingsSyntheticServiceException");
    expect(names.type("example#ThingsClient").name).toBe("ThingsClient");
  });

  it("keeps members that it has itself: operations get other methods", () => {
    const names = (name: string) => {
      const { scope, service } = emissionOfShapes({ Input: structure({}), [name]: operation("Input") } as never);
      return service.operations.map((each) => scope.names.command(each).method);
    };
    expect(names("GetThing")).toEqual(["getThing"]);
    for (const name of ["Send", "Destroy", "Config", "MiddlewareStack", "Constructor", "Then"]) {
      expect(names(name)).toEqual([`_${name.charAt(0).toLowerCase()}${name.slice(1)}`]);
    }
  });
});

describe("commands", () => {
  it("are called after their operations", () => {
    const { scope, service } = emissionOfShapes({ Input: structure({}), GetThing: operation("Input") } as never);
    const [first] = service.operations;
    expect(first && scope.names.command(first)).toEqual({
      command: { name: "GetThingCommand", file: "commands/GetThingCommand" },
      input: { name: "GetThingCommandInput", file: "commands/GetThingCommand" },
      output: { name: "GetThingCommandOutput", file: "commands/GetThingCommand" },
      method: "getThing",
      serialize: { name: "se_GetThingCommand", file: "protocols/Aws_json" },
      deserialize: { name: "de_GetThingCommand", file: "protocols/Aws_json" },
    });
  });

  it("give way to shapes of their names", () => {
    const names = namesOf(["TakeCommand"]);
    const other = namesOf(["TakeCommandInput"]);
    const id = "example#Take";
    expect(names.command({ id } as never).command.name).toBe("_TakeCommand");
    expect(other.command({ id } as never).output.name).toBe("_TakeCommandOutput");
    expect(names.type("example#TakeCommand").name).toBe("TakeCommand");
  });

  it("have files of their own where only case tells them apart, or a file has the name already", () => {
    const { service } = emissionOfShapes({ Input: structure({}), GetThing: operation("Input") } as never);
    const [first] = service.operations;
    if (first === undefined) throw new Error("The service has an operation.");
    const operations = ["GetTHING", "GetThing", "getThing"].map((name) => ({ ...first, name, id: `example#${name}` }));
    const names = new Names({ ...service, operations }, "protocols/Aws_json");
    expect(operations.map((each) => names.command(each).command)).toEqual([
      { name: "GetTHINGCommand", file: "commands/GetTHINGCommand" },
      { name: "GetThingCommand", file: "commands/GetThingCommand_2" },
      { name: "_GetThingCommand", file: "commands/_GetThingCommand" },
    ]);
  });
});

describe("imports and globals", () => {
  it("give way to what the package declares", () => {
    const names = namesOf(["NoOpLogger", "JSON"]);
    expect([names.importAlias("NoOpLogger"), names.importAlias("parseUrl")]).toEqual(["_NoOpLogger", "parseUrl"]);
    expect([names.declares("JSON"), names.declares("Promise")]).toEqual([true, false]);
  });
});

describe("members", () => {
  it("keep their names, but for those that mean something else to every object or error", () => {
    expect(["name", "constructor", "__proto__"].map(memberName)).toEqual(["name", "constructor", "___proto__"]);
    expect(["name", "stack", "cause", "constructor", "prototype", "code", "__proto__"].map(errorMemberName)).toEqual([
      "_name",
      "_stack",
      "_cause",
      "_constructor",
      "_prototype",
      "code",
      "___proto__",
    ]);
  });
});

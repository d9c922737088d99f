import type { OperationIr, ServiceIr, TypeIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { isRegional, schemesOf } from "../auth-schemes.ts";
import { skeleton } from "../docs/skeleton.ts";
import type { Emission } from "../emitter.ts";
import { list, stringLiteral } from "../layout.ts";
import { packageName } from "../package-facts.ts";

/** The operation that a README calls: the first one that gives something back; undefined in a service without any. */
export const exampleOperation = ({ operations, typesById }: ServiceIr): OperationIr | undefined => {
  const answers = ({ output }: OperationIr): boolean => {
    const type = output === undefined ? undefined : typesById.get(output);
    return type?.kind === "structure" && type.members.length > 0;
  };
  return operations.find(answers) ?? operations[0];
};

/** A whole program that calls an operation with what its input needs. */
export const callExample = (emission: Emission, operation: OperationIr): string => {
  const { service, scope } = emission;
  const { command, input } = scope.names.command(operation);
  const client = scope.names.client.name;
  const value = skeleton(operation.input, requiredOnly(service.typesById), "input").join("\n");
  return [
    imports([client, command.name, `type ${input.name}`], emission),
    "",
    `const client = new ${client}(${clientConfig(emission, operation)});`,
    `const input: ${input.name} = ${value}`,
    `const output = await client.send(new ${command.name}(input));`,
  ].join("\n");
};

/** What a caller does about an error of the operation, about any other of the service, and about all else. */
export const errorExample = (emission: Emission, operation: OperationIr): string => {
  const { names } = emission.scope;
  const base = names.baseException.name;
  const [id] = operation.errors;
  const error = id === undefined ? undefined : names.type(id).name;
  const modelled =
    error === undefined ? [] : [`  if (error instanceof ${error}) {`, "    console.error(error.message);"];
  return [
    imports([...(error === undefined ? [] : [error]), base], emission),
    "",
    "try {",
    `  await client.send(new ${names.command(operation).command.name}(input));`,
    "} catch (error) {",
    ...modelled,
    `  ${error === undefined ? "" : "} else "}if (error instanceof ${base}) {`,
    "    console.error(error.name, error.$fault, error.$metadata.httpStatusCode, error.$metadata.requestId);",
    "  } else {",
    "    throw error; // No answer of the service: the network, a time limit, credentials, ...",
    "  }",
    "}",
  ].join("\n");
};

const imports = (names: readonly string[], { service, options }: Emission): string =>
  list("{", names, "}", {
    before: "import ",
    after: ` from ${stringLiteral(packageName(service, options))};`,
    padded: true,
  });

/** `{ region: "eu-central-1" }`: what a client can't be without. */
const clientConfig = ({ service }: Emission, { auth }: OperationIr): string => {
  const [preferred] = auth;
  const property = schemesOf(service).find(({ id }) => id === preferred)?.property;
  const options = [
    ...(isRegional(service) ? ['region: "eu-central-1"'] : []),
    ...(service.rules === undefined ? ['endpoint: "https://service.example.com"'] : []),
    ...(property === "token" ? ['token: { token: "TOKEN" }'] : []),
    ...(property === "apiKey" ? ['apiKey: { apiKey: "KEY" }'] : []),
    ...(property === "basicAuth" ? ['basicAuth: { username: "NAME", password: "PASSWORD" }'] : []),
  ];
  return options.length === 0 ? "{}" : `{ ${options.join(", ")} }`;
};

/** The types with only the members that must be there; unions as they are. */
const requiredOnly = (types: ReadonlyMap<ShapeId, TypeIr>): ReadonlyMap<ShapeId, TypeIr> =>
  new Map(
    [...types].map(([id, type]): [ShapeId, TypeIr] => [
      id,
      type.kind === "structure"
        ? { ...type, members: type.members.filter(({ presence }) => presence.required && !presence.clientOptional) }
        : type,
    ]),
  );

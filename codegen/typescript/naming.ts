import type { OperationIr, ServiceIr, TypeIr } from "../ir/types.ts";
import { byCodeUnits } from "../smithy/order.ts";
import type { ShapeId } from "../smithy/shape-id.ts";

/** A name that a generated package declares, and the file below `src` that declares it, without `.ts`. */
export interface PackageSymbol {
  readonly name: string;
  readonly file: string;
}

/** The names of one operation's command. */
export interface CommandNames {
  readonly command: PackageSymbol;
  readonly input: PackageSymbol;
  readonly output: PackageSymbol;
  /** The method of the aggregated client. */
  readonly method: string;
  readonly serialize: PackageSymbol;
  readonly deserialize: PackageSymbol;
}

/** TypeScript's keywords and its global types: a shape of such a name gets a leading `_`, as official clients have it. */
const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
    "implements interface let package private protected public static yield abstract as asserts assert any async " +
    "await constructor declare get infer intrinsic is keyof module namespace never readonly require type undefined " +
    "unique unknown from global override of boolean number string symbol object bigint arguments eval Array " +
    "ArrayBuffer ArrayBufferView Blob Boolean ConstructorParameters Date Error Exclude Extract Infinity InstanceType " +
    "Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise PromiseLike Readable Readonly " +
    "ReadonlyArray Record RegExp Required ReturnType Set String Stream ThisType WeakMap"
  ).split(" "),
);

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What a member is called in TypeScript: its own name, but for the one that would be a prototype. */
export const memberName = (name: string): string => (name === "__proto__" ? "___proto__" : name);

/** What exceptions have themselves, so that a modelled error's member of this name gets a leading `_`. */
const EXCEPTION_MEMBERS = new Set(["constructor", "prototype", "name", "stack", "cause"]);

/** What a member of a modelled error is called in TypeScript. */
export const errorMemberName = (name: string): string => (EXCEPTION_MEMBERS.has(name) ? `_${name}` : memberName(name));

/** `Cognito Identity Provider` is CognitoIdentityProvider, `neptunedata` is Neptunedata. */
const clientBaseName = (service: ServiceIr): string =>
  service.aws === undefined
    ? capitalize(service.name)
    : service.aws.sdkId
        .split(/[^A-Za-z0-9]+/)
        .map(capitalize)
        .join("");

/** How many shapes official clients put into one `models_N` file. */
const MODELS_PER_FILE = 300;

/**
 * All names of one generated package, decided before any text is written. Shape names are unique in a service but for
 * case, so what can collide is what the package adds: keywords and globals, commands, the client, file names on a file
 * system that ignores case.
 */
export class Names {
  /** `CognitoIdentityProvider`: the aggregated client, and the stem of most other names. */
  readonly base: string;
  readonly client: PackageSymbol;
  readonly aggregated: PackageSymbol;
  readonly requestOptions: PackageSymbol;
  readonly config: PackageSymbol;
  readonly resolvedConfig: PackageSymbol;
  readonly clientDefaults: PackageSymbol;
  readonly addedConfig: PackageSymbol;
  readonly inputTypes: PackageSymbol;
  readonly outputTypes: PackageSymbol;
  readonly baseException: PackageSymbol;
  readonly extensionConfiguration: PackageSymbol;
  readonly authParameters: PackageSymbol;
  readonly authParametersProvider: PackageSymbol;
  readonly authSchemeProvider: PackageSymbol;
  readonly defaultAuthParametersProvider: PackageSymbol;
  readonly defaultAuthSchemeProvider: PackageSymbol;
  readonly modelFiles: readonly string[];
  readonly #types = new Map<ShapeId, PackageSymbol>();
  readonly #commands = new Map<ShapeId, CommandNames>();
  readonly #taken: ReadonlySet<string>;

  constructor(service: ServiceIr, protocolFile: string) {
    const base = clientBaseName(service);
    const shapeNames = new Set(service.types.map((type) => capitalize(type.name)));
    const free = (name: string): string => (shapeNames.has(name) ? free(`_${name}`) : name);
    const files = new UniqueFiles();

    this.base = free(base);
    const clientFile = files.claim(`${base}Client`);
    const inClient = (name: string): PackageSymbol => ({ name: free(name), file: clientFile });
    this.client = inClient(`${base}Client`);
    this.config = inClient(`${base}ClientConfig`);
    this.resolvedConfig = inClient(`${base}ClientResolvedConfig`);
    this.clientDefaults = inClient("ClientDefaults");
    this.addedConfig = inClient("AddedInputConfig");
    this.inputTypes = inClient("ServiceInputTypes");
    this.outputTypes = inClient("ServiceOutputTypes");
    this.aggregated = { name: this.base, file: files.claim(base) };
    this.requestOptions = { name: free(`${base}RequestOptions`), file: this.aggregated.file };

    let exception = `${base}ServiceException`;
    while (shapeNames.has(exception)) exception = exception.replace(/ServiceException$/, "SyntheticServiceException");
    this.baseException = { name: exception, file: files.claim(`models/${exception}`) };

    this.extensionConfiguration = { name: `${base}ExtensionConfiguration`, file: "extensionConfiguration" };
    const inAuth = (name: string): PackageSymbol => ({ name, file: "auth/httpAuthSchemeProvider" });
    this.authParameters = inAuth(`${base}HttpAuthSchemeParameters`);
    this.authParametersProvider = inAuth(`${base}HttpAuthSchemeParametersProvider`);
    this.authSchemeProvider = inAuth(`${base}HttpAuthSchemeProvider`);
    this.defaultAuthParametersProvider = inAuth(`default${base}HttpAuthSchemeParametersProvider`);
    this.defaultAuthSchemeProvider = inAuth(`default${base}HttpAuthSchemeProvider`);

    const identifiers = new Set([
      this.client.name,
      this.base,
      exception,
      this.config.name,
      this.resolvedConfig.name,
      this.requestOptions.name,
    ]);
    this.#nameTypes(service.types, identifiers);
    for (const operation of service.operations) this.#nameCommand(operation, { files, identifiers, protocolFile });
    this.modelFiles = [...new Set([...this.#types.values()].map((symbol) => symbol.file))].sort(byCodeUnits);
    this.#taken = identifiers;
  }

  type(id: ShapeId): PackageSymbol {
    return found(this.#types.get(id), id);
  }

  command(operation: OperationIr): CommandNames {
    return found(this.#commands.get(operation.id), operation.id);
  }

  /** What generated code calls a published name: its usual alias, or another where the package declares that name. */
  importAlias(wanted: string): string {
    return this.#taken.has(wanted) ? this.importAlias(`_${wanted}`) : wanted;
  }

  /** Whether the package declares a type or value of this name, so that a global of this name is out of sight. */
  declares(name: string): boolean {
    return this.#taken.has(name);
  }

  #nameTypes(types: readonly TypeIr[], identifiers: Set<string>): void {
    let models = 0;
    for (const type of types) {
      let name = capitalize(type.name);
      while (RESERVED.has(name) || identifiers.has(name)) name = `_${name}`;
      identifiers.add(name);
      const file = modelFile(type) ?? `models/models_${Math.floor(models++ / MODELS_PER_FILE)}`;
      this.#types.set(type.id, { name, file });
    }
  }

  #nameCommand(
    operation: OperationIr,
    names: { files: UniqueFiles; identifiers: Set<string>; protocolFile: string },
  ): void {
    const { files, identifiers, protocolFile } = names;
    let command = `${capitalize(operation.name)}Command`;
    while ([command, `${command}Input`, `${command}Output`].some((name) => identifiers.has(name))) {
      command = `_${command}`;
    }
    const file = files.claim(`commands/${command}`);
    for (const name of [command, `${command}Input`, `${command}Output`]) identifiers.add(name);
    this.#commands.set(operation.id, {
      command: { name: command, file },
      input: { name: `${command}Input`, file },
      output: { name: `${command}Output`, file },
      method: methodName(operation.name),
      serialize: { name: `se_${command}`, file: protocolFile },
      deserialize: { name: `de_${command}`, file: protocolFile },
    });
  }
}

/** What a client already is or must not be: an operation of such a name has a method with a leading `_`. */
const CLIENT_MEMBERS = new Set(
  "constructor config destroy handlers initConfig middlewareStack send then toString valueOf hasOwnProperty".split(" "),
);

const methodName = (operation: string): string => {
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  return CLIENT_MEMBERS.has(name) ? `_${name}` : name;
};

const modelFile = (type: TypeIr): string | undefined => {
  if (type.kind === "enum" || type.kind === "intEnum") return "models/enums";
  return type.kind === "structure" && type.error ? "models/errors" : undefined;
};

/** Names of files that stay apart where a file system ignores case: `ITEMCommand`, then `ItemCommand_2`. */
class UniqueFiles {
  readonly #claimed = new Set<string>(
    ["index", "runtimeConfig", "runtimeExtensions", "extensionConfiguration", "validation"].concat(
      ["index", "enums", "errors", "models_0"].map((name) => `models/${name}`),
      "commands/index",
    ),
  );

  claim(wanted: string): string {
    let file = wanted;
    for (let n = 2; this.#claimed.has(file.toLowerCase()); n++) file = `${wanted}_${n}`;
    this.#claimed.add(file.toLowerCase());
    return file;
  }
}

const found = <T>(value: T | undefined, id: ShapeId): T => {
  if (value === undefined) throw new Error(`${id} has no name in the package.`);
  return value;
};

import { inspect } from "node:util";
import fc from "fast-check";
import type { Answer } from "./answers.ts";
import { answersOf } from "./answers-of.ts";
import { type Difference, expectedOutcome, officialCase } from "./difference.ts";
import { factsOf } from "./facts.ts";
import { inputs } from "./inputs.ts";
import { ANY_TEXT, ANYTHING } from "./plain.ts";
import { type Alteration, type ComparedService, generateOurs, type Ours, type Release } from "./services.ts";
import { Shapes } from "./shapes.ts";
import { type Case, type Outcome, Subject, type Wire } from "./subject.ts";

/** How many cases of a service agreed, and what the first did that didn't. */
export interface Verdict {
  readonly cases: number;
  readonly seed: number;
  readonly seconds: number;
  readonly tally: Tally;
  /** The smallest case found in which clients differ, and how; undefined where none was found. */
  readonly failure: string | undefined;
}

/** In how many cases something was there to be compared. Clients that all fail before they send agree too. */
export interface Tally {
  readonly sent: number;
  readonly signed: number;
  readonly outputs: number;
  /** Those that a service's answer led to. */
  readonly errors: number;
}

/** Longer than any case takes, so that one which never ends is told like any other. */
const LONGEST = 60_000;

/** The client of a release, and the same with the settings of some differences. */
interface Official {
  readonly plain: Subject;
  readonly special: ReadonlyMap<Difference, Subject>;
}

/** The generated clients of a service beside its official ones. */
export class Comparison {
  readonly #name: string;
  readonly #ours: Ours;
  readonly #subjects: readonly Subject[];
  readonly #official: ReadonlyMap<Release, Official>;
  readonly #table: readonly Difference[];
  #tally: Tally = NOTHING;

  private constructor(
    name: string,
    ours: Ours,
    subjects: readonly Subject[],
    official: ReadonlyMap<Release, Official>,
    table: readonly Difference[],
  ) {
    this.#name = name;
    this.#ours = ours;
    this.#subjects = subjects;
    this.#official = official;
    this.#table = table;
  }

  /**
   * @param wire makes what stands behind one of the clients
   * @param alter breaks our packages on purpose
   */
  static async of(
    service: ComparedService,
    model: string,
    table: readonly Difference[],
    wire: () => Promise<Wire> | Wire,
    alter?: Alteration,
  ): Promise<Comparison> {
    const ours = await generateOurs(service, model, alter);
    const subjects: Subject[] = [];
    for (const [runtime, namespace] of ours.packages) {
      const made = async (name: string) => new Subject(name, namespace, service.client, await wire());
      // Calls whose middleware is in the order that is remembered, and calls that sort it anew, come to the same.
      subjects.push(await made(runtime), (await made(`${runtime}, each call composed`)).composeEachCall());
    }
    const official = new Map<Release, Official>();
    for (const [release, load] of service.official) {
      const namespace = await load();
      const subject = async (config: object) =>
        new Subject(
          release,
          namespace,
          service.client,
          await wire(),
          { ...service.config, ...(service.spoken && { protocol: service.spoken.official }), ...config },
          service.protocol === "awsQuery" || service.protocol === "ec2Query",
        );
      const special = new Map<Difference, Subject>();
      for (const entry of table) {
        if (entry.settings && entry.example.service === service.name)
          special.set(entry, await subject(entry.settings.config(namespace)));
      }
      official.set(release, { plain: await subject({}), special });
    }
    return new Comparison(service.name, ours, subjects, official, table);
  }

  /** Any case of the service. */
  cases(change: (answer: Answer) => Answer): fc.Arbitrary<Case> {
    const shapes = new Shapes(this.#ours.service, inputs);
    const answers = answersOf(this.#ours.service);
    return fc.oneof(
      ...this.#ours.service.operations.map((operation) =>
        fc.record(
          {
            operation: fc.constant(operation.name),
            input: shapes.structure(operation.input),
            validation: fc.constantFrom("off" as const, "required" as const),
            answer: answers.to(operation).map(change),
          },
          { noNullPrototype: true },
        ),
      ),
    );
  }

  /**
   * Compares as many cases as asked for, or until the first in which clients differ; that one is shrunk.
   * @param change what is to be another about answers
   */
  async run(cases: number, seed: number, change: (answer: Answer) => Answer = (answer) => answer): Promise<Verdict> {
    const start = performance.now();
    this.#tally = NOTHING;
    const property = fc.asyncProperty(this.cases(change), async (test) => {
      const found = await this.disagreements(test);
      if (found.length > 0) throw new Error(found.join("\n"));
    });
    const result = await withoutStacks(() => fc.check(property, { numRuns: cases, seed, timeout: LONGEST }));
    const seconds = (performance.now() - start) / 1000;
    const [smallest] = result.counterexample ?? [];
    const failure =
      smallest === undefined
        ? undefined
        : [
            `${this.#name} ${smallest.operation}, seed ${seed}, path ${result.counterexamplePath}:`,
            inspect(smallest, { depth: 12, breakLength: 120 }),
            result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance),
          ].join("\n");
    return { cases: result.numRuns, seed, seconds, tally: this.#tally, failure };
  }

  /** In what the clients differ in a case, as sentences; none where they agree but for the differences of the table. */
  async disagreements(test: Case, table: readonly Difference[] = this.#table): Promise<readonly string[]> {
    const facts = factsOf(this.#ours.service, test);
    const [first, ...others] = this.#subjects;
    if (first === undefined) return [];
    const outcome = await first.call(test);
    this.#tally = withOne(this.#tally, outcome);
    const found: string[] = [];
    for (const other of others) {
      found.push(...unequal(`${first.name} and ${other.name}`, outcome, await other.call(test)));
    }
    for (const [release, subject] of this.#official) {
      const entries = table.filter((entry) => entry.release === undefined || entry.release === release);
      const [, special] =
        [...subject.special].find(([entry]) => table.includes(entry) && entry.settings?.about(test, facts)) ?? [];
      const official = await (special ?? subject.plain).call(officialCase(entries, test, facts));
      found.push(...unequal(`${first.name} and ${release}`, outcome, expectedOutcome(entries, official, test, facts)));
    }
    return found;
  }

  destroy(): void {
    for (const subject of this.#subjects) subject.destroy();
    for (const { plain, special } of this.#official.values()) {
      for (const subject of [plain, ...special.values()]) subject.destroy();
    }
  }
}

const NOTHING: Tally = { sent: 0, signed: 0, outputs: 0, errors: 0 };

const withOne = (tally: Tally, { requests, output }: Outcome): Tally => {
  const [request] = requests;
  if (request === undefined) return tally;
  const isSigned = isObject(request.headers) && typeof request.headers["authorization"] === "string";
  return {
    sent: tally.sent + 1,
    signed: tally.signed + Number(isSigned),
    outputs: tally.outputs + Number(output !== undefined),
    errors: tally.errors + Number(output === undefined),
  };
};

/** What `run` gives, with errors that hold no stack: most cases throw some, and clients read them. */
const withoutStacks = async <T>(run: () => Promise<T> | T): Promise<T> => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

/** `a and b: .error.name: "A" is not "B"`, one for each place. */
const unequal = (who: string, left: Outcome, right: Outcome): readonly string[] => {
  const found: string[] = [];
  const compare = (path: string, a: unknown, b: unknown): void => {
    if (b === ANYTHING || b === ANY_TEXT || Object.is(a, b)) return;
    if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
      found.push(`${who}: ${path}: ${shown(a)} is not ${shown(b)}`);
      return;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (!Object.hasOwn(a, key)) found.push(`${who}: ${path}.${key} is missing, not ${shown(b[key])}`);
      else if (!Object.hasOwn(b, key)) found.push(`${who}: ${path}.${key} is ${shown(a[key])}, not missing`);
      else compare(`${path}.${key}`, a[key], b[key]);
    }
  };
  compare("", left, right);
  return found;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const shown = (value: unknown): string => inspect(value, { depth: 8, breakLength: Infinity, maxStringLength: 600 });

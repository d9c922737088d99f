import { describe, expect, it } from "vitest";
import { faultsOf } from "./helpers.ts";

/** A file with one shape or statement a line, so that the first one stands in line 2. */
const file = (...shapes: readonly string[]): string => `{"smithy": "2.0", "shapes": {\n${shapes.join(",\n")}\n}}`;

const OPERATION = '"ns#Op": {"type": "operation"}';
const STRUCTURE = '"ns#City": {"type": "structure"}';
const MIXIN = '"ns#Mixin": {"type": "structure", "traits": {"smithy.api#mixin": {}}}';

describe("targets", () => {
  it.each([
    [
      "one that doesn't exist",
      [STRUCTURE, '"ns#L": {"type": "list", "member": {"target": "ns#Citty"}}'],
      "a.json:3:47 error TIN0030 ns#L$member: L$member targets ns#Citty, which doesn't exist. Nearest: ns#City.",
    ],
    [
      "one like no other",
      ['"ns#L": {"type": "list", "member": {"target": "other#Unheard"}}'],
      "a.json:2:47 error TIN0030 ns#L$member: L$member targets other#Unheard, which doesn't exist.",
    ],
    [
      "no shape id",
      ['"ns#S": {"type": "structure", "members": {"a": {"target": "String"}}}'],
      "a.json:2:59 error TIN0030 ns#S$a: S$a targets String, which doesn't exist. Nearest: smithy.api#String.",
    ],
    [
      "an operation",
      [OPERATION, '"ns#S": {"type": "structure", "members": {"a": {"target": "ns#Op"}}}'],
      "a.json:3:59 error TIN0031 ns#S$a: S$a targets ns#Op, an operation, but must target a simple or aggregate shape.",
    ],
    [
      "a member",
      ['"ns#S": {"type": "structure", "members": {"a": {"target": "ns#S$a"}}}'],
      "a.json:2:59 error TIN0030 ns#S$a: S$a targets ns#S$a, which doesn't exist. Nearest: ns#S.",
    ],
    [
      "a mixin",
      [MIXIN, '"ns#L": {"type": "list", "member": {"target": "ns#Mixin"}}'],
      "a.json:3:47 error TIN0032 ns#L$member: L$member targets ns#Mixin, which is a mixin.",
    ],
    [
      "a map's key that is no string",
      ['"ns#M": {"type": "map", "key": {"target": "smithy.api#Integer"}, "value": {"target": "smithy.api#String"}}'],
      "a.json:2:43 error TIN0031 ns#M$key: M$key targets smithy.api#Integer, an integer, but must target a string.",
    ],
    [
      "a service's operation",
      [STRUCTURE, '"ns#S": {"type": "service", "operations": [{"target": "ns#City"}]}'],
      'a.json:3:55 error TIN0031 ns#S: "operations" of ns#S targets ns#City, a structure, but must target an operation.',
    ],
    [
      "a resource's operation",
      [STRUCTURE, '"ns#R": {"type": "resource", "read": {"target": "ns#City"}}'],
      'a.json:3:49 error TIN0031 ns#R: "read" of ns#R targets ns#City, a structure, but must target an operation.',
    ],
    [
      "a resource's identifier",
      [STRUCTURE, '"ns#R": {"type": "resource", "identifiers": {"id": {"target": "ns#City"}}}'],
      'a.json:3:63 error TIN0031 ns#R: "identifiers" of ns#R targets ns#City, a structure, but must target a string.',
    ],
    [
      "a service's resource",
      [OPERATION, '"ns#S": {"type": "service", "resources": [{"target": "ns#Op"}]}'],
      'a.json:3:54 error TIN0031 ns#S: "resources" of ns#S targets ns#Op, an operation, but must target a resource.',
    ],
    [
      "an input that is a string",
      ['"ns#O": {"type": "operation", "input": {"target": "smithy.api#String"}}'],
      'a.json:2:51 error TIN0031 ns#O: "input" of ns#O targets smithy.api#String, a string, but must target a structure.',
    ],
    [
      "an output that doesn't exist",
      ['"ns#O": {"type": "operation", "output": {"target": "ns#Out"}}'],
      'a.json:2:52 error TIN0030 ns#O: "output" of ns#O targets ns#Out, which doesn\'t exist.',
    ],
    [
      "an error without @error",
      [STRUCTURE, '"ns#O": {"type": "operation", "errors": [{"target": "ns#City"}]}'],
      'a.json:3:53 error TIN0037 ns#O: "errors" of ns#O lists ns#City as an error, but it has no smithy.api#error.',
    ],
    [
      "an error that is a list",
      [
        '"ns#S": {"type": "service", "errors": [{"target": "ns#L"}]}',
        '"ns#L": {"type": "list", "member": {"target": "smithy.api#String"}}',
      ],
      'a.json:2:51 error TIN0031 ns#S: "errors" of ns#S targets ns#L, a list, but must target a structure.',
    ],
  ] as const)("%s", (_, shapes, expected) => {
    expect(faultsOf(file(...shapes))).toEqual([expected]);
  });

  it("an error may have @error from a mixin", () => {
    const mixin = '"ns#M": {"type": "structure", "traits": {"smithy.api#mixin": {}, "smithy.api#error": "client"}}';
    const error = '"ns#E": {"type": "structure", "mixins": [{"target": "ns#M"}]}';
    expect(faultsOf(file(mixin, error, '"ns#O": {"type": "operation", "errors": [{"target": "ns#E"}]}'))).toEqual([]);
  });
});

describe("faults without number", () => {
  it("are all reported, without comparing each name with all others", () => {
    const lists = Array.from(
      { length: 5_000 },
      (_, i) => `"ns#List${i}": {"type": "list", "member": {"target": "ns#Lost${i}"}}`,
    );
    expect(faultsOf(file(...lists))).toHaveLength(5_000);
  });
});

describe("names", () => {
  it("of members differ by more than case", () => {
    const members = '"name": {"target": "smithy.api#String"}, "Name": {"target": "smithy.api#String"}';
    expect(faultsOf(file(`"ns#S": {"type": "structure", "members": {${members}}}`))).toEqual([
      'a.json:2:84 error TIN0038 ns#S$Name: ns#S has the members "name" and "Name", which differ only by case.',
    ]);
  });

  it("of shapes differ by more than case", () => {
    expect(faultsOf(file(STRUCTURE, '"ns#CITY": {"type": "string"}'))).toEqual([
      "a.json:3:1 error TIN0024 ns#CITY: ns#CITY and ns#City differ only by case.",
    ]);
  });
});

describe("mixins", () => {
  const with_ = (id: string, ...mixins: readonly string[]): string =>
    `"${id}": {"type": "structure", "traits": {"smithy.api#mixin": {}}, "mixins": [${mixins.map((m) => `{"target": "${m}"}`).join()}]}`;

  it.each([
    [
      "that mix in each other",
      [with_("ns#A", "ns#B"), with_("ns#B", "ns#C"), with_("ns#C", "ns#B")],
      "a.json:4:89 error TIN0033 ns#C: These mixins use each other in a circle: ns#B, ns#C, ns#B.",
    ],
    [
      "that mix in themselves",
      [with_("ns#A", "ns#A")],
      "a.json:2:89 error TIN0033 ns#A: These mixins use each other in a circle: ns#A, ns#A.",
    ],
    [
      "that don't exist",
      [MIXIN, with_("ns#A", "ns#Mixim")],
      "a.json:3:89 error TIN0030 ns#A: ns#A targets ns#Mixim, which doesn't exist. Nearest: ns#Mixin.",
    ],
    [
      "that are no mixins",
      [STRUCTURE, with_("ns#A", "ns#City")],
      "a.json:3:89 error TIN0034 ns#A: ns#A mixes in ns#City, which is not a mixin.",
    ],
    [
      "of another type",
      [MIXIN, '"ns#U": {"type": "string", "mixins": [{"target": "ns#Mixin"}]}'],
      "a.json:3:50 error TIN0035 ns#U: ns#U, a string, mixes in ns#Mixin, a structure.",
    ],
  ] as const)("%s", (_, shapes, expected) => {
    expect(faultsOf(file(...shapes))).toEqual([expected]);
  });

  it("may be a chain as long as a model", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => with_(`ns#M${i}`, `ns#M${i + 1}`));
    const user = '"ns#S": {"type": "structure", "mixins": [{"target": "ns#M0"}]}';
    const operation = '"ns#O": {"type": "operation", "errors": [{"target": "ns#S"}]}';
    const last = '"ns#M20000": {"type": "structure", "traits": {"smithy.api#mixin": {}, "smithy.api#error": "client"}}';
    expect(faultsOf(file(...chain, user, operation, last))).toEqual([]);
  });

  it("can't give a member two targets", () => {
    const one =
      '"ns#A": {"type": "structure", "traits": {"smithy.api#mixin": {}}, "members": {"a": {"target": "smithy.api#String"}}}';
    const other =
      '"ns#B": {"type": "structure", "mixins": [{"target": "ns#A"}], "members": {"a": {"target": "smithy.api#Long"}}}';
    expect(faultsOf(file(one, other))).toEqual([
      "a.json:3:80 error TIN0036 ns#B$a: B$a targets smithy.api#Long here, but a mixin's member of that name targets smithy.api#String.",
    ]);
  });
});

describe("circles", () => {
  it("of lists and maps alone can hold no value", () => {
    const list = '"ns#L": {"type": "list", "member": {"target": "ns#M"}}';
    const map = '"ns#M": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "ns#L"}}';
    expect(faultsOf(file(list, map))).toEqual([
      "a.json:2:1 error TIN0041 ns#L: These lists and maps hold only each other: ns#L, ns#M.",
    ]);
    expect(faultsOf(file('"ns#L": {"type": "list", "member": {"target": "ns#L"}}'))).toEqual([
      "a.json:2:1 error TIN0041 ns#L: These lists and maps hold only each other: ns#L.",
    ]);
  });

  it("with a structure between are fine", () => {
    const list = '"ns#L": {"type": "list", "member": {"target": "ns#S"}}';
    expect(faultsOf(file(list, '"ns#S": {"type": "structure", "members": {"l": {"target": "ns#L"}}}'))).toEqual([]);
  });

  it("of resources are none", () => {
    const one = '"ns#R": {"type": "resource", "resources": [{"target": "ns#Q"}]}';
    expect(faultsOf(file(one, '"ns#Q": {"type": "resource", "resources": [{"target": "ns#R"}]}'))).toEqual([
      "a.json:2:1 error TIN0042 ns#R: These resources contain each other: ns#R, ns#Q.",
    ]);
  });

  it("are looked for without recursion", () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, i) => `"ns#L${i}": {"type": "list", "member": {"target": "ns#L${i + 1}"}}`,
    );
    expect(faultsOf(file(...chain, '"ns#L20000": {"type": "string"}'))).toEqual([]);
  });
});

describe("files that contradict each other", () => {
  it("about a shape", () => {
    const string = file('"ns#A": {"type": "string"}');
    const member = (target: string): string =>
      file(`"ns#A": {"type": "structure", "members": {"a": {"target": "smithy.api#${target}"}}}`);
    expect(faultsOf(string, file('"ns#A": {"type": "blob"}'))).toEqual([
      "b.json:2:1 error TIN0020 ns#A: ns#A is defined here and at a.json:2:1, with different types.",
    ]);
    expect(faultsOf(member("String"), member("Blob"))).toEqual([
      "b.json:2:1 error TIN0020 ns#A: ns#A is defined here and at a.json:2:1, with different members.",
    ]);
    expect(
      faultsOf(file(OPERATION), file(STRUCTURE, '"ns#Op": {"type": "operation", "input": {"target": "ns#City"}}')),
    ).toEqual(["b.json:3:1 error TIN0020 ns#Op: ns#Op is defined here and at a.json:2:1, with different properties."]);
    expect(
      faultsOf(file(STRUCTURE), file(MIXIN, '"ns#City": {"type": "structure", "mixins": [{"target": "ns#Mixin"}]}')),
    ).toEqual(["b.json:3:1 error TIN0020 ns#City: ns#City is defined here and at a.json:2:1, with different mixins."]);
  });

  it("about a trait", () => {
    const doc = (text: string): string => `{"smithy.api#documentation": "${text}"}`;
    const shape = file(`"ns#A": {"type": "string", "traits": ${doc("one")}}`);
    expect(faultsOf(shape, file(`"ns#A": {"type": "apply", "traits": ${doc("two")}}`))).toEqual([
      "b.json:2:38 error TIN0022 ns#A: smithy.api#documentation of ns#A has one value here and another at a.json:2:39.",
    ]);
    const member = (text: string): string =>
      `"ns#L": {"type": "list",\n "member": {"target": "smithy.api#String", "traits": ${doc(text)}}}`;
    expect(faultsOf(file(member("one")), file(member("two")))).toEqual([
      "b.json:3:55 error TIN0022 ns#L$member: smithy.api#documentation of ns#L$member has one value here and another at a.json:3:55.",
    ]);
  });

  it("about metadata", () => {
    const metadata = (value: string): string => `{"smithy": "2.0", "metadata": {\n"a": ${value}}}`;
    expect(faultsOf(metadata("1"), metadata("[1]"))).toEqual([
      'b.json:2:1 error TIN0021: Metadata "a" has one value here and another at a.json:2:1.',
    ]);
  });

  it("about what traits are applied to", () => {
    const applied = (id: string): string => file(`"${id}": {"type": "apply", "traits": {}}`);
    const shape = file('"ns#City": {"type": "structure", "members": {"name": {"target": "smithy.api#String"}}}');
    expect(faultsOf(shape, applied("ns#Cty"))).toEqual([
      "b.json:2:1 error TIN0023 ns#Cty: Traits are applied to ns#Cty, which doesn't exist. Nearest: ns#City.",
    ]);
    expect(faultsOf(shape, applied("ns#City$nam"))).toEqual([
      "b.json:2:1 error TIN0023 ns#City$nam: Traits are applied to ns#City$nam, which doesn't exist. Nearest: ns#City$name.",
    ]);
  });
});

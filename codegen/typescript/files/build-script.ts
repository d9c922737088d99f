import type { File } from "../../output/file.ts";
import { fits } from "../layout.ts";
import { platformFields } from "../platform-files.ts";
import { SELDOM_USED } from "../support-files.ts";
import { render } from "../templates.ts";
import template from "./build-script.hbs";

/**
 * `build.mjs`: what the compiler doesn't do. A bundler asks the nearest `package.json` about a module, which for CommonJS
 * is the one that this script writes: it names the file that stands in for `index.js` in browsers and in React Native.
 */
export const buildScript = (sourceFiles: readonly File[]): File => {
  const fields = Object.entries(platformFields(sourceFiles, "."));
  const entryOf = (field: string): string => (field === "browser" ? "index.browser.js" : "index.native.js");
  const standIns = fields.map(([field]) => [field, { "./index.js": `./${entryOf(field)}` }]);
  return {
    path: "build.mjs",
    text: render(template, {
      seldomUsed: arrayLiteral(
        SELDOM_USED.flatMap((name) =>
          sourceFiles.some(({ path }) => path === `src/support/${name}.ts`) ? [`./support/${name}.js`] : [],
        ),
        "const seldomUsed = ",
      ),
      manifest: objectLiteral({ type: "commonjs", sideEffects: false, ...Object.fromEntries(standIns) }),
      platforms: objectLiteral({
        "index.js": {},
        ...Object.fromEntries(fields.map(([field, modules]) => [entryOf(field), modules])),
      }),
    }),
  };
};

/** JSON as a formatter has it in JavaScript: no quotation marks around `type`, a comma behind the last of each object. */
const objectLiteral = (value: object): string =>
  JSON.stringify(value, null, 2)
    .replace(/^( +)"([A-Za-z]+)":/gm, "$1$2:")
    .replace(/([^{,])\n/g, "$1,\n");

/** The same for texts in a list, on one line where that is short enough with what stands before it. */
const arrayLiteral = (items: readonly string[], before: string): string => {
  const texts = items.map((item) => JSON.stringify(item));
  const line = `[${texts.join(", ")}]`;
  return fits(`${before}${line};`) ? line : `[\n${texts.map((text) => `  ${text},\n`).join("")}]`;
};

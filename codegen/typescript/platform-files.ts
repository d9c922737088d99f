import type { File } from "../output/file.ts";
import { byCodeUnits } from "../smithy/order.ts";

/** Which module stands in for which where a package is bundled, by the names of the fields of `package.json`. */
export interface PlatformFields {
  readonly browser?: Readonly<Record<string, string>>;
  readonly "react-native"?: Readonly<Record<string, string>>;
}

/**
 * The `browser` and `react-native` fields for modules below `folder`: `runtimeConfig.js` is `runtimeConfig.browser.js`
 * in browsers, and in React Native `runtimeConfig.native.js`, or the one for browsers where there is no other.
 * https://github.com/defunctzombie/package-browser-field-spec
 *
 * @param sources the files of the package; a `src/NAME.browser.ts` or `src/NAME.native.ts` beside a `src/NAME.ts` counts
 * @param folder `./dist-es`, or `.` for a `package.json` inside of the folder
 */
export const platformFields = (sources: readonly File[], folder: string): PlatformFields => {
  const modules = new Set(sources.flatMap(({ path }) => /^src\/(.+)\.ts$/.exec(path)?.[1] ?? []));
  const standIns = (...suffixes: readonly string[]): readonly [string, string][] =>
    [...modules].sort(byCodeUnits).flatMap((module): [string, string][] => {
      const suffix = suffixes.find((candidate) => modules.has(module + candidate));
      return suffix === undefined ? [] : [[`${folder}/${module}.js`, `${folder}/${module}${suffix}.js`]];
    });
  const browser = standIns(".browser");
  const native = standIns(".native", ".browser");
  return {
    ...(browser.length > 0 && { browser: Object.fromEntries(browser) }),
    ...(native.length > 0 && { "react-native": Object.fromEntries(native) }),
  };
};

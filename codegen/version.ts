import { readFileSync } from "node:fs";

/** Tinsmith's version. Sources and bundle alike lie in a folder beside `package.json`. */
export const version = (): string => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
};

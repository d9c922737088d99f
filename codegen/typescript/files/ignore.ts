import type { File } from "../../output/file.ts";

/** `.gitignore`: what is built or installed in the package is made anew, not kept, and what it depends on is its user's to pin. Has no say over what is published. */
export const ignoreFile = (): File => ({
  path: ".gitignore",
  text: "dist-cjs/\ndist-es/\nnode_modules/\npackage-lock.json\n",
});

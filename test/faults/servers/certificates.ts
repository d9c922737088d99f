import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A key and the certificate that it signed itself, as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate of 127.0.0.1 that a client may trust, one of the same address that nobody knows, and one that is
 * trusted and belongs to another host. Made anew each time, so that no key is kept; undefined where there is no
 * `openssl`.
 */
export const identities = (): Readonly<Record<"trusted" | "unknown" | "elsewhere", Identity>> | undefined => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-tls-"));
  const make = (name: string, alternative: string): Identity => {
    const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const about = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${alternative}`, "-days", "2"];
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    execFileSync("openssl", ["req", "-x509", ...curve, ...about, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  };
  try {
    return {
      trusted: make("trusted", "IP:127.0.0.1"),
      unknown: make("unknown", "IP:127.0.0.1"),
      elsewhere: make("elsewhere", "DNS:elsewhere.example"),
    };
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

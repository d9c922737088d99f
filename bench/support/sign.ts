import { createHash, createHmac } from "node:crypto";

/** Keys of the calls that are signed. They open nothing. */
export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret/of+nobody" } as const;

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A request without a query. Names of headers are in lower case and `host` is among them. */
export interface SignableRequest {
  readonly method: string;
  /** As it is sent: escaped, no `.` and no empty segment in it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** `encodeURIComponent` leaves out five characters that RFC 3986 reserves. */
const escapeUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Signature Version 4 with nothing but `node:crypto`: what a signed request costs at least. The key of a day is derived
 * once. Gives the request's headers and those that sign it.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const signerOf = (
  { accessKeyId, secretAccessKey }: Credentials,
  region: string,
  service: string,
): ((request: SignableRequest, now?: Date) => Record<string, string>) => {
  let day = "";
  let key: Buffer = Buffer.alloc(0);
  return ({ method, path, headers, body }, now = new Date()) => {
    const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const today = time.slice(0, 8);
    if (today !== day) {
      day = today;
      key = [day, region, service, "aws4_request"].reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));
    }
    const payload = sha256(body);
    const signed: Record<string, string> = { ...headers, "x-amz-date": time, "x-amz-content-sha256": payload };
    const names = Object.keys(signed).sort();
    const list = names.join(";");
    const values = names.map((name) => `${name}:${signed[name]?.replace(/\s+/g, " ").trim()}\n`).join("");
    const canonicalPath = path === "/" ? path : path.split("/").map(escapeUri).join("/");
    const canonical = `${method}\n${canonicalPath}\n\n${values}\n${list}\n${payload}`;
    const scope = `${today}/${region}/${service}/aws4_request`;
    const signature = createHmac("sha256", key)
      .update(`${ALGORITHM}\n${time}\n${scope}\n${sha256(canonical)}`)
      .digest("hex");
    signed["authorization"] =
      `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`;
    return signed;
  };
};

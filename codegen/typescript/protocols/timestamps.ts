/** The function of support file `timestamps` that writes each format. */
export const timestampWriters = {
  "epoch-seconds": "epochSeconds",
  "date-time": "dateTime",
  "http-date": "httpDate",
} as const;

/** The function of support file `timestamp-readers` that reads each format. */
export const timestampReaders = {
  "epoch-seconds": "readEpochSeconds",
  "date-time": "readDateTime",
  "http-date": "readHttpDate",
} as const;

/** `split` of the rules language: all parts for a limit of 0, else at most `limit`, the last with all that is left. */
export const splitString = (text: string, delimiter: string, limit: number): string[] => {
  const parts = text.split(delimiter);
  if (limit === 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(delimiter)];
};

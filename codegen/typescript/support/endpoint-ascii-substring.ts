/** `substring` of the rules language: undefined for a text that is too short or not ASCII. */
export const asciiSubstring = (text: string, start: number, end: number, reverse = false): string | undefined => {
  if (start >= end || text.length < end) return undefined;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return undefined;
  return reverse ? text.slice(text.length - end, text.length - start) : text.slice(start, end);
};

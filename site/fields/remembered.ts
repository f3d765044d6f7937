/**
 * Answers the same about a text without looking twice: files say a few things many times, and some take long to look at.
 *
 * @param find depends on the text alone
 */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, find(text));
    return known.get(text) as T;
  };
}

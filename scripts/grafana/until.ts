/** Checks again every second until it is so; an error means that it is not so yet. */
export async function until(what: string, seconds: number, check: () => Promise<boolean>, pause = 1000): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

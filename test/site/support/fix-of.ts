/** What a refused value is to be replaced with. */
export function fixOf({ error }: { error?: { issues: { message: string }[] } | undefined }): string {
  return JSON.parse(error?.issues[0]?.message ?? '{}').fix;
}

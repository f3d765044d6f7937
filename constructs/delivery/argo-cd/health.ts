/**
 * Health of an Application inside another, which Argo CD itself no longer judges since 1.8: without this rule no wave of
 * Applications waits for the one before it.
 *
 * An Application that was never synced reports `Healthy` as long as it is empty; only one with a history counts.
 */
export const APPLICATION_HEALTH = `hs = {}
hs.status = "Progressing"
hs.message = ""
if obj.status ~= nil and obj.status.health ~= nil and obj.status.history ~= nil then
  hs.status = obj.status.health.status
  if obj.status.health.message ~= nil then
    hs.message = obj.status.health.message
  end
end
return hs
`;

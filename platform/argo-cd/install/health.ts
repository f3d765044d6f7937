/**
 * Health of an Application inside another, which Argo CD itself no longer judges since 1.8: without this rule no wave of
 * Applications waits for the one before it.
 *
 * An Application that was never synced reports `Healthy` as long as it is empty; only one with a history counts, or one
 * that found everything as git has it and so has nothing to sync: one that was deleted without its objects and made again.
 */
export const APPLICATION_HEALTH = `hs = {}
hs.status = "Progressing"
hs.message = ""
local status = obj.status or {}
local synced = status.history ~= nil or (status.sync ~= nil and status.sync.status == "Synced")
if status.health ~= nil and synced then
  hs.status = status.health.status
  if status.health.message ~= nil then
    hs.message = status.health.message
  end
end
return hs
`;

/**
 * Health of the definition of a kind: ill only when the API server refuses its names.
 *
 * Argo CD's own rule calls a definition `Degraded` during the second in which the API server establishes it. The sync
 * that waits for it then fails and backs off: 26 to 220 s of a first day (measured 2026-11-27).
 */
export const DEFINITION_HEALTH = `hs = {}
hs.status = "Progressing"
hs.message = "not established yet"
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    if condition.type == "NamesAccepted" and condition.status == "False" then
      hs.status = "Degraded"
      hs.message = condition.message
      return hs
    end
    if condition.type == "Established" and condition.status == "True" then
      hs.status = "Healthy"
      hs.message = "established"
    end
  end
end
return hs
`;

/**
 * Health of what starts by the clock, and of the template of a task: well as long as it is there.
 *
 * Argo CD's own rule calls it `Degraded` after a run that failed. A release of a service whose last nightly run failed,
 * perhaps the one that corrects it, could then never end: old variables go last, when everything else is well. Alerts
 * tell of such runs.
 */
export const CRON_JOB_HEALTH = `hs = {}
hs.status = "Healthy"
hs.message = "alerts tell of runs that failed"
return hs
`;

/**
 * Health of what hands a part of the API on to a pod: well as soon as it is there.
 *
 * It lies with the namespaces, and its pod in a folder that comes later and has a health of its own. A sync that removes
 * something last waits for all that it has applied, and would hold up every namespace as long as that pod is down.
 */
export const API_SERVICE_HEALTH = `hs = {}
hs.status = "Healthy"
hs.message = ""
return hs
`;

/**
 * Health of an Ingress: well as soon as it is there.
 *
 * Argo CD's own rule waits for an address in its status, and here no controller writes one: both know a single address
 * for all Ingresses, which is wrong for those of hosts at home.
 */
export const INGRESS_HEALTH = `hs = {}
hs.status = "Healthy"
hs.message = ""
return hs
`;

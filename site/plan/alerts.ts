/** The names of the alerts that sites have without stating them. */
export const PLATFORM_ALERTS = [
  ...['Watchdog', 'NotificationsFailing', 'RulesFailing', 'TooManySeries', 'LogsMissing', 'TargetDown', 'PartMissing'],
  ...['NodeMemoryLow', 'NodeCpuBusy', 'NodeDiskFilling', 'NodeClockOff'],
  ...['VolumeFilling', 'VolumeFullSoon', 'MetricsDiskOverPlan'],
  ...[
    'PodCrashLooping',
    'PodNotRunning',
    'PodEvicted',
    'ContainerOutOfMemory',
    'DeploymentIncomplete',
    'StatefulSetIncomplete',
    'DaemonSetIncomplete',
    'JobFailed',
  ],
  ...['CertificateEndsSoon', 'CertificateNotReady', 'ApplicationOutOfSync', 'ApplicationUnhealthy'],
  ...['NodeNearlyFull', 'BlockVolumesCost', 'HomeTunnelDown', 'HomeTargetDown', 'HomeServiceDown'],
  ...['FreeTierReclaimRisk', 'GatewayDown', 'GatewayUnwatched', 'GatewayMayBeReclaimed'],
] as const;

/** The names of the alerts that every service of a team may have without stating them. */
export const SERVICE_ALERTS = [
  ...[
    'ServiceDown',
    'ServiceNotReady',
    'ServiceRestarting',
    'ServiceUnmeasured',
    'ServiceWarmsSlowly',
    'ServiceNotWarm',
  ],
  ...['ReleaseStuck', 'QuotaRefusesPods', 'ImageMissing', 'ConfigMissing', 'CronLate', 'CronFailed'],
  ...['ServiceThrottled', 'MemoryNearLimit', 'OutOfMemory', 'ServiceErrors', 'ServiceSlow'],
] as const;

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

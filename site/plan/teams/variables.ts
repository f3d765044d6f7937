/** Variables that every process of a service has: the port of the service, where it has one, and its environment. */
export const GIVEN = ['PORT', 'ENVIRONMENT'] as const;

export { ApiIdentity, type ApiIdentityProps, type Permission } from './api-identity.ts';

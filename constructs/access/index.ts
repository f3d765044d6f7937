export { OwnNamespace, type OwnNamespaceProps } from './own-namespace.ts';
export { User, type UserProps } from './user.ts';

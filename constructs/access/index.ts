export { User, type UserProps } from './user.ts';

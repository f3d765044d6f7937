export { HomeService } from './home-service.ts';
export type { HomeServiceProps } from './home-service-props.ts';

export { commonDashboards, type Dashboard, homeDashboard } from './dashboard.ts';
export { DashboardServer, type DashboardServerProps } from './dashboard-server.ts';
export type { DashboardSignIn, SignIn } from './sign-in.ts';

export { stopSharedN8n as default } from './globalSetup';

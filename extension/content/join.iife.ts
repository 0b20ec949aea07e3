import { watchJoinPage } from './join.ts';

watchJoinPage(document);

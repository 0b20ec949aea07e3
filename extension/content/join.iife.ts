import { joinPageHold } from './hold-join-page.ts';
import { watchJoinPage } from './join.ts';

watchJoinPage(document, joinPageHold(document, crypto.randomUUID()));

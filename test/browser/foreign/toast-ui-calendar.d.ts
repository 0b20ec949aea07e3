/** What we use of it. Its own types lie where its package.json lets nobody find them (2.1.3). */
declare module '@toast-ui/calendar' {
  export default class Calendar {
    constructor(place: string, options: object);
    setDate(day: Date): void;
    createEvents(events: readonly object[]): void;
    openFormPopup(event: object): void;
  }
}

/** What a browser itself says of its requests, the same for both browsers. */
export interface LoggedRequest {
  url: string;
  /** The origin whose document or worker asked for it, as the browser names it; empty where it names none. */
  initiator: string;
}

export interface BrowserLog {
  requests: readonly LoggedRequest[];
  /** Names that the browser asked its resolver for. */
  names: readonly string[];
  /** "address:port" that the browser opened a TCP connection to; null where the log does not tell. */
  connected: readonly string[] | null;
}

/** The extension at the other end of a page. */
export interface Host<To, State> {
  postMessage(message: To): void;
  /** What the page is given again after the window was closed. */
  getState(): State | undefined;
  setState(state: State): void;
}

declare const acquireVsCodeApi: () => unknown;

/** To be called once a page. */
export const hostOf = <To, State>(): Host<To, State> => acquireVsCodeApi() as Host<To, State>;

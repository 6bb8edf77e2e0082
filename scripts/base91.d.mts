/** The bytes as printable text. */
export declare const encoded: (bytes: Uint8Array) => string;
/** The bytes of a text that `encoded` made, one more behind them perhaps. */
export declare const decoded: (text: string) => Uint8Array;

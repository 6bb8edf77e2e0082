import {
  type Connection,
  type MessageActionItem,
  MessageType,
  ShowMessageRequest,
  type ShowMessageRequestParams,
} from 'vscode-languageserver';

/** Shows a message with some answers; gives the one that was taken, null where none was, or where the editor cannot ask. */
export const ask = async (
  connection: Pick<Connection, 'sendRequest'>,
  message: string,
  answers: readonly string[],
): Promise<string | null> => {
  const actions = answers.map((title) => ({ title }));
  const params: ShowMessageRequestParams = { type: MessageType.Info, message, actions };
  try {
    return (await connection.sendRequest<MessageActionItem | null>(ShowMessageRequest.method, params))?.title ?? null;
  } catch {
    return null;
  }
};

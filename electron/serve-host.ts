/** Answers the calls of the contract: only those of our own page, and only with arguments of the right shape and size. */
import { ipcMain, type WebContents } from 'electron';
import { hostChecks, hostMethods, type HostCalls, type HostMethod } from '#shared/host/contract.ts';
import { channelOf } from './channel.ts';
import { isTrustedSender } from './security.ts';

export type HostAnswers = {
  readonly [Method in HostMethod]: (
    ask: HostCalls[Method]['ask'],
    asker: WebContents,
  ) => Promise<HostCalls[Method]['answer']>;
};

export function serveHost(answers: HostAnswers): void {
  for (const method of hostMethods) serve(method, answers[method]);
}

function serve<Method extends HostMethod>(method: Method, answer: HostAnswers[Method]): void {
  ipcMain.handle(channelOf(method), async (event, ...sent: ReadonlyArray<unknown>) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error(`${method}: asked by a page that is not Packhorse's own`);
    const ask = hostChecks[method](sent[0]);
    if (!ask.ok || sent.length > 1) throw new Error(`${method}: asked with something it does not take`);
    return answer(ask.value, event.sender);
  });
}

/** The calls of the host contract that the local server answers; saving files is done by the page itself. */
import type { IncomingMessage } from 'node:http';
import { hostChecks, type HostAbout, type PrintAnswer, type PrintJob } from '#shared/host/contract.ts';
import type { RefusalReason } from './refusal.ts';

export interface LocalCalls {
  readonly about: () => HostAbout;
  readonly printHtml: (job: PrintJob) => Promise<PrintAnswer>;
}

export type CallOutcome =
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly reason: RefusalReason };

/** Most bytes of a request; a document to print is the largest thing sent. */
const largestBody = { about: 1024, printHtml: 96 * 1024 * 1024 } as const;

function isLocalCall(name: string): name is keyof typeof largestBody {
  return Object.hasOwn(largestBody, name);
}

export async function answerCall(calls: LocalCalls, name: string, request: IncomingMessage): Promise<CallOutcome> {
  if (!isLocalCall(name)) return refused('unknownCall');
  const body = await readBody(request, largestBody[name]);
  if (body === null) return refused('tooLarge');
  const ask = parsed(body);
  if (name === 'about') {
    return hostChecks.about(ask).ok ? { type: 'json', value: calls.about() } : refused('wrongArguments');
  }
  const job = hostChecks.printHtml(ask);
  if (!job.ok) return refused('wrongArguments');
  const answer = await calls.printHtml(job.value);
  return answer.type === 'printed' ? { type: 'bytes', bytes: answer.pdf } : { type: 'json', value: answer };
}

function refused(reason: RefusalReason): CallOutcome {
  return { type: 'refused', reason };
}

async function readBody(request: IncomingMessage, most: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What is not JSON is nothing we know, and the call's own check turns it away. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return Symbol('not JSON');
  }
}

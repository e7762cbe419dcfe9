/** How the local server turns a request away: in words, for an officer may be looking at them. */

export type RefusalReason =
  | 'wrongHost'
  | 'codeUsed'
  | 'noSession'
  | 'otherSite'
  | 'otherOrigin'
  | 'notOurPage'
  | 'wrongMethod'
  | 'unknownCall'
  | 'wrongArguments'
  | 'tooLarge'
  | 'outside'
  | 'missing'
  | 'failed';

const answers: Readonly<Record<RefusalReason, readonly [status: number, words: string]>> = {
  wrongHost: [421, 'Packhorse answers only at its own address on this computer.'],
  codeUsed: [
    403,
    'This address has been used already or is too old. Your work is safe. Start Packhorse again to open a window.',
  ],
  noSession: [
    401,
    'This window belongs to an earlier start of Packhorse. Your work is safe. Close the window and start Packhorse again.',
  ],
  otherSite: [403, 'Packhorse does not answer other sites.'],
  otherOrigin: [403, 'Packhorse does not answer other sites.'],
  notOurPage: [403, "Packhorse answers only its own page's calls."],
  wrongMethod: [405, 'Packhorse does not answer this kind of request.'],
  unknownCall: [404, 'There is no such call.'],
  wrongArguments: [400, 'What was sent is not what this call takes.'],
  tooLarge: [413, 'What was sent is larger than this call takes.'],
  outside: [403, 'This file is not part of Packhorse.'],
  missing: [404, 'This file is not part of Packhorse.'],
  failed: [500, 'Packhorse could not do this. Your work is safe. Close the window and start Packhorse again.'],
};

export function refusalAnswer(reason: RefusalReason): { readonly status: number; readonly words: string } {
  const [status, words] = answers[reason];
  return { status, words };
}

/** A page that shows the words, for a window that was to show the app. */
export function refusalPage(words: string): string {
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Packhorse</title><main><h1>Packhorse</h1><p>${words}</p></main></html>`;
}

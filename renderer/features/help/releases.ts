/** What each release brought. */

export interface Release {
  readonly version: string;
  readonly news: ReadonlyArray<string>;
}

/** What is new, in officers’ words, the latest first. */
export const releases: ReadonlyArray<Release> = [
  {
    version: '0.6.0',
    news: [
      'Risks: a register on a STORM matrix of your own, with the tolerance line drawn on it, scenarios in three parts, controls, and the Management Action Plan.',
      'Review it each quarter one risk at a time, beside what the last review said. Frozen, a review is kept for good; a mistake is put right by a review that corrects it.',
      'Compare any two reviews: each risk once, with totals that add up, what crossed the line, and what is newly overdue.',
      'The Risk Report is a PDF that goes into a meeting’s pack in one step, with exempt risks left out of the public edition.',
      'Work in the register as in a spreadsheet, take it out to Excel, and bring your council’s own register in from Excel or CSV, row by row before anything changes.',
      'Hold the yearly workshop on cards and votes, and the annual assessment with ratings made blind.',
      'Today tells of reviews due, actions overdue, and risks without an owner or a plan.',
      'Large bundles are made, taken in and undone without the window standing still.',
    ],
  },
  {
    version: '0.5.0',
    news: [
      'Bundles come in half as fast again, and one that you have already is known at once.',
      'Look through bundles of any size field by field; long lists of changes and decisions scroll without a pause.',
      '“Decide” at the head of a meeting, paper, body or partner leads to that very decision.',
      'Notices stand below the page and cover nothing on it.',
      'A disk that runs full while Packhorse is saving costs nothing: what was saved stays, and saving goes on once there is room.',
    ],
  },
  {
    version: '0.4.0',
    news: [
      'Packhorse backs itself up every day and before each import, and reads each backup back. Settings shows the passphrase; write it down.',
      'Have the backups copied to a stick or a shared folder too, under Settings and backup.',
      'Should the workspace ever be gone from this laptop, the first page brings the newest backup back.',
      'A laptop brought back from an older state, or copied, goes on under a name of its own, and nothing is lost.',
      'Send a bundle in parts below a size: “Largest file size” under Share and receive. Parts can be opened in any order.',
      'Before you take changes in, see each field as it is and as it would be, and decide there what stands where two people wrote differently.',
      'Texts that were edited side by side are named. Meetings, papers, bodies and partners say at the top what is to be decided.',
      'Answer a colleague’s request for what is missing with one press.',
      'History says which laptop signed each change, and checks the whole of it again when you ask.',
      'A file that is still arriving in the shared folder hides no other, and Packhorse says so when the folder is out of reach.',
      'Making and opening a bundle show how far they are, and can be cancelled. Large bundles come in three times as fast.',
      'Search finds what a colleague wrote long ago as soon as it has come in.',
    ],
  },
  {
    version: '0.3.0',
    news: [
      'Share one workspace among several laptops by files alone: make a bundle, open a colleague’s, see what will change, apply.',
      'Choose a shared folder once: Packhorse puts your changes there and offers what others have put.',
      'Ask for what is missing, and export the audit trail of everything ever done.',
      'Back up everything into one locked file, rehearse a restore, and restore on a new laptop.',
      'See and search the word list in Settings. Papers left out of a pack are named on its agenda.',
      'What two people changed at once is shown side by side, and decided once for everybody.',
      'Undo a whole import, and see which laptops hold what.',
      'Comment on words of a paper, answer, resolve; nobody’s comments are ever printed.',
      'Suggest changes instead of making them: each is accepted or rejected, one by one or all together.',
      'Name a version of a paper, find it by its name, and compare any two versions word by word.',
      'Pages larger than A4 are made smaller to fit it in a pack; A3 stays A3.',
      'Page numbers and other stamps are printed in a font that is part of the pack.',
    ],
  },
  {
    version: '0.2.0',
    news: [
      'Check before issue names what is missing, who cannot read it, what is dropped from files, and how long the pack is.',
      'Issue pack keeps the pack for good, with a list of what is in it and a proof of each part.',
      'Late and replaced papers go into supplements that number on; a consolidated pack puts all of it together.',
      'The restricted pack has an agenda and an access list of its own.',
      'Notes and marks stay with the words they are on, for you alone or for everybody, and can be saved in a copy.',
      'Small pages beside the large ones, and the pack opens where you left off. Print one item by itself.',
      'Find and replace in a paper, and checks that name what readers would stumble over.',
      'Spelling is checked as you write, in British English and without a network. F7 goes to the next mistake.',
      'A picture’s description can be changed after it was added.',
      'Footnotes are numbered by themselves, printed at the end of the paper, and go to Word and back as real ones.',
      'Statutory comments say when the recommendations have changed since they were given.',
      'Bring reports in from Word, take papers to Word, and paste from Word and Excel without their styling.',
      'Locked PDFs can be attached: you are asked for the password, and the file as it came is kept.',
      'Damaged PDFs are repaired where they can be; signed files and Adobe forms come with a warning.',
      'Make smaller shrinks scans to what print needs.',
      'Papers is now a register you work in like a spreadsheet: type to find, Enter to edit, change many at once, take it to Excel.',
      'The forward plan shows who owes what for which meeting, and what last year’s meeting had that this one has not.',
      'See how late papers are, author by author.',
      'Look round the sample at any time from Settings; your own work is not touched.',
    ],
  },
  {
    version: '0.1.0',
    news: [
      'Plan meetings, and see when papers are due, with bank holidays and your own closure days.',
      'Draw up agendas with sub-items and restricted items, in any order.',
      'Write papers from a report template, or bring in PDFs and pictures.',
      'Build a board pack with bookmarks, links and one run of page numbers.',
      'Undo anything, even after a restart, and see the history of every record.',
      'Keep bodies, seats, deputies, organisations and people.',
      'Try it all in the sample, and leave it without a trace.',
    ],
  },
];

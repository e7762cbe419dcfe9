/** The guides, in plain words: what an officer wants to do, and how. */

export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly steps: ReadonlyArray<string>;
  /** What else is good to know. */
  readonly after: ReadonlyArray<string>;
}

export const guides: ReadonlyArray<Guide> = [
  {
    id: 'five-minutes',
    title: 'Your first five minutes',
    intro: 'From nothing to a board pack. If you only want to look round, open the sample instead.',
    steps: [
      'Open Partners and bodies and choose Add body. Give your board its name and its seats.',
      'Open Meetings and choose Plan a meeting. Enter the date, the time and the place.',
      'On the meeting, choose Add item for each item. Standing items are there already if the body has them.',
      'On an item, choose Add paper to write one here, or Attach files to bring in PDFs.',
      'Choose Build pack, look at the preview, then choose Save PDF.',
    ],
    after: ['You never press Save. Each field is saved when you pause or leave it.'],
  },
  {
    id: 'planning',
    title: 'Plan a meeting',
    intro: 'The date decides everything else, so Packhorse works out the deadlines from it.',
    steps: [
      'Choose Plan a meeting, or press Ctrl N on the Meetings page.',
      'Type the date as you would write it: 10/12/26, 10 Dec, or next Thu.',
      'Read when papers must go to partners and to the Chair. Weekends, bank holidays and your closure days are left out.',
      'Choose what the agenda starts from: standing items, the last agenda, or nothing.',
    ],
    after: [
      'A meeting on a weekend or a bank holiday is allowed, with a reason. The reason is kept.',
      'If the two deadlines leave partners no time to comment, Packhorse says so and proposes an earlier day.',
      'How many days each body works to is set on the body, under Deadlines and closures.',
    ],
  },
  {
    id: 'agenda',
    title: 'Draw up the agenda',
    intro: 'Each item says what it is for: a decision, a discussion, or something to note.',
    steps: [
      'Choose Add item and give it a title, a lead and the minutes allowed.',
      'Put items in order by dragging, by Alt Shift ↑ and ↓, or by the item’s own menu.',
      'To put an item under another, use Alt Shift → or its menu.',
      'Watch the running total beside the agenda’s title: it says when the meeting would overrun.',
    ],
    after: [
      'An item kept from the public needs a ground and a reason. You may add them later, but before the pack is issued.',
      'Items are numbered by their place until the pack is issued. Move one, and the others follow.',
    ],
  },
  {
    id: 'papers',
    title: 'Write or bring in papers',
    intro: 'A paper is written here from the report template, or comes as a file from somebody else.',
    steps: [
      'Choose Add paper to write one. The template’s headings are there, with a word on what belongs under each.',
      'Choose Attach files, or drop files on an item, to bring in PDFs and pictures. Several at once is fine.',
      'When a newer file comes, attach it to the same paper. The older one is kept.',
      'Mark each paper as it goes: draft, ready, cleared. Issuing is done for the whole pack.',
    ],
    after: [
      'For a locked file you are asked for its password; the file as it came is kept. A damaged one is repaired where it can be.',
      'A report written in Word can be brought in with Import from Word: you are told what is left behind before anything changes.',
      'Press Ctrl F in the text to find words, and to put others in their place.',
      'Checks, beside the text, names what readers would stumble over: pictures without description, links that say nothing.',
      'Earlier versions of the text are in the paper’s history, and any of them can be brought back.',
    ],
  },
  {
    id: 'pack',
    title: 'Build the board pack',
    intro: 'One PDF with a cover, the agenda, and every paper in its place.',
    steps: [
      'Open the meeting and choose Build pack.',
      'Read what is missing. You may build all the same, or leave a paper out.',
      'Choose Build pack. You can go on working meanwhile, and Cancel leaves nothing half-made.',
      'Look at the preview, then choose Save PDF or print it.',
    ],
    after: [
      'Pages are numbered from 1 on the cover. The number printed, the number in the PDF and the page you count are the same.',
      'Each line of the agenda leads to its paper, and each paper has a bookmark.',
      'Landscape pages and pages turned by a scanner are upright.',
    ],
  },
  {
    id: 'issue',
    title: 'Issue the pack, and what comes after',
    intro: 'Issuing keeps the pack for good, as members were given it. Nothing is sent: you give it out yourself.',
    steps: [
      'On the pack, choose Check before issue. Put right what is marked red: papers not cleared, grounds not given.',
      'Choose Issue pack. The last page lists what is in it, with a proof of each part.',
      'When a late paper comes, clear it and choose Make supplement. Its pages go on from the last number.',
      'To correct a paper that was issued, open it and choose Begin a new version. Clear it, and make a supplement.',
      'Choose Make consolidated pack for everything issued so far in one file.',
    ],
    after: [
      'No page number is used twice. The agenda issued again says what is new, and which pages are superseded.',
      'Agenda items keep their numbers once issued; new items come last.',
      'The restricted pack has pages R1, R2 and so on, an agenda and an access list of its own. Nothing of it is in the public one.',
      'An issued pack cannot be undone or changed.',
    ],
  },
  {
    id: 'notes',
    title: 'Read the pack, and make notes',
    intro: 'Notes belong to the paper and to the words they are on, not to a place in a file.',
    steps: [
      'Select some words on a page and choose Add note. Without a selection the note is on the page.',
      'Leave “For me alone” on, and the note never leaves this laptop. Turn it off, and colleagues see it.',
      'Open Notes to see all of them, to go to one, to change it or to remove it.',
    ],
    after: [
      'When a paper is replaced, notes go with their words. Where those words are gone, the note is listed under Unplaced.',
      'The pack opens where you left off.',
      'To give your notes to somebody without Packhorse, choose Save a copy with notes. Private ones go in only if you say so.',
      'To print one item, choose Print, then One item or paper.',
    ],
  },
  {
    id: 'bodies',
    title: 'Set up bodies, seats and people',
    intro: 'A body is anything that meets. Its seats belong to organisations, and people hold them.',
    steps: [
      'Open Partners and bodies, and choose Add body.',
      'Add its seats. Type the member’s name: if the person is new, they are added to your people.',
      'Name one deputy for each seat. The deputy sits while the member is away.',
      'Tick what each seat counts as, such as Chair or Health. The quorum is worked out from it.',
    ],
    after: [
      'One person has one seat on a body, as member or as deputy. Packhorse says so if you try to give them two.',
      'A body with meetings cannot be removed, so that no meeting is left without a home.',
    ],
  },
  {
    id: 'undo',
    title: 'Undo, history and the bin',
    intro: 'Nothing you do here is final.',
    steps: [
      'Press Ctrl Z, or Undo at the top, to take back the last thing you did. It says what that was.',
      'Press Ctrl Y, or Redo, to bring it back.',
      'Open History to see who did what, when and why. Each record has a history of its own.',
      'Open Settings to find what you deleted in the last 30 days, and choose Bring back.',
    ],
    after: [
      'Undo still works after Packhorse has been closed and opened again.',
      'What a colleague has changed since is left as it is, and you are told.',
    ],
  },
  {
    id: 'safe',
    title: 'What is safe, and what is not',
    intro: 'Your work is on this laptop and nowhere else.',
    steps: [
      'What you type is saved within a second of a pause. The top of the window says so.',
      'If the laptop stops in mid-sentence, you lose that sentence at most.',
      'If the disk is full, you are told at once, and what was saved before is safe.',
      'If the laptop is lost, the work is lost with it. Keep saved packs in your organisation’s shared folder, and ask your IT team to back up this laptop.',
    ],
    after: ['Packhorse sends nothing anywhere. It needs no network and no account.'],
  },
  {
    id: 'seeing',
    title: 'Larger text, keyboard and screen readers',
    intro: 'Everything works by keyboard alone, and at any text size.',
    steps: [
      'Open Settings, and choose a text size up to 200 %.',
      'Choose Atkinson Hyperlegible if letters look too much alike.',
      'Press Ctrl K and type what you want: a meeting, a paper, or something to do.',
      'Anything that can be dragged can also be moved from its menu.',
    ],
    after: ['Packhorse follows your laptop’s settings for strong contrast and for less motion.'],
  },
];

export interface Definition {
  readonly term: string;
  readonly meaning: string;
}

export const definitions: ReadonlyArray<Definition> = [
  {
    term: 'Board pack',
    meaning: 'The cover, the agenda and all papers of one meeting, in one PDF whose pages are numbered from 1.',
  },
  {
    term: 'Clear working days',
    meaning:
      'Whole working days between two days, neither of which is counted. Papers that reach the Chair on Monday for a meeting on Friday give three: Tuesday, Wednesday and Thursday.',
  },
  {
    term: 'Closure day',
    meaning: 'A day on which your office is closed though it is no bank holiday. It is not counted as a working day.',
  },
  {
    term: 'Exempt',
    meaning:
      'Kept from the public, on a ground that the law gives (Schedule 12A to the Local Government Act 1972) or because the Chair has ruled so. There must be a reason why keeping it private matters more than openness.',
  },
  {
    term: 'Issued',
    meaning: 'Sent to members. A paper that has been issued is not changed; a newer one is sent beside it.',
  },
  {
    term: 'Named deputy',
    meaning: 'The one person who sits in a member’s seat while the member is away.',
  },
  {
    term: 'Quorum',
    meaning:
      'The fewest seats that must be filled for a meeting to decide anything. A seat counts once, whether the member or the deputy sits in it.',
  },
  { term: 'Seat', meaning: 'An organisation’s place at the table of a body.' },
  { term: 'Standing item', meaning: 'An item that is on every agenda of a body, such as apologies for absence.' },
  {
    term: 'Workspace',
    meaning: 'Everything you keep in Packhorse: partners, meetings, papers and their history.',
  },
];

export interface Release {
  readonly version: string;
  readonly news: ReadonlyArray<string>;
}

/** What is new, in officers’ words, the latest first. */
export const releases: ReadonlyArray<Release> = [
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

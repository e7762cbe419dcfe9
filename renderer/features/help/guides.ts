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
    id: 'risks',
    title: 'Keep the risk register and review it',
    intro: 'What might stop the partnership, where each risk stands on the matrix, and what is done about it.',
    steps: [
      'Open Risks and set up a register for your board. Choose the scheme: STORM with six likelihoods and four impacts, or another.',
      'Choose Add risk. Write what exposes you, what may happen, and what would follow. Then name one owner and open it.',
      'On the risk’s page rate it on the matrix: as it stands, and where it should come to. Add the controls in place and the actions still to be done.',
      'Every three months choose Start review. Go through the risks one by one: same, better or worse, with the reason. Ctrl Enter confirms and goes on.',
      'Choose Check and freeze. What is missing is listed with the way to it. Then choose Freeze review.',
      'Open Report, look at the pages, and choose Add to meeting.',
    ],
    after: [
      'The heavy line on the matrix is the tolerance line. Edit scheme moves it; ratings stay where they are.',
      'Ratings are cells such as C-II. Nothing is multiplied or averaged.',
      'An action is put off only with a reason, and its first date stays in sight.',
      'A register you have already, in Excel or CSV, comes in under Register, Import from a spreadsheet.',
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

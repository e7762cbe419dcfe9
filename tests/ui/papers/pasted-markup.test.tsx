import { expect, test } from 'vitest';
import { headersFromExcel, listsFromWord, tidyPasted } from '#renderer/features/papers/pasted-markup.ts';

function read(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = tidyPasted(html);
  listsFromWord(root);
  headersFromExcel(root);
  return root;
}

const item = (depth: number, mark: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${depth} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

test('Word’s paragraphs that look like lists become lists, one within another', () => {
  const root = read(
    `<p class=MsoNormal>Before</p>${item(1, '1.', 'First')}${item(2, '·', 'Beneath')}${item(2, '·', 'And this')}${item(1, '2.', '<b>Second</b>')}<p class=MsoNormal>After</p>`,
  );
  expect([...root.children].map(({ tagName }) => tagName)).toEqual(['P', 'OL', 'P']);
  const list = root.querySelector('ol')!;
  expect([...list.children].map((entry) => entry.querySelector('p')?.textContent?.trim())).toEqual(['First', 'Second']);
  expect([...list.querySelectorAll('ul > li')].map((entry) => entry.textContent?.trim())).toEqual([
    'Beneath',
    'And this',
  ]);
  expect(list.querySelector('b')?.textContent).toBe('Second');
  expect(root.textContent).not.toMatch(/·|1\./);
});

test('looks, comments, deleted and hidden words stay behind', () => {
  const root = read(
    `<html><head><style>p {color:red}</style><xml><o:x>gone</o:x></xml></head><body><!--StartFragment--><h1 style='color:red'>Title</h1><h2>Part</h2>
<p style='mso-style:x' onclick='evil()'>Kept <del>struck</del><span style='display:none'>hidden</span><a href="#_msocom_1">[A1]</a><span class=MsoCommentReference>[A1]</span></p><!--EndFragment--></body></html>`,
  );
  expect(root.querySelector('h2')?.textContent).toBe('Title');
  expect(root.querySelector('h3')?.textContent).toBe('Part');
  expect(root.textContent).toContain('Kept');
  expect(root.textContent).not.toMatch(/struck|hidden|A1|gone|color/);
  expect(root.innerHTML).not.toMatch(/style=|onclick|class=/);
});

test('bold and italic that are only a look are kept as what they are', () => {
  const root = read(
    `<p><span style="font-weight:700">Strong</span> and <span style="font-style:italic">slanted</span></p>`,
  );
  expect(root.querySelector('b')?.textContent?.startsWith('Strong')).toBe(true);
  expect(root.querySelector('i')?.textContent?.startsWith('slanted')).toBe(true);
});

test('Excel’s bold first row becomes headers, with its spans; a table all bold has none', () => {
  const row = (cells: string): string => `<tr height=20 style='height:15.0pt'>${cells}</tr>`;
  const table = read(
    `<table border=0 style='width:96pt'><col width=64>${row('<td colspan=2 style="x"><b>Cost</b></td><td><b>Year</b></td>')}${row('<td>1</td><td>2</td><td>2027</td>')}</table>`,
  );
  expect([...table.querySelectorAll('th')].map((cell) => [cell.textContent, cell.getAttribute('colspan')])).toEqual([
    ['Cost', '2'],
    ['Year', null],
  ]);
  const bold = read(
    `<table>${row('<td><b>a</b></td><td><b>b</b></td>')}${row('<td><b>c</b></td><td><b>d</b></td>')}</table>`,
  );
  expect(bold.querySelectorAll('th')).toHaveLength(0);
});

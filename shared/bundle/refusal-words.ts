import type { BundleRefusal } from './refusal.ts';

/** Why a bundle is not taken, and what to do. Nothing has been changed, whichever it is. */
export function bundleRefusalInWords(refusal: BundleRefusal): string {
  switch (refusal.type) {
    case 'Empty':
      return 'The file is empty (0 bytes). It may not have been copied to its end: copy it again, or ask for it again.';
    case 'NotABundle':
      return 'This is not a Packhorse bundle. Choose a file whose name ends in .packhorse.';
    case 'Damaged':
      return 'The file is damaged: it was cut short or changed on its way. Ask for it to be sent again.';
    case 'WrongPassphrase':
      return 'The passphrase is not the one this bundle was locked with. Try again, or ring whoever made it.';
    case 'NeedsPassphrase':
      return 'This bundle is locked with a passphrase. Ring whoever made it and ask for it.';
    case 'NotForThisLaptop':
      return 'This bundle was made for other laptops. Ask its author to choose you among its people.';
    case 'NewerApp':
      return `This bundle was made by a newer Packhorse${refusal.app === '' ? '' : ` (${refusal.app})`}. Update Packhorse, then open it again.`;
    case 'OtherWorkspace':
      return `This bundle belongs to another workspace, “${refusal.name}”. Open that workspace first.`;
    case 'TooLarge':
      return 'This is not a file Packhorse could have made: it claims a size beyond belief. Do not open it again, and ask its sender.';
    case 'WeakKey':
      return 'A laptop named in this bundle has a key that no honest laptop can have. Do not trust this file, and ring its sender.';
    case 'Forged':
      return 'Something in this bundle was not written by the person it names. Do not trust this file, and ring its sender.';
    case 'Malformed':
      return 'This bundle is not written as Packhorse writes them. Ask for it to be made again; if that does not help, ring its sender.';
  }
}

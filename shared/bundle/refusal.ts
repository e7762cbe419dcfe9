/** Why a bundle is not taken. Whichever it is, nothing has been changed. */

export type BundleRefusal =
  /** No bytes at all. */
  | { readonly type: 'Empty' }
  /** Some other kind of file. */
  | { readonly type: 'NotABundle' }
  /** The file ends too early, or was changed on its way. */
  | { readonly type: 'Damaged'; readonly what: string }
  | { readonly type: 'WrongPassphrase' }
  /** It is locked with a passphrase, and none was given. */
  | { readonly type: 'NeedsPassphrase' }
  /** It was made for other laptops. */
  | { readonly type: 'NotForThisLaptop' }
  | { readonly type: 'NewerApp'; readonly app: string }
  | { readonly type: 'OtherWorkspace'; readonly name: string }
  /** Larger than anything an app of ours writes: more than is believed of the size it claims. */
  | { readonly type: 'TooLarge'; readonly what: string }
  /** A key that many messages would fit. */
  | { readonly type: 'WeakKey'; readonly device: string }
  /** What it says was not written by whom it names. */
  | { readonly type: 'Forged'; readonly device: string }
  /** Not as any app of ours writes it. */
  | { readonly type: 'Malformed'; readonly what: string };

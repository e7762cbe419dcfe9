/** Node's own zlib, as the pack engine wants it: the one the command uses. */
export { zlibCodec as nodeCodec } from '#electron/pack-command/zlib-codec.ts';

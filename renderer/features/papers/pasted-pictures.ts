/** Pictures in what is pasted or dropped. A copy from Word or Excel brings a picture of itself beside its words: left out. */
export function pictureIn(data: DataTransfer | null): File | null {
  if (data === null || data.getData('text/html') !== '' || data.getData('text/plain') !== '') return null;
  return [...data.files].find((file) => file.type.startsWith('image/')) ?? null;
}

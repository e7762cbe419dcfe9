/**
 * What is used of pdfium, the reader of PDFs in Chromium, compiled to WebAssembly. It comes from outside, for it is heavy and
 * loaded in different ways on a desk and in a browser's worker. Addresses are places in its own memory; 0 is none.
 */
export interface Pdfium {
  readonly pdfium: {
    /** All of its memory. Another array after anything was allocated, for the memory grows. */
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  };
  /** Gives the document's handle; 0 where it cannot be opened. The bytes must stay until it is closed. */
  FPDF_LoadMemDocument(address: number, size: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  /** Why opening failed: 3 damaged, 4 wrong password. */
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  /** What whoever opened it with the user's password may do (PDF 32000-1, table 22); -1 in a file without a password. */
  FPDF_GetDocUserPermissions(document: number): number;
  FPDF_CreateNewDocument(): number;
  FPDF_ImportPages(to: number, from: number, range: string, at: number): boolean;
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): boolean;
  PDFiumExt_OpenFileWriter(): number;
  PDFiumExt_GetFileWriterSize(writer: number): number;
  PDFiumExt_GetFileWriterData(writer: number, address: number, size: number): number;
  PDFiumExt_CloseFileWriter(writer: number): void;
}

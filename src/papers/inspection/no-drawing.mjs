// pdf.js wants these to exist where it could draw. Here nothing is drawn, and the library it would load for it is native code, which
// this process may not run. Imported before pdf.js.
class Nothing {}
globalThis.DOMMatrix ??= Nothing;
globalThis.ImageData ??= Nothing;
globalThis.Path2D ??= Nothing;

// Whether a page can be drawn by a program that has no fonts of its own but the fourteen of every PDF reader, which hold the letters of Western
// Europe: a Vietnamese or Japanese word in a font that is not in the file would come out as other letters, or as none.

const [TEXT, FORM] = [1, 5];
/** A page of a thousand paths and words has a thousand; a drawing may have many more, and is looked at so far. */
const OBJECTS_MOST = 50_000;
const LETTERS_MOST = 4_000;
/** What Windows-1252 has beyond Latin-1. */
const WESTERN = new Set([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((letter) => letter.codePointAt(0)));

/** False where letters of the page are neither in the file's fonts nor in those that are always there. */
export function isDrawable(pdfium, page) {
  const words = pdfium.FPDFText_LoadPage(page);
  const buffer = pdfium.pdfium.wasmExports.malloc(LETTERS_MOST * 2);
  const left = { objects: OBJECTS_MOST };
  const look = (count, objectAt, depth) => {
    for (let index = 0; index < count; index += 1) {
      left.objects -= 1;
      if (left.objects < 0) return true;
      const object = objectAt(index);
      const type = pdfium.FPDFPageObj_GetType(object);
      if (type === TEXT && !isTextDrawable(pdfium, object, { words, buffer })) return false;
      if (type === FORM && depth < 8 && !look(pdfium.FPDFFormObj_CountObjects(object), (inner) => pdfium.FPDFFormObj_GetObject(object, inner), depth + 1)) return false;
    }
    return true;
  };
  return look(pdfium.FPDFPage_CountObjects(page), (index) => pdfium.FPDFPage_GetObject(page, index), 0);
}

function isTextDrawable(pdfium, object, { words, buffer }) {
  const font = pdfium.FPDFTextObj_GetFont(object);
  if (font !== 0 && pdfium.FPDFFont_GetIsEmbedded(font) === 1) return true;
  // Its length is in bytes, with the zero at its end.
  const bytes = Math.min(pdfium.FPDFTextObj_GetText(object, words, buffer, LETTERS_MOST), LETTERS_MOST * 2);
  const letters = new Uint16Array(pdfium.pdfium.HEAPU8.slice(buffer, buffer + Math.max(0, bytes - 2)).buffer);
  return letters.every((code) => code <= 0xff || WESTERN.has(code));
}

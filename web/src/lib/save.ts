/** Properties of a drawing that its picture has to carry itself, since no style sheet goes with it. */
const CARRIED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "text-anchor",
];

/** A drawing as a file of its own: colours and letters as they look now, on paper of the same colour. */
function pictureOf(drawing: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")] as (SVGElement | HTMLElement)[];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of CARRIED) copies[index]?.setAttribute(name, style.getPropertyValue(name));
    copies[index]?.removeAttribute("class");
    copies[index]?.removeAttribute("style");
  }
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

export function saveSvg(drawing: SVGSVGElement, name: string): void {
  download(new Blob([pictureOf(drawing).text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Saves a drawing as a picture of twice its size on the screen. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = pictureOf(drawing);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob !== null && download(blob, `${name}.png`));
}

export function saveCsv(rows: readonly (readonly (string | number)[])[], name: string): void {
  const cell = (value: string | number) =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const text = rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  download(new Blob([text], { type: "text/csv" }), `${name}.csv`);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

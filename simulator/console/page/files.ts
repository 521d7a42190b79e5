/** @throws Error for a file that is not JSON */
export async function readJson<Content>(file: File): Promise<Content> {
  try {
    return JSON.parse(await file.text()) as Content;
  } catch {
    throw new Error(`${file.name} is not JSON`);
  }
}

/** Lets the browser save JSON in a file. */
export function saveJson(content: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content)}\n`], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

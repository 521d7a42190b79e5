import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";

/** Where the build puts the page: seen from the package's bundle, from the modules beside it, and from the sources. */
const FOLDERS = ["console", "../../package/console", "../../dist/package/console"].map((folder) =>
  join(__dirname, folder),
);

const TYPES: Readonly<Record<string, string>> = {
  "index.html": "text/html; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
};

/** The page and its files. */
export const assets = new Hono({ strict: false })
  .get("/", (context) =>
    context.body(contentOf("index.html"), 200, { "content-type": TYPES["index.html"] as string }),
  )
  .get("/:file{page\\.(?:js|css)}", (context) => {
    const file = context.req.param("file");
    return context.body(contentOf(file), 200, { "content-type": TYPES[file] as string });
  });

function contentOf(file: string): string {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch {
      // perhaps in the next one
    }
  }
  throw new Error(`the console's ${file} is missing: \`npm run build\` bundles it`);
}

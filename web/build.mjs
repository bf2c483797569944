// The front end as the package ships it: one script, one style sheet, one page, and the licences.
import { build } from "esbuild";
import { copyFile, readFile, writeFile } from "node:fs/promises";

const out = "../kg/web/static";

await build({
  entryPoints: { app: "src/main.ts" },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  outdir: out,
  logLevel: "warning",
});
await build({ entryPoints: { app: "src/style.css" }, minify: true, target: "es2022", outdir: out, logLevel: "warning" });
await copyFile("src/index.html", `${out}/index.html`);

const bundled = ["sigma", "graphology", "graphology-layout-forceatlas2", "graphology-utils", "events"];
const parts = [];
for (const name of bundled) {
  const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
  let text = "";
  for (const file of ["LICENSE.txt", "LICENSE", "LICENSE.md"]) {
    text ||= await readFile(`node_modules/${name}/${file}`, "utf8").catch(() => "");
  }
  parts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
}
await writeFile(`${out}/LICENSES.txt`, `app.js holds these libraries.\n\n${parts.join("\n---\n\n")}`);

// Writes assets/vendor/: what the pages need from the packages of package-lock.json.
// build.rs embeds the result and never touches the network itself.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { compile } from "sass";

const vendor = "assets/vendor";
mkdirSync(vendor, { recursive: true });

const theme = compile("assets/theme.scss", {
  style: "compressed",
  sourceMap: false,
  loadPaths: ["node_modules"],
  quietDeps: true,
});
// The mark at the start of the file would be in the way where files are joined.
writeFileSync(`${vendor}/theme.css`, theme.css.replace(/^\uFEFF/, ""));
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${vendor}/htmx.min.js`);
console.log(`${vendor}: theme.css ${theme.css.length} bytes, htmx.min.js`);

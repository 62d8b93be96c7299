// Photos of a phone are made smaller before they are sent: a letter can be read at a tenth of the
// bytes, and the line is slow. Without this script they are sent as they are.
(() => {
  "use strict";
  const BYTES_MAX = 5_000_000;
  const BYTES_TO_SHRINK = 700_000;
  const SIDE_PX_MAX = 1_800;
  const input = document.querySelector("[data-shrink]");
  if (!input || !window.createImageBitmap || !window.DataTransfer) return;
  const says = input.parentElement.querySelector("[data-shrunk]");

  async function shrunk(file) {
    if (file.size <= BYTES_TO_SHRINK || !["image/jpeg", "image/png"].includes(file.type)) return file;
    const image = await createImageBitmap(file);
    const share = Math.min(1, SIDE_PX_MAX / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * share);
    canvas.height = Math.round(image.height * share);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  }

  input.addEventListener("change", async () => {
    says.textContent = "";
    const chosen = Array.from(input.files);
    // A file that is no picture after all goes as it is; the server says what is wrong with it.
    const files = await Promise.all(chosen.map((file) => shrunk(file).catch(() => file)));
    if (files.some((file, place) => file !== chosen[place])) {
      const sent = new DataTransfer();
      files.forEach((file) => sent.items.add(file));
      input.files = sent.files;
      says.textContent = says.dataset.shrunk;
    }
    if (files.some((file) => file.size > BYTES_MAX)) says.textContent = says.dataset.large;
  });
})();

// Small things that make pages quicker to use. Every page works without them.
(() => {
  "use strict";

  // A part that was put in place takes the focus, so that a reader who cannot see it hears it.
  document.addEventListener("htmx:afterSettle", () => {
    const part = document.querySelector(".day [data-focus]");
    if (part) {
      part.focus({ preventScroll: true });
      part.closest("section").scrollIntoView({ block: "nearest" });
    }
    markOpenDay();
  });

  // What was asked for in place and came otherwise, as a refusal, as the sign-in page or not at
  // all, is asked for as a page: that says what to do.
  const asPage = (event) => {
    location.href = event.detail.pathInfo.requestPath;
  };
  document.addEventListener("htmx:responseError", asPage);
  document.addEventListener("htmx:sendError", asPage);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, pathInfo } = event.detail;
    const asked = new URL(pathInfo.requestPath, location.href).pathname;
    if (xhr.status !== 200 || new URL(xhr.responseURL).pathname === asked) return;
    event.detail.shouldSwap = false;
    asPage(event);
  });

  // A page that opens with a day: the day is read first.
  if (location.hash === "#day") document.querySelector(".day [data-focus]")?.focus();

  // A form with mistakes: its summary is read first.
  const summary = document.querySelector(".govuk-error-summary[data-focus]");
  if (summary) summary.focus();

  // The calendar shows which day is open after the day was changed in place.
  function markOpenDay() {
    const open = new URL(location.href).searchParams.get("day");
    document.querySelectorAll(".calendar td").forEach((cell) => {
      const link = cell.querySelector("a");
      if (!link) return;
      const day = new URL(link.href).searchParams.get("day");
      const isOpen = open !== null && day === open;
      cell.classList.toggle("is-open", isOpen);
      if (isOpen) link.setAttribute("aria-current", "date");
      else link.removeAttribute("aria-current");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const close = document.querySelector(".day__close");
    if (close && close.closest(".day").contains(document.activeElement)) close.click();
  });
})();

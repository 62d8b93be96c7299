// Decisions by keyboard: j and k move, s grants, t refuses with a reason, x ticks, ? tells. Never
// while something is typed. Without this script the list is plain forms.
(() => {
  "use strict";
  const list = document.querySelector("[data-decisions]");
  if (!list) return;
  const asks = Array.from(list.querySelectorAll("[data-ask]"));
  const keys = document.querySelector("[data-keys]");
  const place = "abdi-decisions-place";
  let sent = false;

  asks.forEach((ask) => (ask.tabIndex = -1));

  const current = () => asks.indexOf(document.activeElement?.closest("[data-ask]"));

  function move(to) {
    const ask = asks[Math.max(0, Math.min(to, asks.length - 1))];
    if (!ask) return;
    ask.focus({ preventScroll: true });
    ask.scrollIntoView({ block: "nearest" });
  }

  const isTyping = (element) =>
    element.closest("textarea, select, [contenteditable]") !== null ||
    (element.matches("input") && element.type !== "checkbox");

  const verbs = {
    j: (at) => move(at + 1),
    k: (at) => move(at < 0 ? 0 : at - 1),
    s: (at) => asks[at]?.querySelector("[data-grant]").click(),
    t: (at) => {
      const refuse = asks[at]?.querySelector("[data-refuse]");
      if (!refuse) return;
      refuse.open = true;
      refuse.querySelector("textarea").focus();
    },
    x: (at) => asks[at]?.querySelector("[data-tick]")?.click(),
    "?": () => {
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const refuse = event.target.closest("[data-refuse]");
      if (refuse) {
        refuse.open = false;
        refuse.closest("[data-ask]")?.focus();
      }
      return;
    }
    // A key held down must not go on to the next after the page came again.
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target)) return;
    const verb = verbs[event.key];
    if (!verb) return;
    event.preventDefault();
    verb(current());
  });

  // One decision at a time; the list comes again at the place where it was left.
  document.addEventListener("submit", (event) => {
    if (!list.contains(event.target)) return;
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    sessionStorage.setItem(place, String(Math.max(current(), 0)));
  });
  window.addEventListener("pageshow", () => (sent = false));
  const left = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  const wrong = asks.findIndex((ask) => "wrong" in ask.dataset);
  if (left !== null && wrong < 0 && !document.querySelector(".govuk-error-summary")) {
    move(Number(left));
  }

  const ticks = Array.from(list.querySelectorAll("[data-tick]"));
  const count = list.querySelector("[data-ticked]");
  const all = list.querySelector("[data-tick-all]");
  if (!count || !all) return;
  function tell() {
    const ticked = ticks.filter((tick) => tick.checked).length;
    count.hidden = ticked === 0;
    count.textContent = `(${ticked})`;
  }
  ticks.forEach((tick) => tick.addEventListener("change", tell));
  all.hidden = false;
  all.addEventListener("click", () => {
    const on = ticks.some((tick) => !tick.checked);
    ticks.forEach((tick) => (tick.checked = on));
    tell();
  });
  tell();
})();

// The month sheet by keyboard and by touch: arrows move, Enter opens the day, the reason shows on
// focus. Without this script every cell with a reason is a plain link to its day.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-sheet]");
  const reason = document.getElementById("sheet-reason");
  const opened = document.getElementById("opened");
  if (!sheet || !reason || !opened) return;

  const rows = Array.from(sheet.tBodies[0].rows);
  const days = Array.from(sheet.querySelectorAll("thead [data-day]"));
  const cellAt = (row, column) => rows[row]?.cells[column + 1];

  // One stop for the Tab key: the sheet is a grid, and the arrows move inside it.
  sheet.setAttribute("role", "grid");
  let current = null;
  rows.forEach((row, r) => {
    days.forEach((_, c) => {
      const cell = cellAt(r, c);
      cell.querySelector("a")?.setAttribute("tabindex", "-1");
      cell.tabIndex = -1;
      cell.dataset.row = r;
      cell.dataset.column = c;
    });
  });
  const first = sheet.querySelector("tbody td a")?.closest("td") ?? cellAt(0, 0);
  if (first) {
    first.tabIndex = 0;
    current = first;
  }
  idle();

  function idle() {
    reason.textContent = reason.dataset.idle;
    reason.classList.add("is-idle");
  }

  function tell(cell) {
    const row = rows[cell.dataset.row];
    const name = row.querySelector("th a").textContent;
    const day = days[cell.dataset.column].textContent.trim().replace(/\s+/g, " ");
    const text = cell.querySelector(".govuk-visually-hidden")?.textContent ?? "";
    reason.textContent = `${name}, ${day}: ${text}`;
    reason.classList.remove("is-idle");
  }

  function move(cell) {
    if (!cell) return;
    if (current) current.tabIndex = -1;
    current = cell;
    cell.tabIndex = 0;
    cell.focus();
  }

  // The day stands in the person's month; here it is opened beside the sheet.
  function open(cell) {
    const row = rows[cell.dataset.row];
    const href = `${row.dataset.dayHref}${days[cell.dataset.column].dataset.day}`;
    if (!window.htmx) {
      location.href = `${href}#day`;
      return;
    }
    close();
    cell.classList.add("is-open");
    const whose = document.createElement("p");
    whose.className = "whose";
    whose.append(row.querySelector("th a").cloneNode(true));
    const day = document.createElement("div");
    opened.replaceChildren(whose, day);
    opened.hidden = false;
    htmx.ajax("GET", href, { target: day, select: "#day", swap: "innerHTML" });
  }

  function close() {
    sheet.querySelector(".is-open")?.classList.remove("is-open");
    opened.replaceChildren();
    opened.hidden = true;
  }

  // Closing goes back to the sheet, not to the person's month.
  opened.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest(".day__close")) return;
      event.preventDefault();
      event.stopPropagation();
      close();
      current?.focus();
    },
    true,
  );

  sheet.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td[data-row]");
    if (cell) tell(cell);
  });
  sheet.addEventListener("focusout", (event) => {
    if (!sheet.contains(event.relatedTarget)) idle();
  });

  sheet.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td[data-row]");
    if (!cell) return;
    const row = Number(cell.dataset.row);
    const column = Number(cell.dataset.column);
    const target = {
      ArrowLeft: () => cellAt(row, Math.max(column - 1, 0)),
      ArrowRight: () => cellAt(row, Math.min(column + 1, days.length - 1)),
      ArrowUp: () => cellAt(Math.max(row - 1, 0), column),
      ArrowDown: () => cellAt(Math.min(row + 1, rows.length - 1), column),
      Home: () => cellAt(row, 0),
      End: () => cellAt(row, days.length - 1),
    }[event.key];
    if (target) {
      event.preventDefault();
      move(target());
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(cell);
    }
  });

  // By touch or mouse the first tap tells the reason, the second opens the day.
  sheet.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-row]");
    if (!cell) return;
    event.preventDefault();
    if (cell.dataset.told) open(cell);
    else move(cell);
    sheet.querySelectorAll("[data-told]").forEach((told) => delete told.dataset.told);
    cell.dataset.told = "1";
  });
})();

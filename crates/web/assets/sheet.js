// The month sheet by keyboard and by touch: arrows move, Enter opens the day, the reason shows on
// focus. Without this script every cell with a reason is a plain link to its day.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-sheet]");
  const reason = document.getElementById("sheet-reason");
  if (!sheet || !reason) return;

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
  // The cell whose day is open is where the reader left the sheet.
  const asked = new URLSearchParams(location.search);
  const openRow = rows.findIndex((row) => row.dataset.dayHref.includes(`person=${asked.get("person")}&`));
  const openColumn = days.findIndex((day) => day.dataset.day === asked.get("day"));
  const opened = openRow < 0 || openColumn < 0 ? null : cellAt(openRow, openColumn);
  opened?.classList.add("is-open");
  const first = opened ?? sheet.querySelector("tbody td a")?.closest("td") ?? cellAt(0, 0);
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

  function open(cell) {
    location.href = `${rows[cell.dataset.row].dataset.dayHref}${days[cell.dataset.column].dataset.day}#day`;
  }

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

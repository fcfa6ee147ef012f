/* The blueprint's filters. On a wide screen they hide columns; on a phone one moment is shown at a time. */
"use strict";

const host = document.querySelector("[data-blueprint]");
const NARROW = matchMedia("(max-width: 44.9375em)");

function columnsOf(host) {
  return [...host.querySelectorAll("table")].flatMap((table) =>
    [...table.querySelectorAll("thead th[data-touchpoint]")].map((head, index) => ({
      table,
      head,
      name: head.querySelector("a").textContent,
      cells: [...table.rows].map((row) => row.cells[index + 1]).filter(Boolean),
    })),
  );
}

function start() {
  const tools = host.querySelector("[data-blueprint-tools]");
  const said = host.querySelector("[data-blueprint-said]");
  const [stage, department, moment] = ["stage", "department", "moment"].map((name) =>
    host.querySelector(`[data-filter="${name}"]`),
  );
  const columns = columnsOf(host);
  let fitting = columns;

  function fits(column) {
    const isStage = !stage.value || column.table.dataset.stage === stage.value;
    const selector = `[data-department="${CSS.escape(department.value)}"]`;
    return isStage && (!department.value || column.cells.some((cell) => cell.querySelector(selector)));
  }

  function show() {
    const chosen = fitting.find((column) => column.head.dataset.touchpoint === moment.value) || fitting[0];
    const shown = new Set(NARROW.matches ? [chosen] : fitting);
    for (const column of columns) for (const cell of column.cells) cell.hidden = !shown.has(column);
    for (const table of host.querySelectorAll("table")) {
      table.hidden = !columns.some((column) => column.table === table && shown.has(column));
    }
    for (const act of host.querySelectorAll("[data-department]")) {
      act.classList.toggle("pb-ours", Boolean(department.value) && act.dataset.department === department.value);
    }
    const place = fitting.indexOf(chosen);
    for (const button of host.querySelectorAll("[data-step]")) {
      button.disabled = !fitting[place + Number(button.dataset.step)];
    }
  }

  function choose() {
    const before = moment.value;
    fitting = columns.filter(fits);
    moment.replaceChildren(...fitting.map((column) => new Option(column.name, column.head.dataset.touchpoint)));
    if (fitting.some((column) => column.head.dataset.touchpoint === before)) moment.value = before;
    const isAll = fitting.length === columns.length;
    const shown = { shown: fitting.length };
    const counted = ngettext("%(shown)s of %(count)s moment", "%(shown)s of %(count)s moments", columns.length, shown);
    said.textContent = isAll ? "" : fitting.length ? counted : gettext("Nothing matches. Clear a filter.");
    show();
  }

  function remember() {
    const address = new URL(location.href);
    for (const select of [stage, department]) {
      if (select.value) address.searchParams.set(select.dataset.filter, select.value);
      else address.searchParams.delete(select.dataset.filter);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page opened from a file share may not change its address; the filter works all the same.
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const select of [stage, department]) {
    const value = asked.get(select.dataset.filter);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
    select.addEventListener("change", () => {
      choose();
      remember();
    });
  }
  moment.addEventListener("change", show);
  for (const button of host.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      moment.selectedIndex += Number(button.dataset.step);
      show();
    });
  }
  NARROW.addEventListener("change", show);
  tools.hidden = false;
  choose();
}

if (host) start();

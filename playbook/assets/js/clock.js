// The clock: turns the minutes of the run sheet into tonight's times, for what is typed, chosen or in the address. Keeps the
// rows in order, shows one department, and says who is needed in two places. The twin of playbook/views/two_places.py.

const clock = document.querySelector("[data-clock]");
if (!clock) return;

const NOON = 12;
const HOURS = 24;
const MINUTES = 60;
const DAY = HOURS * MINUTES;
const MILLISECONDS = 60000; // of a minute
const LENGTHS = JSON.parse(clock.dataset.lengths);
const one = (name) => clock.querySelector(`[data-clock-${name}]`);
const body = one("rows");
const rows = [...body.rows];
const evenings = one("evening");
const department = one("department");
const fields = Object.fromEntries([...clock.querySelectorAll("[data-clock-field]")].map((field) => [field.dataset.clockField, field]));
const usual = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
const clockTime = new Intl.DateTimeFormat(clock.dataset.locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
let tonight = null;

function minuteOfDay(text) {
  const parts = /^\s*(?<hour>\d{1,2})(?:\s*[:.h]\s*(?<minute>\d{2})|(?<digits>\d{2}))?\s*(?:(?<half>[ap])\.?m\.?)?\s*$/i.exec(text);
  if (!parts) return null;
  const half = (parts.groups.half || "").toLowerCase();
  const minute = Number(parts.groups.minute || parts.groups.digits || 0);
  const hour = Number(parts.groups.hour);
  if (minute >= MINUTES || (half ? hour < 1 || hour > NOON : hour >= HOURS)) return null;
  const past = half ? (hour % NOON) + (half === "p" ? NOON : 0) : hour;
  return past * MINUTES + minute;
}

function lengthOf(name) {
  const [least, most] = LENGTHS[name];
  const text = fields[name].value.trim();
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
}

// How a message names a field and what was typed into it.
function naming(name) {
  const field = fields[name];
  return { field: field.dataset.words, value: field.value.trim().slice(0, field.maxLength) };
}

// What was typed as the lengths of a performance, or the field that is wrong and the words for it.
function typed() {
  const start = minuteOfDay(fields.start.value);
  if (start === null) {
    const words = gettext("%(field)s: “%(value)s” is not a time of day. Try 19:30, 19.30 or 7.30pm.", naming("start"));
    return { fault: "start", words };
  }
  const read = { start };
  for (const name of Object.keys(LENGTHS)) {
    read[name] = lengthOf(name);
    const [least, most] = LENGTHS[name];
    if (read[name] !== null) continue;
    const values = { ...naming(name), least, most };
    return { fault: name, words: gettext("%(field)s: “%(value)s” is not a number of minutes from %(least)s to %(most)s.", values) };
  }
  if (read.interval && !read.second) {
    return { fault: "second", words: gettext("%(field)s: this can’t be 0 if there is an interval.", naming("second")) };
  }
  return { read };
}

function explain(fault, words) {
  for (const field of Object.values(fields)) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  const problem = one("problem");
  if (!fault) {
    problem.textContent = words || "";
    return;
  }
  const field = fields[fault];
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", problem.id);
  problem.textContent = [words, gettext("The times below have not changed.")].join(" ");
}

function minuteOf(anchor, offset) {
  const resumption = tonight.first + tonight.interval;
  return { start: 0, interval: tonight.first, resumption, end: resumption + tonight.second }[anchor] + offset;
}

function timeText(minute) {
  const day = Math.floor((tonight.start + minute) / DAY);
  const time = clockTime.format(new Date((tonight.start + minute - day * DAY) * MILLISECONDS));
  if (day === 0) return time;
  return day < 0 ? gettext("%(time)s the day before", { time }) : gettext("%(time)s the day after", { time });
}

function span(start, until) {
  return until === null || until === start ? timeText(start) : `${timeText(start)}–${timeText(until)}`;
}

function actOf(row) {
  const { anchor, start, end, roles, places, departments } = row.dataset;
  return {
    row,
    start: minuteOf(anchor, Number(start)),
    until: end === undefined ? null : minuteOf(anchor, Number(end)),
    roles: roles ? roles.split(" ") : [],
    places: places ? places.split(" ") : [],
    isMilestone: departments === undefined,
    isTonight: tonight.interval > 0 || (anchor !== "interval" && anchor !== "resumption"),
    isWanted: !department.value || departments === undefined || departments.split(" ").includes(department.value),
  };
}

// How many groups of places remain when those with a place in common are merged.
function countApart(acts) {
  let groups = [];
  for (const act of acts) {
    const touches = (group) => act.places.some((place) => group.has(place));
    const joined = new Set([...act.places, ...groups.filter(touches).flatMap((group) => [...group])]);
    groups = [...groups.filter((group) => !touches(group)), joined];
  }
  return groups.length;
}

const over = (act) => (act.until === null ? act.start + 1 : Math.max(act.start + 1, act.until));
const isWithin = (few, many) => few.every((act) => many.includes(act));

function doubledTimes(role, acts) {
  let times = [];
  const minutes = [...new Set(acts.map((act) => act.start))].sort((a, b) => a - b);
  for (const minute of minutes) {
    const going = acts.filter((act) => act.start <= minute && minute < over(act));
    const places = countApart(going);
    if (places < 2) continue;
    times = times.filter((time) => !isWithin(time.acts, going));
    times.push({ role, places, start: minute, until: Math.min(...going.map(over)), acts: going });
  }
  return times;
}

function linkTo(address, words) {
  const link = document.createElement("a");
  link.setAttribute("href", address);
  link.textContent = words;
  return link;
}

function line(time) {
  const item = document.createElement("li");
  const name = time.acts[0].row.querySelector(`[data-role="${time.role}"] a`);
  const role = document.createElement("b");
  role.append(linkTo(name.getAttribute("href"), name.textContent));
  const byWords = new Map();
  for (const { row } of time.acts) {
    const words = row.querySelector("[data-moment]").textContent.trim();
    if (!byWords.has(words)) byWords.set(words, row.id);
  }
  const moments = document.createDocumentFragment();
  [...byWords].forEach(([words, id], position) => moments.append(position ? ", " : "", linkTo(`#${id}`, words)));
  const times = span(time.start, time.until);
  const said = ngettext(
    "%(role)s in %(count)s place, %(times)s: %(moments)s",
    "%(role)s in %(count)s places, %(times)s: %(moments)s",
    time.places,
  );
  item.append(...withNodes(said, { role, times, moments }));
  return item;
}

function showDoubled(acts) {
  const byRole = new Map();
  for (const act of acts) for (const role of act.roles) byRole.set(role, [...(byRole.get(role) || []), act]);
  const times = [...byRole].flatMap(([role, ofRole]) => doubledTimes(role, ofRole));
  const torn = new Set(times.flatMap((time) => time.acts));
  for (const act of acts) {
    const flag = act.row.querySelector(".pb-act-torn");
    if (flag) flag.hidden = !torn.has(act);
  }
  const isWanted = (time) => {
    const role = time.acts[0].row.querySelector(`[data-role="${time.role}"]`);
    return !department.value || role.dataset.department === department.value;
  };
  const wanted = times.filter(isWanted);
  one("torn-list").replaceChildren(...wanted.map(line));
  one("torn").hidden = wanted.length === 0;
}

function showTime(act) {
  const cell = act.row.cells[0];
  let time = cell.querySelector(".pb-act-time");
  if (!time) {
    time = document.createElement("b");
    time.className = "pb-act-time";
    cell.prepend(time, " ");
  }
  time.textContent = span(act.start, act.until);
}

function summarise(all, acts) {
  const shown = acts.filter((act) => !act.isMilestone && act.isWanted).length;
  const left = all.filter((act) => !act.isTonight && !act.isMilestone).length;
  const whom = { department: department.selectedOptions[0].textContent };
  const pause = span(minuteOf("interval", 0), minuteOf("resumption", 0));
  const parts = [
    gettext("Starts %(time)s", { time: timeText(0) }),
    tonight.interval ? gettext("Interval %(times)s", { times: pause }) : gettext("No interval"),
    gettext("Ends %(time)s", { time: timeText(minuteOf("end", 0)) }),
    department.value
      ? ngettext("%(count)s item for %(department)s", "%(count)s items for %(department)s", shown, whom)
      : ngettext("%(count)s item for all departments", "%(count)s items for all departments", shown),
  ];
  if (!tonight.interval && left > 0) parts.push(ngettext("%(count)s interval item left out", "%(count)s interval items left out", left));
  one("summary").textContent = parts.join(" · ");
  one("empty").hidden = shown > 0;
}

function show() {
  const all = rows.map(actOf);
  const acts = all.filter((act) => act.isTonight);
  for (const act of all) act.row.hidden = !act.isTonight || !act.isWanted;
  acts.sort((a, b) => a.start - b.start || b.isMilestone - a.isMilestone || rows.indexOf(a.row) - rows.indexOf(b.row));
  acts.forEach(showTime);
  body.append(...acts.map((act) => act.row));
  showDoubled(acts.filter((act) => act.roles.length));
  summarise(all, acts);
}

// Reads only these names from the address, and only values that a field or the list accepts.
function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const name of Object.keys(fields)) {
    if (asked.has(name)) fields[name].value = asked.get(name).slice(0, fields[name].maxLength);
  }
  const wanted = asked.get("department");
  if (!wanted) return null;
  if ([...department.options].some((option) => option.value === wanted)) department.value = wanted;
  return department.value ? null : gettext("That department has nothing in the running order, so all departments are shown.");
}

function writeAddress() {
  const address = new URL(location.href);
  address.search = "";
  for (const [name, field] of Object.entries(fields)) {
    if (field.value.trim() !== usual[name]) address.searchParams.set(name, field.value.trim());
  }
  if (department.value) address.searchParams.set("department", department.value);
  try {
    history.replaceState(null, "", address);
  } catch {
    // Some browsers refuse this for a page opened from a file; the page works without it.
  }
}

function chosenEvening() {
  const isTyped = ({ dataset }) => Object.entries(fields).every(([name, field]) => dataset[name] === field.value.trim());
  const same = [...evenings.options].find((option) => option.value !== "own" && isTyped(option));
  return same ? same.value : "own";
}

function update() {
  const { read, fault, words } = typed();
  explain(fault, words);
  if (!read) return false;
  tonight = read;
  evenings.value = chosenEvening();
  show();
  return true;
}

evenings.addEventListener("change", () => {
  const { dataset } = evenings.selectedOptions[0];
  for (const [name, field] of Object.entries(fields)) if (dataset[name] !== undefined) field.value = dataset[name];
  if (update()) writeAddress();
});
for (const field of [...Object.values(fields), department]) {
  field.addEventListener("change", () => {
    if (update()) writeAddress();
  });
}
one("print").addEventListener("click", () => window.print());

tonight = { start: minuteOfDay(usual.start), first: Number(usual.first), interval: Number(usual.interval), second: Number(usual.second) };
const complaint = readAddress();
if (!update()) show();
else if (complaint) explain(null, complaint);
one("controls").hidden = false;
one("summary").hidden = false;
one("usual").hidden = true;

/* The home page: the door to the search, and the tip of the day the page is read on. */
"use strict";

const door = document.querySelector("[data-search-door]");
const open = document.querySelector("[data-pb-open]");
if (door && open) {
  door.hidden = false;
  door.addEventListener("click", () => open.click());
}

const today = document.querySelector("[data-day]");
if (today) {
  const DAY = 86_400_000;
  const now = new Date();
  const days = Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(today.dataset.day)) / DAY);
  const tips = [...today.querySelectorAll(".pb-day")];
  const chosen = ((days % tips.length) + tips.length) % tips.length;
  tips.forEach((tip, index) => {
    tip.hidden = index !== chosen;
  });
}

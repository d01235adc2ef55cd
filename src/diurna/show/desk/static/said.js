// An event's contexts, and on whose word it stands: both are lists that are sent whole, with one of them otherwise.

import { change, saved } from "./keeping.js";
import { withWords } from "./correct.js";

const choices = JSON.parse(document.getElementById("choices")?.textContent ?? "null");
const eventOf = (element) => element.closest("[data-event]").dataset.event;

// Lists that many forms have are written once, and filled in here; what is chosen is there already.
for (const list of document.querySelectorAll("select[data-from]")) {
  const there = [...list.options].map((option) => option.value);
  for (const [value, words] of choices[list.dataset.from]) {
    if (!there.includes(value)) list.add(new Option(words, value));
  }
}

// On an article's page the card and the form are open again when it is shown anew.
const unfolded = sessionStorage.getItem("unfolded");
sessionStorage.removeItem("unfolded");
if (unfolded === location.href) document.querySelector(`.card:not([hidden]) details:has(> .whose)`)?.setAttribute("open", "");

function changed(element, field, after) {
  const event = eventOf(element), details = element.closest("details");
  if (details) {
    history.replaceState(null, "", `#event:${event}`);
    sessionStorage.setItem("unfolded", location.href);
  }
  change(event, field, after);
}

const contexts = (element) => [...element.closest(".whose").querySelectorAll("[data-drop]")].map((one) => one.dataset.drop);
const rows = (element) => [...element.closest(".whose").querySelectorAll(".speech")];

// Sends all that the event stands on, the row of `element` with what is otherwise, or without it where that is null.
function otherwise(element, what) {
  const mine = element.closest(".speech");
  const after = rows(element).filter((row) => row !== mine || what).map((row) => (row === mine ? { id: row.dataset.said, ...what } : row.dataset.said));
  changed(element, "attribution", after);
}

const acts = {
  drop: (button) => changed(button, "context", contexts(button).filter((one) => one !== button.dataset.drop)),
  set: (button) => withWords((chosen) => otherwise(button, { [button.dataset.set]: chosen })),
  none: (button) => otherwise(button, { [button.dataset.none]: null }),
  remove: (button) => otherwise(button, null),
  new: (button) => withWords((content) => {
    // The innermost stands first: before the first that holds it.
    const after = rows(button).map((row) => row.dataset.said);
    const around = rows(button).findIndex((row) => Number(row.dataset.start) <= content.start && content.end <= Number(row.dataset.end));
    after.splice(around < 0 ? after.length : around, 0, { content });
    changed(button, "attribution", after);
  }),
};
document.addEventListener("click", (event) => {
  const button = event.target.closest(".whose button");
  const act = button && Object.keys(acts).find((name) => name in button.dataset);
  if (act) acts[act](button);
});

for (const list of document.querySelectorAll("[data-add]")) saved(list, () => { if (list.value) changed(list, "context", [...contexts(list), list.value]); });
for (const list of document.querySelectorAll("[data-part]")) saved(list, () => otherwise(list, { [list.dataset.part]: list.value || null }));

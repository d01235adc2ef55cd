// Corrections of events and names, by mouse and by keys.

import { change, correct, here, saved, say, token, undo } from "./keeping.js";
import { selectByKeys, selected, text } from "./selecting.js";

const shown = JSON.parse(document.getElementById("shown")?.textContent ?? "null");

let words = null; // the last selection in the text: a click on a button may end the selection itself
document.addEventListener("selectionchange", () => {
  const now = selected();
  if (!now) return;
  words = now;
  for (const place of document.querySelectorAll("output.selected")) place.textContent = `“${getSelection()}”`;
});

export function withWords(act) {
  words = selected() ?? words; // the browser may not have told of it yet
  if (words) act(words); else say("Select the words in the text first.");
}

const changed = (field, after) => change(here.dataset.event, field, after);

function span(field, add) {
  withWords((chosen) => {
    if (field === "trigger" || field === "place") { changed(field, chosen); return; }
    const kept = add ? shown[field].map(({ start, end }) => ({ start, end })) : [];
    changed(field, [...kept, chosen]);
  });
}

function save(field) {
  const { value } = field, name = field.dataset.field;
  if (name === "mode") changed(name, value ? value.split(" ") : []);
  else if (name === "date") changed(name, value ? { start: value, end: value, precision: "day" } : null);
  else changed(name, value);
}

const acts = {
  kind: (button) => correct({ kind: button.dataset.kind, event: here.dataset.event }, button.dataset.kind === "confirm" ? "Confirmed" : "Rejected", "/queue/next"),
  undo: (button) => undo(Number(button.dataset.undo)),
  span: (button, event) => span(button.dataset.span, event.shiftKey),
  clear: (button) => changed(button.dataset.clear, button.dataset.clear === "place" ? null : []),
  split: (button) => {
    const [article, event] = button.dataset.split.split(" ");
    correct({ kind: "split", article_key: article, event }, "Split", location.pathname);
  },
  done: () => correct({ kind: "confirm" }, "The article is done", "/queue/next"),
  another: (button) => withWords((chosen) => correct({ kind: "split_entity", entity: button.dataset.another, after: { mentions: [chosen] } }, "Split")),
};
document.addEventListener("mousedown", (event) => { // a click with Shift on a button would select all up to it
  if (event.shiftKey && event.target.closest("button")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const act = button && Object.keys(acts).find((name) => name in button.dataset);
  if (act && token) acts[act](button, event);
});

document.addEventListener("submit", (event) => {
  const form = event.target, given = new FormData(form);
  if (form.id === "missed") {
    event.preventDefault();
    withWords((trigger) => correct({ kind: "add", after: { type: given.get("type"), trigger } }, "Added"));
  } else if (form.id === "join") {
    event.preventDefault();
    const [, article, one] = given.get("with").match(/\/events\/([^/?#]+)\/([^/?#]+)/) ?? [];
    if (article) correct({ kind: "join", event: here.dataset.event, after: [{ article, event: one }] }, "Joined");
    else say("Give the address of the other event's page.");
  } else if (form.dataset.entity) {
    event.preventDefault();
    const same = given.get("same"), after = {};
    if (same) { correct({ kind: "join_entities", entity: form.dataset.entity, after: [same] }, "Joined"); return; }
    for (const field of form.querySelectorAll("input")) {
      if (field.value !== field.defaultValue) after[field.name] = field.name === "sector" ? field.value.split(/[\s,]+/).filter(Boolean) : field.value || null;
    }
    if (Object.keys(after).length) correct({ kind: "identify", entity: form.dataset.entity, after }, "Identified");
    else say("Nothing is changed.");
  }
});

for (const field of document.querySelectorAll("[data-field]")) saved(field, save);

const FIELDS = { t: '[data-field="type"]', m: '[data-field="mode"]', s: '[data-field="status"]', d: '[data-field="date"]', k: "[data-add]", o: ".speech button, [data-new]" };
const SPANS = { a: "actor", r: "recipient", p: "place", g: "trigger" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "n") document.querySelector('a[data-key="n"]')?.click();
  if (!token) return;
  if (key === "u") undo(Number(document.querySelector("[data-undo]")?.dataset.undo));
  else if (key === "w" && text) { event.preventDefault(); selectByKeys(); }
  const form = document.getElementById("correct");
  if (!form) return;
  if (key === "c") form.querySelector('[data-kind="confirm"]').click();
  else if (key === "x") form.querySelector('[data-kind="reject"]').click();
  else if (key === "q") form.querySelector("[data-new]").click();
  else if (FIELDS[key]) { event.preventDefault(); form.querySelector(FIELDS[key]).focus(); }
  else if (SPANS[key]) span(SPANS[key], event.shiftKey);
});

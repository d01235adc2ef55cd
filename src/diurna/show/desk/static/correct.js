// Corrections, by mouse and by keys: each is sent to /api/corrections, which keeps it, and the page is shown anew.

const token = document.querySelector('meta[name="csrf"]')?.content;
const text = document.getElementById("text");
const told = document.getElementById("told");
const here = document.getElementById("event") ?? document.querySelector(".reading[data-article]");
const shown = JSON.parse(document.getElementById("shown")?.textContent ?? "null");

const say = (words) => { if (told) told.textContent = words; };
const later = JSON.parse(sessionStorage.getItem("told") ?? "null"); // what is to be said on the page that comes next
sessionStorage.removeItem("told");
if (later) say(later);

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": token }, body: JSON.stringify(body ?? {}),
  });
  const made = await answer.json();
  if (answer.ok) return made;
  say(typeof made.detail === "string" ? made.detail : "This cannot be kept as it is.");
  return undefined;
}

function goOn(words, address) {
  sessionStorage.setItem("told", JSON.stringify(words));
  if (address) location.assign(address); else location.reload();
}

// Sends a correction; then goes to `address`, or shows this page anew.
async function correct(given, words, address) {
  const made = await post("/api/corrections", { article_key: here.dataset.article, ...given });
  if (!made) return;
  sessionStorage.setItem("last", JSON.stringify({ id: made.id, address: location.pathname }));
  goOn(`${words}. Undo: u`, address);
}

const change = (field, after) => correct({ kind: "change", event: here.dataset.event, field, after }, `${field} changed`);

async function undo(id) {
  const last = JSON.parse(sessionStorage.getItem("last") ?? "null");
  const which = last?.id ?? id;
  if (!which) { say("There is nothing to undo."); return; }
  if (!(await post(`/api/corrections/${which}/undo`))) return;
  sessionStorage.removeItem("last");
  goOn("Taken back.", last?.address ?? location.pathname);
}

// The selected words as offsets in code points of the article's text; null where none of the text is selected.
function selected() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const at = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-start]");
    if (!piece || !text.contains(piece)) return null;
    const before = node.nodeType === Node.TEXT_NODE ? piece.textContent.slice(0, offset) : offset ? piece.textContent : "";
    return Number(piece.dataset.start) + [...before].length;
  };
  const start = at(range.startContainer, range.startOffset), end = at(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

let words = null; // the last selection in the text: a click on a button may end the selection itself
document.addEventListener("selectionchange", () => {
  const now = selected();
  if (!now) return;
  words = now;
  for (const place of document.querySelectorAll("#selected, #missed output")) place.textContent = `“${getSelection()}”`;
});

function withWords(act) {
  words = selected() ?? words; // the browser may not have told of it yet
  if (words) act(words); else say("Select the words in the text first.");
}

function span(field, add) {
  withWords((chosen) => {
    if (field === "trigger" || field === "place") { change(field, chosen); return; }
    const kept = add ? shown[field].map(({ start, end }) => ({ start, end })) : [];
    change(field, [...kept, chosen]);
  });
}

function save(field) {
  const { value } = field, name = field.dataset.field;
  if (name === "mode") change(name, value ? [value] : []);
  else if (name === "date") change(name, value ? { start: value, end: value, precision: "day" } : null);
  else change(name, value);
}

const acts = {
  kind: (button) => correct({ kind: button.dataset.kind, event: here.dataset.event }, button.dataset.kind === "confirm" ? "Confirmed" : "Rejected", "/queue/next"),
  undo: (button) => undo(Number(button.dataset.undo)),
  span: (button, event) => span(button.dataset.span, event.shiftKey),
  clear: (button) => change(button.dataset.clear, button.dataset.clear === "place" ? null : []),
  split: (button) => {
    const [article, event] = button.dataset.split.split(" ");
    correct({ kind: "split", article_key: article, event }, "Split", location.pathname);
  },
  done: () => correct({ kind: "confirm" }, "The article is done", "/queue/next"),
  another: (button) => withWords((chosen) => correct({ kind: "split_entity", entity: button.dataset.another, after: { mentions: [chosen] } }, "Split")),
};
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

// A list chosen by mouse is saved at once; by keys, which step through it, on Enter or when it is left.
for (const field of document.querySelectorAll("[data-field]")) {
  let by = "mouse", changed = false;
  const first = field.value;
  field.addEventListener("keydown", (event) => {
    by = "keys";
    if (event.key === "Enter" && changed) { event.preventDefault(); changed = false; save(field); }
    if (event.key === "Escape") { field.value = first; changed = false; field.blur(); }
  });
  field.addEventListener("pointerdown", () => { by = "mouse"; });
  field.addEventListener("change", () => {
    if (by === "mouse" && field.tagName === "SELECT") save(field); else { changed = true; say("Enter saves it, Escape leaves it."); }
  });
  field.addEventListener("blur", () => { if (changed) { changed = false; save(field); } });
}

const FIELDS = { t: "type", m: "mode", s: "status", d: "date" };
const SPANS = { a: "actor", r: "recipient", p: "place", g: "trigger" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "n") document.querySelector('a[data-key="n"]')?.click();
  if (!token) return;
  if (key === "u") undo(Number(document.querySelector("[data-undo]")?.dataset.undo));
  if (!document.getElementById("correct")) return;
  if (key === "c") document.querySelector('[data-kind="confirm"]').click();
  else if (key === "x") document.querySelector('[data-kind="reject"]').click();
  else if (FIELDS[key]) { event.preventDefault(); document.querySelector(`[data-field="${FIELDS[key]}"]`).focus(); }
  else if (SPANS[key]) span(SPANS[key], event.shiftKey);
});

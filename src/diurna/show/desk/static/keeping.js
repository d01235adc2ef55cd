// Sends what a person says to the desk, which keeps it, and shows the page anew; or says why it cannot be kept.

export const token = document.querySelector('meta[name="csrf"]')?.content;
export const here = document.getElementById("event") ?? document.querySelector(".reading[data-article]");
const told = document.getElementById("told");

export const say = (words) => { if (told) told.textContent = words; };
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
  if (address && address.split("#")[0] !== location.pathname) { location.assign(address); return; }
  if (address) history.replaceState(null, "", address);
  location.reload();
}

// Sends a correction; then goes to `address`, or shows this page anew.
export async function correct(given, words, address) {
  const made = await post("/api/corrections", { article_key: here.dataset.article, ...given });
  if (!made) return;
  sessionStorage.setItem("last", JSON.stringify({ id: made.id, address: location.pathname + location.hash }));
  goOn(`${words}. Undo: u`, address);
}

export const change = (event, field, after) => correct({ kind: "change", event, field, after }, `${field} changed`);

// Takes the last correction back, else the one of the number.
export async function undo(id) {
  const last = JSON.parse(sessionStorage.getItem("last") ?? "null");
  const which = last?.id ?? id;
  if (!which) { say("There is nothing to undo."); return; }
  if (!(await post(`/api/corrections/${which}/undo`))) return;
  sessionStorage.removeItem("last");
  goOn("Taken back.", last?.address);
}

// A list chosen by mouse is saved at once; by keys, which step through it, on Enter or when it is left.
export function saved(field, save) {
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

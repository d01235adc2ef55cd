// What every page does: layers of marks on and off, a click on a mark opens its records, filters stay in the
// address, a dropped file is read.

const text = document.getElementById("text");
const cards = document.getElementById("cards");

for (const box of document.querySelectorAll("input[data-layer]")) {
  const show = () => text?.classList.toggle(`off-${box.dataset.layer}`, !box.checked);
  box.addEventListener("change", show);
  show(); // a browser that goes back keeps the boxes as they were
}

const shown = (mark) => mark.dataset.marks.trim().split(/\s+/).filter((one) => !text.classList.contains(`off-${one.split(":")[0]}`));

// Opens the records behind the marked words, those of the shortest passage first.
function open(mark) {
  const names = shown(mark);
  if (!names.length) return;
  const length = (name) => [...text.children].filter((one) => one.dataset.marks?.split(" ").includes(name)).reduce((sum, one) => sum + one.textContent.length, 0);
  names.sort((a, b) => length(a) - length(b));
  for (const card of cards.querySelectorAll(".card")) card.hidden = true;
  for (const name of names.toReversed()) {
    const card = document.getElementById(`card-${name.replace(":", "-")}`);
    if (card) { card.hidden = false; cards.prepend(card); }
  }
  const hint = cards.querySelector(".hint");
  if (hint) hint.hidden = true;
  for (const one of text.children) one.classList.toggle("open", one.dataset.marks?.split(" ").includes(names[0]) ?? false);
  cards.scrollTop = 0;
}

if (text && cards) {
  const marks = [...text.querySelectorAll("[data-marks]")].filter((mark) => mark.textContent.trim());
  // One mark is a stop of the tab key; from it the arrows go to the next and the one before.
  const stop = (mark) => { for (const one of marks) one.tabIndex = one === mark ? 0 : -1; };
  for (const mark of marks) mark.setAttribute("role", "button");
  if (marks.length) stop(marks[0]);
  let down = null; // to drag over words selects them, and opens nothing
  text.addEventListener("mousedown", (event) => { down = event; });
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-marks]");
    const dragged = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 3;
    if (mark && !dragged && event.detail < 2) { if (marks.includes(mark)) stop(mark); open(mark); }
  });
  text.addEventListener("keydown", (event) => {
    const at = marks.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(marks[at]); }
    const next = { ArrowRight: marks[at + 1], ArrowLeft: marks[at - 1] }[event.key];
    if (next) { event.preventDefault(); stop(next); next.focus(); }
  });
  const asked = location.hash.slice(1);
  const first = asked && marks.find((mark) => mark.dataset.marks.split(" ").includes(asked));
  if (first) { stop(first); open(first); first.scrollIntoView({ block: "center" }); }
}

// The links beside the filters go where the filters now say; an empty field is no filter, and stays out of the address.
const filters = document.getElementById("filters");
if (filters) {
  const kept = () => [...new FormData(filters)].filter(([, value]) => value !== "");
  const turn = () => {
    for (const link of document.querySelectorAll("a[data-keep]")) {
      const words = new URLSearchParams(kept());
      for (const [name, value] of new URLSearchParams(link.dataset.keep)) words.set(name, value);
      link.href = `${link.pathname}?${words}`;
    }
  };
  filters.addEventListener("input", turn);
  filters.addEventListener("change", turn);
}
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    setTimeout(() => { for (const field of form.elements) field.disabled = false; });
  });
}

// A file that is dropped on the text's field, or chosen, is read here and its text put into the field.
const given = document.getElementById("given");
if (given) {
  const read = async (file) => { if (file) given.value = (await file.text()).slice(0, given.maxLength); };
  given.addEventListener("dragover", (event) => { event.preventDefault(); given.classList.add("dropping"); });
  given.addEventListener("dragleave", () => given.classList.remove("dropping"));
  given.addEventListener("drop", (event) => {
    given.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  document.getElementById("file")?.addEventListener("change", (event) => read(event.target.files[0]));
}

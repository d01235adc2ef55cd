// The words that a person selects in the article's text, by mouse or by keys, as offsets in code points.

export const text = document.getElementById("text");

const pieces = () => [...text.querySelectorAll("[data-start]")].filter((piece) => piece.firstChild);

// The selected words; null where none of the text is selected.
export function selected() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let start = null, end = null;
  for (const piece of pieces()) {
    const node = piece.firstChild;
    if (!range.intersectsNode(node)) continue;
    const first = range.startContainer === node ? range.startOffset : 0;
    const last = range.endContainer === node ? range.endOffset : node.length;
    if (first >= last) continue;
    const at = (offset) => Number(piece.dataset.start) + [...node.data.slice(0, offset)].length;
    start ??= at(first);
    end = at(last);
  }
  return start === null ? null : { start, end };
}

// By mouse. Chromium loses a drag that begins just where a mark begins (or, where marks take the focus, within it):
// what was dragged over is then selected here.
const caret = ({ clientX, clientY }) => {
  const at = document.caretPositionFromPoint?.(clientX, clientY);
  if (at) return [at.offsetNode, at.offset];
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? [range.startContainer, range.startOffset] : null;
};
let from = null;
function drag(event) {
  const to = from && caret(event);
  if (!to || !text.contains(to[0]) || (from[0] === to[0] && from[1] === to[1])) return;
  const wanted = document.createRange();
  wanted.setStart(...from);
  wanted.setEnd(...to);
  if (wanted.collapsed) { wanted.setStart(...to); wanted.setEnd(...from); }
  if (wanted.toString() !== getSelection().toString()) getSelection().setBaseAndExtent(...from, ...to);
}
text?.addEventListener("mousedown", (event) => {
  from = event.button === 0 && event.detail === 1 && !event.shiftKey ? caret(event) : null;
});
document.addEventListener("mousemove", (event) => { if (from && event.buttons & 1) setTimeout(drag, 0, event); });
document.addEventListener("mouseup", (event) => { if (from) { drag(event); from = null; } });

// By keys, in the text: arrows go from word to word and from line to line, with Shift they take more words in.
const WORD = /[\p{L}\p{N}]+(?:[’'.,:\-][\p{L}\p{N}]+)*/gu;

function words() {
  const found = [];
  let joined = "", spots = [], next = null;
  const flush = () => {
    const at = (offset, end) => {
      const [node, start] = spots.findLast(([, start]) => (end ? start < offset : start <= offset));
      return [node, offset - start];
    };
    for (const { index, 0: word } of joined.matchAll(WORD)) found.push([at(index), at(index + word.length, true)]);
    [joined, spots] = ["", []];
  };
  for (const piece of pieces()) {
    const start = Number(piece.dataset.start);
    if (next !== null && start !== next) flush(); // what lies between is not shown
    spots.push([piece.firstChild, joined.length]);
    joined += piece.textContent;
    next = start + [...piece.textContent].length;
  }
  flush();
  return found.map(([start, end]) => {
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(...end);
    return range;
  });
}

let all = null, first = 0, last = 0; // the words, and which of them are selected

function begin() {
  all ??= words();
  const range = getSelection().rangeCount && selected() ? getSelection().getRangeAt(0) : null;
  const mark = text.querySelector(".open, .p-trigger");
  const before = (one) => (range ? one.compareBoundaryPoints(Range.START_TO_END, range) <= 0 : mark && !one.intersectsNode(mark));
  first = Math.max(all.findIndex((one) => !before(one)), 0);
  last = range ? Math.max(first, all.findLastIndex((one) => one.compareBoundaryPoints(Range.END_TO_START, range) < 0)) : first;
}

// The word in the line above or below that stands nearest under it.
function lineFrom(at, step) {
  const box = (one) => all[one].getBoundingClientRect();
  const here = box(at);
  let best = at, line = null;
  for (let one = at + step; all[one]; one += step) {
    const there = box(one);
    if (Math.abs(there.top - here.top) < here.height / 2) continue;
    line ??= there.top;
    if (Math.abs(there.top - line) > here.height / 2) break;
    if (best === at || Math.abs(there.left - here.left) < Math.abs(box(best).left - here.left)) best = one;
  }
  return best;
}

function mark() {
  const [a, b] = first <= last ? [first, last] : [last, first];
  getSelection().setBaseAndExtent(all[a].startContainer, all[a].startOffset, all[b].endContainer, all[b].endOffset);
  all[last].startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

// Puts the keys into the text, at what is selected there already, else at the words of the event.
export function selectByKeys() {
  begin();
  if (!all.length) return;
  text.focus({ preventScroll: true });
  mark();
}

if (text && document.querySelector('meta[name="csrf"]')) {
  text.tabIndex = 0;
  text.setAttribute("role", "group");
  text.setAttribute("aria-label", "The text. Arrow keys select words in it, with Shift more of them");
  text.addEventListener("keydown", (event) => {
    if (event.target !== text || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { getSelection().removeAllRanges(); text.blur(); return; }
    if (!["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    if (!all || !selected()) { begin(); mark(); return; }
    const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
    const next = event.key.length > 9 || event.key === "ArrowLeft" ? last + step : lineFrom(last, step);
    last = Math.min(Math.max(next, 0), all.length - 1);
    if (!event.shiftKey) first = last;
    mark();
  });
}

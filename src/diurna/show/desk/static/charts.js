// The pictures: events over time, places on the map, and who stands around an actor. The page carries their data.
import { expressionInterpreter } from "./vendor/vega-interpreter.js";

const told = JSON.parse(document.getElementById("charts")?.textContent ?? "{}");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const KINDS = [
  ["verbal_cooperation", "verbal cooperation", "q1"], ["material_cooperation", "material cooperation", "q2"],
  ["verbal_conflict", "verbal conflict", "q3"], ["material_conflict", "material conflict", "q4"],
];

const config = () => ({
  background: null,
  axis: { labelColor: colour("dim"), gridColor: colour("line"), domainColor: colour("line"), tickColor: colour("line"), labelFont: "system-ui", labelFontSize: 12 },
  legend: { labelColor: colour("ink"), labelFont: "system-ui", labelFontSize: 12 },
});

// The page's Content-Security-Policy forbids eval, so Vega's expressions are interpreted.
function draw(id, spec) {
  const place = document.getElementById(id);
  if (!place || !globalThis.vega) return undefined;
  place.replaceChildren();
  const whole = { $schema: "https://vega.github.io/schema/vega/v6.json", width: place.clientWidth - 10, padding: 5, autosize: { type: "fit", contains: "padding" }, ...spec };
  const view = new vega.View(vega.parse(whole, config(), { ast: true }), { expr: expressionInterpreter, renderer: "canvas", container: place, hover: true });
  view.runAsync();
  return view;
}

const day = (text) => new Date(`${text}T00:00:00Z`).getTime();
function monthAfter(text) {
  const date = new Date(day(text));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

// One bar a month, stacked by kind; `rows` have kind, at, until and count.
function bars(id, rows, kinds, name) {
  // A year at least, so that a single month is a bar and not a wall.
  const first = Math.min(...rows.map((row) => row.at)), last = Math.max(...rows.map((row) => row.until));
  const begin = Math.min(first, last - 366 * 86400000);
  draw(id, {
    height: 220,
    data: [{ name: "bars", values: rows, transform: [{ type: "stack", groupby: ["at"], field: "count", sort: { field: "order" } }] }],
    scales: [
      { name: "x", type: "utc", domain: [begin, last], range: "width" },
      { name: "y", type: "linear", domain: { data: "bars", field: "y1" }, range: "height", nice: true, zero: true },
      { name: "kinds", type: "ordinal", domain: kinds.map((kind) => kind[1]), range: kinds.map((kind) => colour(kind[2])) },
    ],
    axes: [
      { orient: "bottom", scale: "x", tickCount: Math.max(2, Math.floor(document.getElementById(id).clientWidth / 90)) },
      { orient: "left", scale: "y", grid: true, tickCount: 5, tickMinStep: 1, format: "~s", domain: false, ticks: false },
    ],
    legends: kinds.length > 1 ? [{ fill: "kinds", orient: "top", symbolType: "square", columns: document.getElementById(id).clientWidth < 480 ? 2 : 4 }] : [],
    marks: [{
      type: "rect", from: { data: "bars" },
      encode: {
        enter: {
          x: { scale: "x", field: "at" }, x2: { scale: "x", field: "until", offset: -1 }, y: { scale: "y", field: "y0" }, y2: { scale: "y", field: "y1" },
          fill: { scale: "kinds", field: "kind" }, tooltip: { field: "label" }, cursor: { value: name ? "pointer" : "default" },
        },
      },
    }],
  })?.addEventListener("click", (_, item) => {
    if (name && item?.datum?.from) location.href = `/events?from=${item.datum.from}&to=${item.datum.to}`;
  });
}

function months() {
  const rows = told.months.flatMap((month) => KINDS.map(([field, kind], order) => ({
    kind, order, count: month[field], at: day(month.period), until: monthAfter(month.period), from: month.period,
    to: new Date(monthAfter(month.period) - 1).toISOString().slice(0, 10), label: `${month.period.slice(0, 7)}: ${month[field]} ${kind}`,
  })));
  bars("months", rows, KINDS, "events");
}

function days() {
  const counted = new Map();
  for (const one of told.days) counted.set(one.slice(0, 7), (counted.get(one.slice(0, 7)) ?? 0) + 1);
  const rows = [...counted].sort().map(([month, count]) => ({
    kind: "events", order: 0, count, at: day(`${month}-01`), until: monthAfter(`${month}-01`), label: `${month}: ${count}`,
  }));
  bars("days", rows, [["", "events", "link"]]);
}

function map() {
  const place = document.getElementById("map");
  const spots = told.places.map((spot) => ({ ...spot, label: `${spot.name}: ${spot.events}` }));
  const near = spots.length === 1;
  const width = place.clientWidth - 10, height = Math.round(width * (near ? 0.6 : 0.46));
  const projection = near
    ? { name: "globe", type: "mercator", scale: width * 0.8, center: [spots[0].longitude, spots[0].latitude], translate: [width / 2, height / 2] }
    : { name: "globe", type: "naturalEarth1", scale: width / 5.6, translate: [width / 2, height * 0.57] };
  draw("map", {
    height, autosize: "none", padding: 0, projections: [projection],
    data: [
      { name: "world", url: "/static/vendor/countries-110m.json", format: { type: "topojson", feature: "countries" } },
      { name: "spots", values: spots, transform: [{ type: "geopoint", projection: "globe", fields: ["longitude", "latitude"] }, { type: "collect", sort: { field: "events", order: "descending" } }] },
    ],
    scales: [{ name: "size", type: "sqrt", domain: [0, Math.max(10, ...spots.map((spot) => spot.events))], range: [0, near ? 400 : width * 0.8] }],
    marks: [
      { type: "shape", from: { data: "world" }, clip: true, encode: { enter: { fill: { value: colour("line") }, stroke: { value: colour("paper") }, strokeWidth: { value: 0.7 } } }, transform: [{ type: "geoshape", projection: "globe" }] },
      {
        type: "symbol", from: { data: "spots" }, clip: true,
        encode: { enter: { x: { field: "x" }, y: { field: "y" }, size: { scale: "size", field: "events", offset: 8 }, fill: { value: colour("q4") }, fillOpacity: { value: 0.45 }, stroke: { value: colour("q4") }, tooltip: { field: "label" }, cursor: { value: "pointer" } } },
      },
    ],
  })?.addEventListener("click", (_, item) => {
    if (item?.datum?.name && !near) location.href = `/events?place=${encodeURIComponent(item.datum.name)}`;
  });
}

function svg(name, attributes, ...inside) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

// The actor in the middle, the others around it: a line out where it acts on them, one in where they act on it.
function network() {
  const place = document.getElementById("network"), { centre, around } = told.network;
  if (!around.length) { place.classList.remove("chart"); place.textContent = "Nobody: no event names another side."; return; }
  const width = Math.max(300, place.clientWidth), height = Math.max(120, Math.min(460, around.length * 22)), x = width / 2, y = height / 2;
  const most = Math.max(...around.map((one) => one.out + one.in)), long = width < 480 ? 11 : 24, short = (text) => (text.length > long ? `${text.slice(0, long - 1)}…` : text);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "network" });
  around.forEach((one, n) => {
    const side = n % 2 ? -1 : 1, row = Math.floor(n / 2), rows = Math.ceil((around.length - (side < 0 ? 1 : 0)) / 2) || 1;
    const at = (row + 0.5) / rows, ty = 18 + at * (height - 36), tx = x + side * (width / 2 - Math.min(190, width * 0.36)) * Math.sqrt(1 - ((at - 0.5) * 1.5) ** 2);
    const thick = 1 + (4 * (one.out + one.in)) / most;
    drawing.append(svg("line", { x1: x, y1: y, x2: tx, y2: ty, "stroke-width": thick, class: one.out && one.in ? "both" : one.out ? "out" : "in" }));
    const arrow = `${one.out ? (side > 0 ? "→" : "←") : ""}${one.in ? (side > 0 ? "←" : "→") : ""}`, words = `${short(one.name)} ${one.out + one.in}`;
    const text = svg("text", { x: tx + side * 6, y: ty + 4, "text-anchor": side > 0 ? "start" : "end" });
    text.append(side > 0 ? `${arrow} ${words}` : `${words} ${arrow}`);
    const title = svg("title", {}, `${one.name}: ${one.out} times acted on, ${one.in} times acting on ${centre}`);
    drawing.append(svg("a", { href: `/actors?name=${encodeURIComponent(one.name)}` }, title, text));
  });
  const middle = svg("text", { x, y: y + 4, "text-anchor": "middle", class: "centre" });
  middle.append(short(centre));
  const half = Math.min(110, short(centre).length * 4.4 + 12);
  drawing.append(svg("rect", { x: x - half, y: y - 14, width: 2 * half, height: 28, rx: 14, class: "centre" }), middle);
  place.replaceChildren(drawing);
}

function all() {
  for (const [id, data, picture] of [["months", told.months, months], ["days", told.days, days], ["map", told.places, map], ["network", told.network, network]]) {
    const place = document.getElementById(id);
    if (!place || !data) continue;
    if (Array.isArray(data) && !data.length) { place.classList.remove("chart"); place.removeAttribute("role"); place.textContent = "Nothing to show."; continue; }
    picture();
  }
}

all();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
let waiting;
addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(all, 200); });

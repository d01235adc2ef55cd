// What vega-interpreter asks of vega-util, from vega.min.js, which holds it.
export const { ascending, isString, DisallowedObjectProperties } = globalThis.vega;

/**
 * What a chart wears on a page over its own style sheet: on a screen it is moved and chosen from; on paper it stands
 * alone, as large as the page lets it be and no larger than it is.
 */
export const chartStyle = `
:host { display: block; position: relative; overflow: hidden; touch-action: none; cursor: grab; user-select: none; }
svg { display: block; }
@media screen {
  :host(.dragging) { cursor: grabbing; }
  :host(:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px; }
  svg { position: absolute; inset: 0 auto auto 0; transform-origin: 0 0; border-radius: 10px; box-shadow: var(--sheet-shadow); }
  :host(.outdated) svg { opacity: 0.7; filter: saturate(0.4); }
  .node { cursor: pointer; }
  .node [tabindex] { outline: none; }
  .node:hover .outline { stroke-width: 2.5; }
  .node [tabindex]:focus-visible .outline { stroke-width: 3.5; stroke: var(--accent); }
  .node.selected .outline { stroke-width: 3.5; stroke: var(--accent); filter: drop-shadow(0 0 6px var(--accent)); }
  .flag { stroke: var(--sheet); stroke-width: 2; pointer-events: none; }
  .flag.error { fill: var(--error); }
  .flag.warning { fill: var(--warning); }
  .flag.info { fill: var(--info); }
}
@media screen and (forced-colors: active) { .node.selected .outline { stroke: Highlight; } }
@media print {
  /* A hair less than the page, so that no empty one follows. */
  svg { width: 100% !important; height: calc(100vh - 1px) !important; max-width: var(--width); max-height: var(--height); margin: auto; transform: none !important; }
  .node [tabindex] { outline: none; }
  .flag { display: none; }
}
`;

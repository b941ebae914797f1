/** What a chart wears on a page over its own style sheet. */
export const chartStyle = `
:host { display: block; position: relative; overflow: hidden; touch-action: none; cursor: grab; user-select: none; }
:host(.dragging) { cursor: grabbing; }
:host(:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px; }
svg { position: absolute; inset: 0 auto auto 0; display: block; transform-origin: 0 0; border-radius: 10px; box-shadow: var(--sheet-shadow); }
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
@media (forced-colors: active) { .node.selected .outline { stroke: Highlight; } }
`;

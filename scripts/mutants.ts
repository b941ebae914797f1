// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the sources that are quoted

/** A room of the sources whose mutants are tried with its own tests. */
export type Room =
  | 'text'
  | 'diagnostic'
  | 'syntax'
  | 'check'
  | 'language'
  | 'model'
  | 'build'
  | 'graph'
  | 'shapes'
  | 'analysis'
  | 'type'
  | 'layout'
  | 'render'
  | 'lint'
  | 'format'
  | 'write'
  | 'output'
  | 'input'
  | 'report'
  | 'project'
  | 'session'
  | 'server'
  | 'preview'
  | 'cli';

/** A small mistake that someone could make. */
export interface Mutant {
  readonly room: Room;
  readonly file: string;
  /** What flowc would do wrong. */
  readonly name: string;
  /** Stands once in the file; `replace` comes into its place. */
  readonly find: string;
  readonly replace: string;
  /** The tests of this very thing, given where those of the room take minutes. */
  readonly tests?: readonly string[];
}

/**
 * The tests of each room, but for those that draw hundreds of charts, search at random or start a browser: they would
 * find more, and take hours.
 */
export const testsOf: Readonly<Record<Room, readonly string[]>> = {
  text: ['tests/text'],
  diagnostic: ['tests/diagnostic'],
  syntax: [
    'tests/syntax/tokens.test.ts',
    'tests/syntax/errors.test.ts',
    'tests/syntax/parse.test.ts',
    'tests/syntax/label.test.ts',
    'tests/syntax/one-mistake.test.ts',
    'tests/syntax/one-mistake-in-a-procedure.test.ts',
    'tests/syntax/words-in-their-place.test.ts',
    'tests/syntax/duration.test.ts',
    'tests/syntax/sure-repairs.test.ts',
  ],
  check: ['tests/check'],
  language: ['tests/language'],
  model: ['tests/reported/fresh-is-what-is-drawn.test.ts', 'tests/model'],
  build: ['tests/build'],
  graph: ['tests/graph'],
  shapes: ['tests/shapes'],
  analysis: ['tests/analysis'],
  type: ['tests/type/fit-text.test.ts', 'tests/type/break-lines.test.ts'],
  layout: [
    'tests/layout/layout-flow.test.ts',
    'tests/layout/quality.test.ts',
    'tests/layout/score-chart.test.ts',
    'tests/layout/choose-cuts.test.ts',
    'tests/layout/rows.test.ts',
    'tests/layout/fold-drawing.test.ts',
    'tests/layout/metrics.test.ts',
    'tests/layout/show.test.ts',
    'tests/layout/beside-the-work.test.ts',
    'tests/layout/said-in-boxes.test.ts',
    'tests/layout/spoken.test.ts',
  ],
  render: [
    'tests/render/render-svg.test.ts',
    'tests/render/merge-lines.test.ts',
    'tests/render/paths.test.ts',
    'tests/render/svg-document.test.ts',
    'tests/render/safe-link.test.ts',
  ],
  lint: ['tests/lint'],
  format: ['tests/format'],
  write: ['tests/write/flow-text.test.ts', 'tests/write/order.test.ts', 'tests/write/examples.test.ts'],
  output: ['tests/output'],
  input: ['tests/input'],
  report: ['tests/report'],
  project: ['tests/project'],
  session: ['tests/session'],
  server: [
    'tests/server/rename.test.ts',
    'tests/server/edit.test.ts',
    'tests/server/format-range.test.ts',
    'tests/server/look.test.ts',
    'tests/server/describe.test.ts',
    'tests/server/names.test.ts',
    'tests/server/outline.test.ts',
    'tests/server/completion.test.ts',
    'tests/server/completion-places.test.ts',
    'tests/server/see.test.ts',
    'tests/server/workspace.test.ts',
  ],
  preview: [
    'tests/preview/last-good.test.ts',
    'tests/preview/viewport.test.ts',
    'tests/preview/page-logic.test.ts',
  ],
  cli: ['tests/cli/cache.test.ts'],
};

type Change = readonly [name: string, find: string, replace: string, tests?: readonly string[]];
const within = (room: Room, file: string, changes: readonly Change[]): readonly Mutant[] =>
  changes.map(([name, find, replace, tests]) => ({
    room,
    file: `src/${file}`,
    name,
    find,
    replace,
    ...(tests === undefined ? {} : { tests }),
  }));

/** Mistakes by hand, over all rooms; the first of them are those that once went unnoticed. */
export const mutants: readonly Mutant[] = [
  ...within('text', 'text/line-index.ts', [
    [
      'a line begins one too late',
      'if (startOf(middle + 1) <= inside) low = middle;',
      'if (startOf(middle + 1) < inside) low = middle;',
    ],
    ['CR stays at the end of a line', "end -= text[end - 2] === '\\r' ? 2 : 1;", 'end -= 1;'],
  ]),
  ...within('text', 'text/text-edit.ts', [
    ['overlapping edits are both done', 'if (span.start < done) continue;', ''],
  ]),
  ...within('text', 'text/relative-path.ts', [
    ['.. climbs over ..', "parts.at(-1) !== '..') parts.pop();", "parts.at(-1) !== '.') parts.pop();"],
    [
      'a control character is let through',
      'relative.charCodeAt(at) < 0x20 || relative.charCodeAt(at) === 0x7f',
      'relative.charCodeAt(at) === 0x7f',
    ],
    ['the name of a file counts as a folder', 'same < target.length - 1', 'same < target.length'],
  ]),
  ...within('diagnostic', 'diagnostic/suggest.ts', [
    ['two mistakes from five letters on', 'length < 6 ? 1', 'length < 5 ? 1'],
    [
      'a swap of neighbours counts two',
      'cost = Math.min(cost, (beforeLast[at] ?? tooFar) + 1);',
      'cost = Math.min(cost, (beforeLast[at] ?? tooFar) + 2);',
    ],
    ['of equally close words the last', 'if (cost < least) {', 'if (cost <= least) {'],
  ]),
  ...within('diagnostic', 'diagnostic/printable.ts', [
    ['C1 goes to the terminal', 'if (unit < 0xa0) return', 'if (unit < 0x80) return'],
    [
      'marks that reorder text go to the terminal',
      'const reorders = (unit >= 0x202a',
      'const reorders = (unit >= 0x202f',
    ],
  ]),
  ...within('diagnostic', 'diagnostic/runner-commands.ts', [
    ['a command may stand behind blanks', '/^([^\\S\\n]*):(?=:(?!:))/gm', '/^():(?=:(?!:))/gm'],
  ]),
  ...within('syntax', 'syntax/lexer.ts', [
    ['a number ends before a percent sign that stands apart', '(?:[ \\\\t]*[%％٪])?`)', '(?:[%％٪])?`)'],
    ['an arrow has up to three dashes', '`[-=~–—]{1,4}(?:', '`[-=~–—]{1,3}(?:'],
    [
      'an address begins in small letters and https only',
      '(?:https?:\\/\\/|mailto:)[^\\s"]+',
      '(?:https:\\/\\/|mailto:)[^\\s"]+',
    ],
  ]),
  ...within('syntax', 'syntax/attribute-owners.ts', [
    [
      'a choice may say how often it is asked',
      "new Set(['if', 'when', 'otherwise', 'unknown'])",
      "new Set(['if', 'choose', 'when', 'otherwise', 'unknown'])",
    ],
  ]),
  ...within('syntax', 'syntax/grammar.ts', [
    [
      'an arrow behind the block of a problem leads on from there',
      "return last?.branch.kind === 'block' ? last : undefined;",
      "return last?.branch.kind === 'chain' ? last : undefined;",
    ],
    [
      'a word that begins a statement is a name at the beginning of a line',
      'return isName(tokenType) && (!(firstOnLine && freeStatementTypes.has(tokenType)) || this.atLoneTarget());',
      'return isName(tokenType);',
    ],
  ]),
  ...within('syntax', 'syntax/open-blocks.ts', [
    [
      'a block of an event that is never closed takes in the next event',
      'return isOfWait || tokenType === word.when || tokenType === word.otherwise;',
      'return tokenType === word.when || tokenType === word.otherwise;',
    ],
  ]),
  ...within('syntax', 'syntax/read-number.ts', [
    ['a time of exactly a million is too long', 'value > mostOfUnit)) {', 'value >= mostOfUnit)) {'],
    [
      'only the first part of a time is looked at',
      'if (parts.some(({ value }) => value > mostOfUnit)) {',
      'if (parts.slice(0, 1).some(({ value }) => value > mostOfUnit)) {',
    ],
    ['100 % is too much', 'if (!(value <= 1)) {', 'if (!(value < 1)) {'],
  ]),
  ...within('syntax', 'syntax/read-date.ts', [
    [
      'every fourth year has a 29 February',
      'year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29',
      'year % 4 === 0 ? 29',
    ],
  ]),
  ...within('syntax', 'syntax/mistakes.ts', [
    [
      'what follows from a mistake is reported as well',
      'const already = place === this.lastPlace;',
      'const already = place < this.lastPlace;',
    ],
  ]),
  ...within('syntax', 'syntax/sure-repairs.ts', [
    [
      'a repair that leaves as many mistakes is safe',
      '    found.length - group.length;',
      '    found.length - group.length + 1;',
    ],
    [
      'the second half of a group is not tried',
      'groups.push(group.slice(0, group.length >> 1), group.slice(group.length >> 1));',
      'groups.push(group.slice(0, group.length >> 1));',
    ],
  ]),
  ...within('language', 'language/duration.ts', [
    [
      'a working day is a day',
      'return (value * weekSeconds) / workingDaysAWeek(hours);',
      'return value * daySeconds;',
      ['tests/syntax/duration.test.ts'],
    ],
  ]),
  ...within('language', 'language/words.ts', [
    [
      'what is said of one day is said of 1 day and 2 hours',
      'further.length === 0 && form !== undefined',
      'form !== undefined',
      ['tests/language/words.test.ts'],
    ],
    [
      'signs of an author are read as places of a template',
      'template.replace(/\\{(\\w+)\\}/g, (written, name: string) => values[name] ?? written);',
      'Object.keys(values).reduce((text, name) => text.replace(`{${name}}`, values[name] ?? ``), template);',
      ['tests/language/words.test.ts'],
    ],
    [
      'the limit of all other cases is not set apart',
      'wrapped(words.otherwiseLimit, others)',
      'others',
      ['tests/language/words.test.ts'],
    ],
  ]),
  ...within('language', 'language/total-time.ts', [
    ['working time is rounded up to days', 'const whole = Math.floor(', 'const whole = Math.ceil('],
  ]),
  ...within('language', 'language/read-working-hours.ts', [
    [
      'midnight at the end is the one at the beginning',
      'end <= start ? end + minutesADay : end',
      'end < start && end > 0 ? end + minutesADay : end',
      ['tests/language/working-hours.test.ts'],
    ],
    [
      'of two texts the last is read alone',
      'merged(groups.flatMap((group) =>',
      'merged(groups.slice(-1).flatMap((group) =>',
      ['tests/language/working-hours.test.ts'],
    ],
  ]),
  ...within('language', 'language/overlapping-hours.ts', [
    [
      'what goes on after the midnight of Sunday is forgotten',
      'return again.until > 0 ? [range, again] : [range];',
      'return again.until > 9_000_000 ? [range, again] : [range];',
      ['tests/language/working-hours.test.ts'],
    ],
  ]),
  ...within('check', 'check/is-safe-link.ts', [
    [
      'HTTPS:// in capital letters is unsafe',
      'return /^https?:\\/\\/[^/?#]/i.test(link);',
      'return /^https?:\\/\\/[^/?#]/.test(link);',
    ],
    [
      'a scheme in capital letters is another one',
      '/^([^/?#]*?):/.exec(link)?.[1]?.toLowerCase()',
      '/^([^/?#]*?):/.exec(link)?.[1]',
    ],
    [
      '//host is a relative path',
      "scheme === undefined && !link.startsWith('/')",
      "scheme === undefined && !link.startsWith('///')",
    ],
  ]),
  ...within('check', 'check/jump-across-parallel.ts', [
    [
      'a jump into a branch inside of one’s own is one out',
      'const out = place !== undefined && !isAround(place, target.place);',
      'const out = place !== undefined;',
    ],
  ]),
  ...within('check', 'check/near-name.ts', [
    [
      'a misspelt role is not shown where it is declared',
      "wanted === 'owners' ? [scope.roles, scope.parties, scope.systems] : [scope[wanted]]",
      "wanted === 'owners' ? [scope.parties, scope.systems] : [scope[wanted]]",
    ],
    [
      'a name of a level that is almost right is taken for the name of a promise',
      'known.levels.has(id) || suggest(id, known.levels) !== undefined',
      'known.levels.has(id)',
    ],
  ]),
  ...within('check', 'check/scope.ts', [
    [
      'a party may have the name of a role',
      "kind === 'role' ? maps.party.get(name) : kind === 'party' ? maps.role.get(name) : undefined",
      'undefined',
    ],
  ]),
  ...within('check', 'check/misplaced-clock-stop.ts', [
    [
      'the clock stops for whoever does the step',
      "attribute.kind === 'by' && attribute.id.name === 'customer'",
      "attribute.kind === 'by'",
    ],
  ]),
  ...within('check', 'check/leaves-meanwhile.ts', [
    [
      'what is done meanwhile may end the case further in',
      "while (around !== undefined && around.of.kind !== 'meanwhile') around = around.around;",
      "if (around?.of.kind !== 'meanwhile') around = undefined;",
    ],
  ]),
  ...within('graph', 'graph/depth-first.ts', [
    [
      'an edge to itself goes forward',
      '(place[graph.to[edge] ?? 0] ?? -1) <= (place',
      '(place[graph.to[edge] ?? 0] ?? -1) < (place',
    ],
  ]),
  ...within('graph', 'graph/longest-path.ts', [
    ['loops nested deeper than eight count once', 'const depthLimit = 16;', 'const depthLimit = 1;'],
    [
      'of two ways of one length the last',
      'before + own <= (distance[node] ?? -1)) continue;',
      'before + own < (distance[node] ?? -1)) continue;',
    ],
    [
      'a loop is gone round once',
      'rounds.reduce((sum, round) => sum + round.rounds * round.once, 0)',
      'rounds.reduce((sum, round) => sum + round.once, 0)',
    ],
  ]),
  ...within('analysis', 'analysis/longest-promise.ts', [
    [
      'what is done beside the begin of a promise is forgotten',
      'starts: begin === undefined ? waitStarts(flow) : [begin, ...besides(begin)],',
      'starts: begin === undefined ? waitStarts(flow) : [begin],',
      ['tests/lint/rules.test.ts'],
    ],
    [
      'the clock never stops',
      "return !('stopsClock' in of && of.stopsClock === true);",
      'return of !== undefined;',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('analysis', 'analysis/longest-rounds.ts', [
    [
      'a promise that begins in a loop goes round it once',
      'const most = inside.reduce((all, each) => Math.max(all, rounds(each)), rounds(edge));',
      'const most = rounds(edge);',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('analysis', 'analysis/longest-stage.ts', [
    [
      'a step without a limit hides that of its stage',
      'isOpen(at) || Math.round(total[at] ?? 0) > most',
      'Math.round(total[at] ?? 0) > most',
    ],
  ]),
  ...within('analysis', 'analysis/told-meanwhile.ts', [
    [
      'one message beside the work is one for all time',
      'Math.max(over, moments.at(-1) ?? 0)',
      'moments.at(-1) ?? 0',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('graph', 'graph/longest-path.ts', [
    [
      'of branches that race the slowest counts',
      'lengthOf(edge) < lengthOf(best) ? edge : best',
      'lengthOf(edge) > lengthOf(best) ? edge : best',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('lint', 'lint/rules/service/promise-exceeded.ts', [
    [
      'the level that is exceeded least is reported',
      'overrun(b) - overrun(a)',
      'overrun(a) - overrun(b)',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('lint', 'lint/rules/completeness/wait-without-timeout.ts', [
    [
      'a wait that another branch ends lasts for ever',
      ' || isEndedByOthers(flow, index)',
      '',
      ['tests/lint/rules.test.ts'],
    ],
  ]),
  ...within('analysis', 'analysis/reach-together.ts', [
    [
      'a join is passed though a branch cannot get to it',
      "&& !(waitsForAll && branches.includes('nothing'))",
      '',
    ],
    ['a branch that ends by itself is waited for at the join', "isOver ? 'end' : 'nothing'", "'nothing'"],
  ]),
  ...within('analysis', 'analysis/beside-work.ts', [
    [
      'what is done meanwhile behind a step is on the way of the case',
      "kind === 'meanwhile' ? [shape.to[edge] ?? 0] : []",
      '[]',
    ],
  ]),
  ...within('analysis', 'analysis/late-ways.ts', [
    ['what has a timeout of its own leads to what is late too', "&& !exitsOf(at).includes('timeout')", ''],
  ]),
  ...within('analysis', 'analysis/most-changes.ts', [
    [
      'the second best way may end with the same owner',
      'way.owner !== best?.owner && isBetter(',
      'isBetter(',
    ],
  ]),
  ...within('analysis', 'analysis/count-paths.ts', [
    [
      'paths of branches that run side by side are added',
      'total * (least + along(edge))',
      'total + (least + along(edge))',
    ],
  ]),
  ...within('analysis', 'analysis/stuck-calls.ts', [
    [
      'calls that hang on another are reported too',
      'if (!collection.comesBack(process)) excused',
      'if (collection.comesBack(process)) excused',
    ],
  ]),
  ...within('graph', 'graph/dominators.ts', [
    [
      'the semidominator is not the smallest',
      'semi[node] = Math.min(semi[node] ?? 0, semi[forest.evaluate(from)] ?? 0);',
      'semi[node] = semi[forest.evaluate(from)] ?? 0;',
    ],
  ]),
  ...within('language', 'language/right-to-left.ts', [
    ['Uyghur in Kazakhstan runs from the right', "['ug-kz', 'ltr'],", "['ug-kz', 'rtl'],"],
  ]),
  ...within('layout', 'layout/grid/annotations.ts', [
    [
      'an annotation stands on the line that comes to its side',
      "const isPastLine = node.shape !== 'parallel-bar' && lined[side];",
      'const isPastLine = false;',
    ],
    [
      'an annotation reaches over columns in which lines run',
      'if (this.#runs(at - step, row) || this.#runs(at, row)) break;',
      '',
    ],
  ]),
  ...within('layout', 'layout/fold/clip-brackets.ts', [
    [
      'a bracket on paper does not say what it stands for where its parts are short',
      'length >= label.height || (length === longest && !isSaid)',
      'length >= label.height',
    ],
  ]),
  ...within('layout', 'layout/drawn-text.ts', [
    ['a term that is shown makes no picture stale', "show.includes('terms')", 'false'],
  ]),
  ...within('layout', 'layout/score-chart.ts', [
    ['lines that touch cross', 'x > left + 1 && x < right - 1', 'x > left - 1 && x < right + 1'],
  ]),
  ...within('layout', 'layout/weights.ts', [
    ['a crossing costs a bend', 'crossing: routeWeights.crossing,', 'crossing: routeWeights.bend,'],
    ['a path that joins one row later comes down', 'rowsLater: 4,', 'rowsLater: 1,'],
    ['a path that joins much later stays above', 'rowsLater: 4,', 'rowsLater: 400,'],
    ['four lines leave by the sides', 'exitsBeside: 3,', 'exitsBeside: 4,'],
  ]),
  ...within('layout', 'layout/find-back-edges.ts', [
    ['jumps are followed first', 'for (const jump of [false, true])', 'for (const jump of [true, false])'],
  ]),
  ...within('layout', 'layout/grid/rank.ts', [
    [
      'what comes back from beside pushes the work down',
      'return (rows[from] ?? 0) >= (rows[to] ?? 0);',
      'return (rows[from] ?? 0) > (rows[to] ?? 0) + 9;',
    ],
    [
      'what is beside the work of a stage stands above its frame',
      'after: [...order.after, ...stageBottoms(work, beside)], notAbove };',
      'after: [...order.after, ...stageBottoms(work, beside)] };',
    ],
  ]),
  ...within('layout', 'layout/line-mark.ts', [
    [
      'marks stand at the end of their lines',
      'line.x + (line.rightToLeft ? -shift : shift)',
      'line.x + (line.rightToLeft ? shift : -shift)',
    ],
  ]),
  ...within('layout', 'layout/mirror.ts', [
    [
      'lanes stay where they were',
      'lanes: placed.lanes.map(({ box, header }) => ({ box: turn(box), header: turn(header) })),',
      'lanes: placed.lanes,',
    ],
  ]),
  ...within('layout', 'layout/fold/choose-cuts.ts', [
    [
      'cuts cost nothing',
      'const cost = step.cost + price + (cut?.cost ?? 0);',
      'const cost = step.cost + price;',
    ],
  ]),
  ...within('shapes', 'shapes/shape-geometry.ts', [
    ['text may stand above the outline', 'if (y0 < top || y1 > bottom)', 'if (y1 > bottom)'],
    [
      'a mark at the left takes room at the right',
      'rightToLeft ? [after, before] : [before, after]',
      'rightToLeft ? [before, after] : [after, before]',
    ],
  ]),
  ...within('type', 'type/wrap-lines.ts', [
    [
      'breaks that look bad cost nothing',
      'const penaltyWeight = 0.12;',
      'const penaltyWeight = 0;',
      ['tests/type/wrap-lines.test.ts'],
    ],
  ]),
  ...within('type', 'type/is-font.ts', [
    [
      'a font that was cut short is one',
      'if (offset + length > data.byteLength) return false;',
      '',
      ['tests/reported/hostile-places.test.ts'],
    ],
  ]),
  ...within('model', 'model/process-text.ts', [
    ['what is declared makes a picture stale', "  'declared',\n", ''],
    ['a field that no chart shows makes a picture stale', "  'fields',\n", ''],
  ]),
  ...within('model', 'model/collection.ts', [
    [
      'of two flows with one name the last is found',
      'if (!byRef.has(key)) byRef.set(key, process);',
      'byRef.set(key, process);',
    ],
  ]),
  ...within('build', 'build/owners.ts', [
    [
      'the customer stands where he is first named',
      "['customer', ...inOrder.filter((id) => outside.has(id)), ...inOrder]",
      "[...inOrder.filter((id) => outside.has(id)), ...inOrder, 'customer']",
    ],
  ]),
  ...within('build', 'build/lanes.ts', [
    ['a system stands before a person', 'Number(systems.has(a)) - Number(systems.has(b))', '0'],
  ]),
  ...within('build', 'build/build-statements.ts', [
    [
      'what is done beside the work joins what follows',
      "if (exception.kind !== 'meanwhile') append",
      'append',
    ],
  ]),
  ...within('build', 'build/finish-edges.ts', [
    [
      'edges between the same nodes have one id',
      'return time === 1 ? name : `${name}#${time}`;',
      'return name;',
    ],
  ]),
  ...within('build', 'build/declarations.ts', [
    [
      'what another flow declares counts as declared by nobody',
      "known === undefined ? 'nowhere' : 'elsewhere'",
      "'nowhere'",
    ],
  ]),
  ...within('write', 'write/order.ts', [['the last thing costs nothing', '+ end(at);', ';']]),
  ...within('write', 'write/closed-branches.ts', [
    ['an end is refused in every branch', "kind !== 'end' || !isBeside", "kind !== 'end'"],
  ]),
  ...within('write', 'write/top.ts', [
    [
      'what is beside the work stands where it was',
      "['touchpoint', 'anytime', 'late', 'meanwhile']",
      "['meanwhile', 'late', 'anytime', 'touchpoint']",
    ],
  ]),
  ...within('write', 'write/quote.ts', [['a quote in a label ends it', `  ['"', '\\\\"'],\n`, '']]),
  ...within('render', 'render/xml-text.ts', [
    ['a lone surrogate stays', '|[\\ud800-\\udbff](?![\\udc00-\\udfff])', ''],
  ]),
  ...within('render', 'render/safe-link.ts', [
    ['HTTPS:// in capital letters is no link', 'mailto:)[^/]/i.test(written)', 'mailto:)[^/]/.test(written)'],
    [
      'a path from the root is a link',
      'return /^\\/|^[^/?#]*:/.test(written)',
      'return /^[^/?#]*:/.test(written)',
    ],
  ]),
  ...within('render', 'render/rounded-path.ts', [
    [
      'corners overlap on short stretches',
      'distance(before, here) / (index === 1 ? 1 : 2)',
      'distance(before, here)',
    ],
  ]),
  ...within('render', 'render/merge-lines.ts', [
    [
      'the last line keeps the stretch',
      '.sort((a, b) => plainness(a) - plainness(b))',
      '.sort((a, b) => plainness(b) - plainness(a))',
    ],
    ['lines that touch at their ends only are merged', 'hasArrow = end <= 0 ||', 'hasArrow = end < -1000 ||'],
  ]),
  ...within('lint', 'lint/spelled-waits.ts', [
    [
      'the four longest waits are reported',
      '.sort((a, b) => b - a)[4] ?? 0',
      '.sort((a, b) => b - a)[3] ?? 0',
    ],
    ['of equal waits more than five are reported', '.slice(0, 5)', '.slice(0, 50)'],
  ]),
  ...within('lint', 'lint/rules/service/handover-ping-pong.ts', [
    ['to and fro twice is reported three times', '|| reported.has(from)) return [];', ') return [];'],
  ]),
  ...within('lint', 'lint/rules/correctness/touchpoint-chain.ts', [
    [
      'a second arrow is said to have led those on whom the first had led already',
      'looked = touchpoint + 1;',
      'looked = 0;',
    ],
    [
      'an arrow is found that nothing would have been left behind in version 1.0',
      '(next === undefined || reached.has(next)) && ',
      '',
    ],
  ]),
  ...within('lint', 'lint/rules/correctness/percent-sum.ts', [
    [
      'several answers that apply at once share a hundred percent',
      'if (item.all !== undefined) return [];',
      '',
    ],
  ]),
  ...within('lint', 'lint/near-pairs.ts', [
    [
      'short names may differ by a letter',
      'Math.min(a.length, b.length) / 8)',
      'Math.min(a.length, b.length) / 4)',
    ],
    ['offer-1 and offer-2 are one name', '/^\\d+$/.test(word) || [...word]', '[...word]'],
  ]),
  ...within('lint', 'lint/suppression.ts', [
    ['a comment at the end of a line silences the next', 'if (!ownLine) return line;', ''],
    ['an error of the language can be silenced', 'if (isLanguageError(name))', "if (name === '')"],
  ]),
  ...within('format', 'format/line-writer.ts', [
    [
      'a comment above a blank line goes with what follows',
      "split('\\n').length > 2) break;",
      "split('\\n').length > 9) break;",
    ],
    [
      'a line of exactly the width is broken',
      'displayWidth(line) + 1 + displayWidth(text) > lineWidth)',
      'displayWidth(line) + 1 + displayWidth(text) >= lineWidth)',
    ],
    [
      'what follows a label without its end stays on its line',
      'mustBreak = verbatim || isUnclosed(text);',
      'mustBreak = verbatim;',
    ],
    [
      'what follows a copied piece stays on its line',
      'mustBreak = verbatim || isUnclosed(text);',
      'mustBreak = isUnclosed(text);',
    ],
    ['two comments come on one line', 'if (ownLine || isCommented ||', 'if (ownLine ||'],
    [
      'blank lines vanish',
      "source.slice(done, start).split('\\n').length > 2;",
      "source.slice(done, start).split('\\n').length > 99;",
    ],
  ]),
  ...within('output', 'output/json.ts', [
    ['a jump is told everywhere', 'jump: jump || undefined,', 'jump,'],
    ['paths lead from the root', 'pathFromFile(from, path)', 'path'],
  ]),
  ...within('input', 'input/json-process.ts', [
    [
      'an owner that is declared counts as undeclared',
      'return { ...owner, declared,',
      "return { ...owner, declared: 'nowhere' as const,",
    ],
  ]),
  ...within('input', 'input/json-by-level.ts', [
    ['what comes again and again comes once', "? 'after' : 'every'", "? 'after' : 'after'"],
  ]),
  ...within('input', 'input/json-references.ts', [
    ['two edges may have one id', "idsOf('edges', edges);", ''],
    ['a stage may be inside of itself', '?? index) >= index', '?? index) > index'],
    ['bars need not know each other', '|| partner.partner !== node.id', ''],
  ]),
  ...within('input', 'input/json-place.ts', [
    ['a quote behind a backslash ends a text', "at += text[at] === '\\\\' ? 2 : 1", 'at += 1'],
  ]),
  ...within('report', 'report/github.ts', [
    ['a comma in a file name ends it', ".replaceAll(',', '%2C')", ''],
    ['warnings come first', 'error: 0, warning: 1, info: 2', 'error: 1, warning: 0, info: 2'],
  ]),
  ...within('report', 'report/baseline.ts', [
    ['errors of the language are lived with', 'isLanguageError(code) || !known.has', '!known.has'],
  ]),
  ...within('report', 'report/junit.ts', [
    ['warnings fail', "severity === 'error'\n              ?", "severity !== 'info'\n              ?"],
  ]),
  ...within('report', 'report/gitlab.ts', [
    ['every finding is major', "warning: 'minor'", "warning: 'major'"],
  ]),
  ...within('project', 'project/load-files.ts', [
    [
      'a pipe that is used is read',
      "fileSystem.kind(path) !== 'file') continue;",
      'fileSystem.kind(path) === undefined) continue;',
    ],
  ]),
  ...within('project', 'project/flow-name.ts', [
    [
      'what macOS leaves is a flow',
      " && !name.startsWith('._')",
      '',
      ['tests/project', 'tests/reported/files-are-kept.test.ts'],
    ],
  ]),
  ...within('project', 'project/glob.ts', [
    ['* takes names that begin with a dot', '(isPlain(other) || !hidesDots) && ', ''],
    [
      '** takes folders that begin with a dot',
      'const anyFolders: Taker<Name> = { isWild: true, takes: isPlain };',
      'const anyFolders: Taker<Name> = { isWild: true, takes: () => true };',
    ],
  ]),
  ...within('project', 'project/decode-source.ts', [
    [
      'UTF-16 without its mark is UTF-8',
      'zeros.even === 0 && zeros.odd > pairs / 10',
      'zeros.even === 0 && zeros.odd > 10 * pairs',
      ['tests/project', 'tests/reported/files-are-kept.test.ts'],
    ],
    ['a surrogate in UTF-8 is one mistake', 'first === 0xed ? 0x9f', 'first === 0xed ? 0xbf'],
  ]),
  ...within('project', 'project/read-configuration.ts', [
    [
      'any object is a configuration',
      'keys.length === 0 ? isJson : 2 * ours.length > keys.length',
      'true',
      ['tests/project', 'tests/reported/hostile-places.test.ts'],
    ],
  ]),
  ...within('session', 'session/memo.ts', [
    [
      'what an answer hangs on is not recorded where it was known already',
      'if (running?.moment === moment) running.dependencies.set(kept, kept.changes);',
      'if (running?.moment === moment && kept.changes === 1) running.dependencies.set(kept, kept.changes);',
    ],
    ['an answer stays when what it hangs on has changed', 'if (kept.changes !== changes) return false;', ''],
    [
      'an answer counts as another one, however like it is to the one before',
      'if (known === undefined || !isSame(known.value, value)) {',
      'if (known === undefined || !Object.is(known.value, value)) {',
    ],
    [
      'an old moment is told what is true of the last',
      'kept.lastMoment === moment.number',
      'kept.lastMoment >= moment.number',
    ],
  ]),
  ...within('session', 'session/same-names.ts', [
    [
      'a name that is meant elsewhere now is taken for the one before',
      'sameData(before.diagnostics, now.diagnostics) &&',
      '',
    ],
    [
      'a label that a used file has changed stays as it was',
      '({ kind, name, label, path }),',
      '({ kind, name, label: name, path }),',
    ],
  ]),
  ...within('session', 'session/flow-queries.ts', [
    [
      'a file is judged without those that use it',
      'for (const user of usersOf(moment, path)) reached.add(user);',
      '',
    ],
  ]),
  ...within('server', 'server/features/rename.ts', [
    [
      'a role may be called customer',
      "if (name === 'customer' && isOwner)",
      "if (name === 'customer' && kind === 'system')",
    ],
    ['a system may get the name of a role', 'isOwner ? owners : [kind]', '[kind]'],
    [
      'a level may get the name of a promise',
      'declaredClash(file, name, kind) ?? promiseClash(file, name)',
      'declaredClash(file, name, kind)',
    ],
  ]),
  ...within('server', 'server/same-name.ts', [
    ['a used file is not renamed in', 'if (declares(used)) reached.add(used);', ''],
    [
      'all used files are renamed in, whoever declares the name',
      'if (declares(used)) reached.add(used);',
      'reached.add(used);',
    ],
    [
      'those that use a file are not renamed in',
      'if (declares(next)) for (const user of',
      'if (false) for (const user of',
    ],
  ]),
  ...within('server', 'server/occurrences.ts', [
    ['a party counts as a role', "if (parties.has(name)) return 'party';", ''],
    ['the levels of a promise have no names', 'addLevels(limits, add);', ''],
    [
      'what is done beside a step has no name',
      "if (item.exception.kind !== 'timeout')",
      "if (item.exception.kind === 'problem')",
    ],
  ]),
  ...within('server', 'server/line-proposals.ts', [
    [
      'every attribute is proposed behind everything',
      "kinds.has(word === 'as'",
      "true || kinds.has(word === 'as'",
    ],
    [
      'the clock of whoever does a step can stop',
      "owner === 'wait' || (owner === 'step' && isByCustomer)",
      "owner === 'wait' || owner === 'step'",
    ],
    [
      'what comes in from beside is proposed in any block',
      "...(atTop ? (['anytime', 'late', 'meanwhile'] as const) : []),",
      "...(['anytime', 'late', 'meanwhile'] as const),",
    ],
  ]),
  ...within('server', 'server/token-scan.ts', [
    [
      'what is done meanwhile may have an end',
      "if (openBlocks(scan).includes('meanwhile')) return true;",
      '',
    ],
  ]),
  ...within('server', 'server/node-at.ts', [
    ['a fork is taken for its join', 'as const).reverse(),', 'as const),'],
  ]),
  ...within('server', 'server/features/formatting.ts', [
    ['a brace in a label ends a block', 'if (brace?.tokenType !== RightBrace) return [];', ''],
    ['a brace lays out its own line only', 'openingOf(file, offset - 1) ?? offset - 1', 'offset - 1'],
    ['braces that were closed count', 'else if (tokenType === RightBrace) open.pop();', ''],
  ]),
  ...within('server', 'server/features/folding.ts', [
    [
      'the closing brace is folded away',
      "add('region', lineOf(start), lineOf(end) - 1);",
      "add('region', lineOf(start), lineOf(end));",
    ],
  ]),
  ...within('server', 'server/features/inlay-hints.ts', [
    [
      'a name that says the same is explained',
      "label === undefined || label === '' || label === labelFromIdentifier(name)",
      "label === undefined || label === ''",
    ],
  ]),
  ...within('preview', 'preview/last-good.ts', [
    [
      'a flow that is gone stays though its file is whole',
      '!present.has(key) && isBroken(path) &&',
      '!present.has(key) &&',
    ],
    [
      'a chart that was never whole is the last good one',
      "last === undefined || last.state === 'incomplete'",
      'last === undefined',
    ],
  ]),
  ...within('preview', 'preview/viewport.ts', [
    [
      'a small chart is blown up',
      'clampZoom(Math.min(1, across, down))',
      'clampZoom(Math.min(across, down))',
    ],
    ['what is under the pointer moves', '(scroll.x + at.x) * factor - at.x', 'scroll.x * factor'],
  ]),
  ...within('cli', 'cli/start/cache-folder.ts', [
    [
      'a folder of someone else is believed',
      'process.getuid === undefined || stats.uid === process.getuid()',
      'true',
    ],
    [
      'a folder that a group can write to is believed',
      '(stats.mode & 0o022) === 0',
      '(stats.mode & 0o002) === 0',
    ],
  ]),
  ...within('cli', 'cli/start/tricks.ts', [
    [
      'the switch of the start turns nothing off but what it names',
      'without === undefined ? trickNames',
      'without === undefined ? []',
    ],
    ['a trick that is named alone takes the others with it', '!left.includes(name)', 'left.length === 0'],
  ]),
  ...within('cli', 'cli/start/remembered-run.ts', [
    [
      'a file whose time was set back is unchanged',
      '`${size} ${mtimeNs} ${ctimeNs} ${ino}`',
      '`${size} ${mtimeNs} ${ino}`',
    ],
    [
      'a file that changed just now is settled',
      'mtimeNs < settled && ctimeNs < settled',
      'mtimeNs < settled',
    ],
  ]),
  ...within('cli', 'cli/write-file.ts', [
    [
      'a file with two names gets a third of its own',
      '(before.nlink === 1 && takesAfter',
      '(before.nlink > 0 && takesAfter',
      ['tests/cli/write-file.test.ts', 'tests/reported/files-are-kept.test.ts'],
    ],
    [
      'a read-only file is replaced',
      'if (before?.isFile()) refuseReadOnly(path, before);',
      '',
      ['tests/cli/write-file.test.ts', 'tests/reported/files-are-kept.test.ts'],
    ],
    [
      'a link may lead out of the folder',
      "way === '..' || way.startsWith(`..${sep}`)",
      "way === '..'",
      ['tests/cli/write-file.test.ts'],
    ],
  ]),
  ...within('cli', 'cli/terminal-guard.ts', [
    [
      'bytes go to the terminal as they are',
      "if (typeof content === 'string') return harmlessText(content);",
      "if (typeof content !== 'string') return content;\n  if (content !== '') return harmlessText(content);",
      ['tests/reported/what-reaches-a-terminal.test.ts'],
    ],
  ]),
  ...within('cli', 'cli/watch/folder-watcher.ts', [
    [
      'a folder is known by its name',
      '`${stats.dev} ${stats.ino} ${stats.birthtimeNs}`',
      "'there'",
      ['tests/watch'],
    ],
  ]),
  ...within('cli', 'cli/watch/recorded-files.ts', [
    [
      'a file that was missing is not missed',
      'isUnreadable(content) ? content.reason : fingerprint(content)',
      "isUnreadable(content) ? '' : ''",
      ['tests/watch'],
    ],
  ]),
  ...within('cli', 'cli/lint/run-lint.ts', [
    [
      '--quiet hides what fails',
      'const least = warning > maxWarnings ? isWarningOrError : isError;',
      'const least = isError;',
      ['tests/cli/lint.test.ts'],
    ],
  ]),
];

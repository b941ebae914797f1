import type {
  Drawing,
  DrawnEdge,
  DrawnLabel,
  DrawnNode,
  LineMark,
  TextLine,
  TextRole,
} from '../../src/layout/drawing.ts';
import type { ShapeName } from '../../src/shapes/all-shapes.ts';
import type { Point } from '../../src/shapes/geometry.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';

export const lineMaker =
  (measurer: TextMeasurer, rightToLeft: boolean) =>
  (text: string, role: TextRole, x: number, y: number, size: number, rotation?: -90 | 90): TextLine => ({
    text,
    role,
    x,
    y,
    size,
    width: measurer.width(text, size, rightToLeft),
    rightToLeft,
    ...(rotation === undefined ? {} : { rotation }),
  });

type Place = Pick<DrawnNode, 'x' | 'y' | 'width' | 'height'>;

const nodeMaker =
  (measurer: TextMeasurer, rightToLeft: boolean) =>
  (
    id: string,
    kind: DrawnNode['kind'],
    shape: ShapeName,
    place: Place,
    label: readonly string[],
    detail: readonly string[] = [],
    more: Partial<DrawnNode> = {},
  ): DrawnNode => {
    const line = lineMaker(measurer, rightToLeft);
    const height = label.length * 19 + detail.length * 15;
    const shift = shape === 'escalation' ? 11 : 0;
    const x = place.x + place.width / 2 + shift;
    const top = place.y + place.height / 2 - height / 2;
    return {
      id,
      kind,
      shape,
      ...place,
      lines: [
        ...label.map((text, index) => line(text, 'label', x, top + 14 + index * 19, 14)),
        ...detail.map((text, index) =>
          line(text, 'detail', x, top + label.length * 19 + 11 + index * 15, 11),
        ),
      ],
      spoken: [...label, ...detail].join(' '),
      ...more,
    };
  };

const labelAt = (
  measurer: TextMeasurer,
  text: string,
  x: number,
  y: number,
  rightToLeft = false,
): DrawnLabel => {
  const line = lineMaker(measurer, rightToLeft)(text, 'edge-label', x, y, 12);
  return { x: x - line.width / 2 - 4, y: y - 13, width: line.width + 8, height: 18, lines: [line] };
};

const marked = (label: DrawnLabel, mark: LineMark): DrawnLabel => ({
  ...label,
  lines: label.lines.map((line) => ({ ...line, mark })),
});

const edgeOf = (
  from: string,
  to: string,
  kind: DrawnEdge['kind'],
  points: readonly (readonly [number, number])[],
  more: Partial<DrawnEdge> = {},
): DrawnEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  kind,
  back: false,
  points: points.map(([x, y]): Point => ({ x, y })),
  ...more,
});

const symbols: readonly (readonly [DrawnNode['kind'], ShapeName, string, Partial<DrawnNode>?])[] = [
  ['touchpoint', 'terminal', 'Customer calls'],
  ['step', 'process', 'Answer the call'],
  ['escalate', 'escalation', 'Team lead decides'],
  ['wait', 'delay', 'Wait for new stock'],
  ['call', 'predefined-process', 'Refund', { link: 'refund.svg' }],
  ['transfer', 'off-page-connector', 'Complaints'],
  ['transfer', 'on-page-connector', '3'],
  ['decision', 'decision', 'In stock?'],
  ['fork', 'parallel-bar', ''],
  ['step', 'document', 'Write the letter'],
  ['step', 'data', 'Order data'],
  ['step', 'stored-data', 'Customer file'],
  ['step', 'manual-input', 'Type it in'],
  ['step', 'manual-operation', 'Pack the parcel'],
  ['step', 'display', 'Show the screen'],
  ['step', 'preparation', 'Prepare the desk'],
  ['end', 'terminal', 'End'],
  ['end', 'terminal', 'Order placed', { outcome: 'success' }],
  ['end', 'terminal', 'Customer declines', { outcome: 'failure' }],
  ['anytime', 'entry', 'Customer cancels'],
];

const marks: readonly LineMark[] = ['clock', 'loop', 'envelope', 'bars', 'stopped-clock', 'ring'];

/** Every symbol on a grid, within two frames one inside the other. */
export const symbolSheet = (measurer: TextMeasurer): Drawing => {
  const line = lineMaker(measurer, false);
  const node = nodeMaker(measurer, false);
  const nodes = symbols
    .map(([kind, shape, label, more], index) => {
      const width = shape === 'on-page-connector' ? 40 : 150;
      const height =
        shape === 'parallel-bar' ? 8 : shape === 'decision' ? 76 : shape === 'on-page-connector' ? 40 : 54;
      const x = 60 + (index % 4) * 190 + (150 - width) / 2;
      const y = 150 + Math.floor(index / 4) * 110 + (76 - height) / 2;
      const details = index % 4 === 1 && shape !== 'parallel-bar' ? ['Agent · 20 s'] : [];
      return node(
        `${shape}-${index}`,
        kind,
        shape,
        { x, y, width, height },
        label === '' ? [] : [label],
        details,
        more,
      );
    })
    .map((each, index): DrawnNode => {
      // Every mark once, at a label or at a detail.
      const mark = marks[index];
      return mark === undefined
        ? each
        : {
            ...each,
            lines: each.lines.map((line, at) => (at === each.lines.length - 1 ? { ...line, mark } : line)),
          };
    });
  return {
    flow: 'symbols',
    title: 'Every symbol',
    description: 'All symbols that the language has.',
    language: 'en',
    rightToLeft: false,
    direction: 'down',
    width: 850,
    height: 720,
    heading: [
      line('Every symbol', 'title', 425, 46, 22),
      line('Customer service · version 1', 'subtitle', 425, 70, 13),
    ],
    lanes: [],
    stages: [
      {
        id: 'all',
        depth: 0,
        x: 20,
        y: 90,
        width: 810,
        height: 610,
        lines: [line('All of them', 'stage', 70, 112, 12)],
      },
      {
        id: 'first',
        depth: 1,
        x: 36,
        y: 124,
        width: 778,
        height: 216,
        lines: [line('First', 'stage', 66, 144, 12)],
      },
    ],
    nodes,
    annotations: [],
    brackets: [],
    edges: [],
  };
};

/** A small chart with three lanes and every style of line. */
export const laneChart = (measurer: TextMeasurer): Drawing => {
  const line = lineMaker(measurer, false);
  const node = nodeMaker(measurer, false);
  const lane = (id: string, label: string, index: number): Drawing['lanes'][number] => ({
    id,
    x: 20 + index * 240,
    y: 80,
    width: 240,
    height: 690,
    header: { x: 20 + index * 240, y: 80, width: 240, height: 36 },
    lines: [line(label, 'lane', 140 + index * 240, 103, 14)],
  });
  const label = (text: string, x: number, y: number): DrawnLabel => labelAt(measurer, text, x, y);
  return {
    flow: 'order-by-phone',
    title: 'Order by phone',
    description: 'Take every phone order, and tell the caller what happens next.',
    language: 'en',
    rightToLeft: false,
    direction: 'down',
    width: 760,
    height: 790,
    heading: [
      line('Order by phone', 'title', 380, 40, 22),
      line('Customer service · reviewed 2026-10-01', 'subtitle', 380, 62, 13),
    ],
    lanes: [
      lane('customer', 'Customer', 0),
      lane('agent', 'Call-centre agent', 1),
      lane('store', 'Warehouse', 2),
    ],
    stages: [],
    nodes: [
      node(
        'phone',
        'touchpoint',
        'terminal',
        { x: 65, y: 140, width: 150, height: 46 },
        ['Customer calls'],
        [],
        {
          lane: 'customer',
          spoken: 'Start: Customer calls. Goes on to Answer the call.',
        },
      ),
      node(
        'answer',
        'step',
        'process',
        { x: 300, y: 136, width: 160, height: 54 },
        ['Answer the call'],
        ['within 20 s'],
        { lane: 'agent', spoken: 'Answer the call. Call-centre agent, within 20 seconds.' },
      ),
      node('check', 'step', 'display', { x: 300, y: 230, width: 160, height: 50 }, ['Check the stock'], [], {
        lane: 'agent',
      }),
      node(
        'stock',
        'decision',
        'decision',
        { x: 300, y: 320, width: 160, height: 84 },
        ['Product', 'in stock?'],
        [],
        { lane: 'agent', spoken: 'Decision: Product in stock? Yes leads to Reserve, no to Ask the lead.' },
      ),
      node(
        'reserve',
        'step',
        'process',
        { x: 540, y: 335, width: 160, height: 54 },
        ['Reserve the product'],
        ['within 10 min'],
        { lane: 'store', link: 'https://example.com/reserve' },
      ),
      node(
        'lead',
        'escalate',
        'escalation',
        { x: 300, y: 460, width: 160, height: 50 },
        ['Ask the lead'],
        [],
        {
          lane: 'agent',
        },
      ),
      node('restock', 'wait', 'delay', { x: 540, y: 460, width: 160, height: 50 }, ['Wait for stock'], [], {
        lane: 'store',
      }),
      node(
        'refund',
        'call',
        'predefined-process',
        { x: 300, y: 560, width: 160, height: 50 },
        ['Refund'],
        [],
        {
          lane: 'agent',
          link: 'refund.svg',
        },
      ),
      node('placed', 'end', 'terminal', { x: 545, y: 680, width: 150, height: 46 }, ['Order placed'], [], {
        lane: 'store',
        outcome: 'success',
      }),
      node('lost', 'end', 'terminal', { x: 65, y: 680, width: 150, height: 46 }, ['Customer declines'], [], {
        lane: 'customer',
        outcome: 'failure',
      }),
      node('complaints', 'transfer', 'off-page-connector', { x: 305, y: 670, width: 150, height: 60 }, [
        'Complaints',
      ]),
    ],
    annotations: [],
    brackets: [],
    edges: [
      edgeOf('phone', 'answer', 'next', [
        [215, 163],
        [300, 163],
      ]),
      edgeOf('answer', 'check', 'next', [
        [380, 190],
        [380, 230],
      ]),
      edgeOf('check', 'stock', 'next', [
        [380, 280],
        [380, 320],
      ]),
      edgeOf(
        'stock',
        'reserve',
        'yes',
        [
          [460, 362],
          [540, 362],
        ],
        { label: label('Yes 85 %', 500, 350) },
      ),
      edgeOf(
        'stock',
        'lead',
        'no',
        [
          [380, 404],
          [380, 460],
        ],
        { label: label('No', 400, 436) },
      ),
      edgeOf('lead', 'restock', 'next', [
        [460, 485],
        [540, 485],
      ]),
      edgeOf('lead', 'refund', 'next', [
        [380, 510],
        [380, 560],
      ]),
      edgeOf(
        'restock',
        'check',
        'retry',
        [
          [700, 485],
          [730, 485],
          [730, 255],
          [460, 255],
        ],
        { back: true, label: label('Again', 610, 245) },
      ),
      edgeOf(
        'restock',
        'placed',
        'timeout',
        [
          [620, 510],
          [620, 680],
        ],
        { label: label('after 2 weeks', 670, 560) },
      ),
      edgeOf(
        'refund',
        'lost',
        'problem',
        [
          [300, 585],
          [140, 585],
          [140, 680],
        ],
        { label: label('Card refused', 215, 573) },
      ),
      edgeOf(
        'answer',
        'phone',
        'meanwhile',
        [
          [340, 190],
          [340, 210],
          [140, 210],
          [140, 186],
        ],
        { label: marked(label('every 4 h', 240, 202), 'loop') },
      ),
      edgeOf('refund', 'complaints', 'next', [
        [380, 610],
        [380, 670],
      ]),
    ],
  };
};

/** A chart in a right-to-left language, with digits, Latin and question marks in its lines. */
export const hebrewChart = (measurer: TextMeasurer): Drawing => {
  const line = lineMaker(measurer, true);
  const node = nodeMaker(measurer, true);
  return {
    flow: 'הזמנה',
    title: 'הזמנה בטלפון',
    description: 'קבלת הזמנה בטלפון.',
    language: 'he',
    rightToLeft: true,
    direction: 'down',
    width: 420,
    height: 420,
    heading: [line('הזמנה בטלפון (CRM 24/7)', 'title', 210, 44, 22)],
    lanes: [],
    stages: [],
    nodes: [
      node('start', 'touchpoint', 'terminal', { x: 135, y: 80, width: 150, height: 46 }, ['הלקוח מתקשר']),
      node(
        'check',
        'step',
        'process',
        { x: 125, y: 166, width: 170, height: 54 },
        ['בדיקת מלאי ב-SAP'],
        ['נציג · עד 20 שנ׳'],
      ),
      node('stock', 'decision', 'decision', { x: 120, y: 260, width: 180, height: 84 }, [
        'הזמנה #12',
        'במלאי?',
      ]),
      node('end', 'end', 'terminal', { x: 20, y: 360, width: 110, height: 40 }, ['סוף'], [], {
        outcome: 'success',
      }),
    ],
    annotations: [],
    brackets: [],
    edges: [
      edgeOf('start', 'check', 'next', [
        [210, 126],
        [210, 166],
      ]),
      edgeOf('check', 'stock', 'next', [
        [210, 220],
        [210, 260],
      ]),
      edgeOf(
        'stock',
        'end',
        'no',
        [
          [120, 302],
          [75, 302],
          [75, 360],
        ],
        { label: labelAt(measurer, 'לא (15%)', 95, 294, true) },
      ),
    ],
  };
};

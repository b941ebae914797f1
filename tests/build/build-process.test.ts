import { describe, expect, it } from 'vitest';
import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { Built } from '../../src/model/built.ts';
import { flowOf, takesOf } from '../../src/model/node-parts.ts';
import type { Named } from '../../src/model/process.ts';
import { parse } from '../../src/syntax/parse.ts';
import { builtOf, checked, compiled, edgesOf, edgeText, nodeOf, openOf, processOf } from './process-of.ts';

describe('statements in a row', () => {
  it('follow each other', () => {
    expect(edgesOf('touchpoint t\nstep a\nwait b\ncall test\nescalate c to boss\ntransfer test')).toEqual([
      't > a',
      'a > b',
      'b > test',
      'test > c',
      'c > transfer-1',
    ]);
  });

  it('end the path with an end, a transfer or a jump; what follows has no edge to it', () => {
    expect(edgesOf('touchpoint t\nend\nstep a\ntransfer test\nstep b\n-> a\nstep c')).toEqual([
      't > end-1',
      'a > transfer-1',
      'b > a jump',
    ]);
  });

  it('leave what is open at the end open, and never join it to an end that nobody wrote', () => {
    expect(openOf('touchpoint t\nstep a\nif ok? {} else -> end')).toEqual(['ok yes “Yes”']);
    expect(openOf('touchpoint t\nwait w within 2d\n timeout {}')).toEqual(['w', 'w timeout “after 2 days”']);
    expect(openOf('touchpoint t\nend')).toEqual([]);
  });
});

describe('touchpoint', () => {
  it('has no incoming edge: what is open before it passes over it and joins the next node', () => {
    expect(edgesOf('touchpoint phone\nstep a\ntouchpoint mail\nstep b\nend e')).toEqual([
      'phone > a',
      'a > b',
      'mail > b',
      'b > e',
    ]);
  });

  it('with a block has a path of its own, beside that of the next; both join what follows', () => {
    expect(
      edgesOf('touchpoint phone { step a }\ntouchpoint mail { step b\nif c? -> end x }\nstep d\nend e'),
    ).toEqual(['phone > a', 'a > d', 'mail > b', 'b > c', 'c > x yes “Yes”', 'c > d no “No”', 'd > e']);
  });

  it('with a chain has a path of its own, which what is open before it passes over', () => {
    const flow = (between: string) => `step a\ntouchpoint t "T"${between}-> "Pick up"\nend e`;
    expect(edgesOf(flow(' '))).toEqual(['a > e', 't > step-1', 'step-1 > e']);
    expect(edgesOf(flow(' '))).toEqual(edgesOf('step a\ntouchpoint t "T" { step "Pick up" }\nend e'));
    expect(edgesOf(flow('\n'))).toEqual(['a > step-1', 't > step-1', 'step-1 > e']);
  });

  it('with a chain to a name leads nobody else there', () => {
    expect(
      edgesOf('touchpoint phone\ntouchpoint pager -> page\nstep a\nend\nstep page\nend e').slice(0, 2),
    ).toEqual(['phone > a', 'pager > page jump']);
  });

  it('needs no name', () => {
    const process = processOf('touchpoint "Customer calls"\ntouchpoint call "Customer writes"\nend');
    expect(process.nodes.map(({ id, label, named }) => [id, label, named])).toEqual([
      ['touchpoint-1', 'Customer calls', false],
      ['call', 'Customer writes', true],
      ['end-1', 'End', false],
    ]);
  });

  it('knows who answers, how many cases come in, and what else is said of it', () => {
    const process = processOf(
      'touchpoint t "T" by agent with lead using phone volume 400 per 1d note "N" say "Hello" field line "3"\nend',
    );
    expect(nodeOf(process, 't')).toEqual({
      id: 't',
      kind: 'touchpoint',
      label: 'T',
      named: true,
      owner: 'agent',
      lane: 'agent',
      with: ['lead'],
      to: [],
      using: ['phone'],
      say: ['Hello'],
      notes: ['N'],
      fields: [{ key: 'line', value: '3' }],
      requests: [],
      volume: { count: 400, per: [{ value: 1, unit: 'd' }] },
    });
  });

  it('stands in a stage too', () => {
    expect(edgesOf('stage s { touchpoint t\nstep a }\nend e')).toEqual(['t > a', 'a > e']);
  });

  it('knows the requests that come in', () => {
    expect(nodeOf(processOf('request order\ntouchpoint t "T" for order, complaint\nend'), 't')).toMatchObject(
      { requests: ['order', 'complaint'] },
    );
  });
});

describe('if', () => {
  it('asks one question after the other; each open branch joins what follows', () => {
    expect(edgesOf('touchpoint t\nif a? { step x } else if b? { step y } else { step z }\nend e')).toEqual([
      't > a',
      'a > x yes “Yes”',
      'a > b no “No”',
      'x > e',
      'b > y yes “Yes”',
      'b > z no “No”',
      'y > e',
      'z > e',
    ]);
  });

  it('goes on with no where there is no else', () => {
    expect(edgesOf('touchpoint t\nif a? -> "X"\nend e')).toEqual([
      't > a',
      'a > step-1 yes “Yes”',
      'a > e no “No”',
      'step-1 > e',
    ]);
  });

  it('has two edges to one node where both branches are empty', () => {
    const process = processOf('touchpoint t\nif a? {} else {}\nend e');
    expect(process.edges.map(({ id, kind }) => [id, kind])).toEqual([
      ['t>a', 'next'],
      ['a>e', 'yes'],
      ['a>e#2', 'no'],
    ]);
  });

  it('says how often: yes as written, no the rest', () => {
    expect(edgesOf('touchpoint t\nif a? 12.5% -> end x\nelse if "B?" 100% -> end y\nend z')).toEqual([
      't > a',
      'a > x yes “Yes” 12.5%',
      'a > decision-1 no “No” 87.5%',
      'decision-1 > y yes “Yes” 100%',
      'decision-1 > z no “No” 0%',
    ]);
  });

  it('closes where every branch closes; what follows is kept', () => {
    const process = processOf('touchpoint t\nif a? -> end x else -> end y\nstep lonely\nend z');
    expect(process.edges.map(edgeText)).toEqual(['t > a', 'a > x yes “Yes”', 'a > y no “No”', 'lonely > z']);
  });

  it('says yes and no in the language of the flow', () => {
    expect(edgesOf('flow f\nlanguage he\ntouchpoint t\nif a? -> end x\nend y')).toEqual([
      't > a',
      'a > x yes “כן”',
      'a > y no “לא”',
    ]);
  });
});

describe('choose', () => {
  it('is a decision with one labelled exit for each case, and one for all others', () => {
    expect(
      edgesOf(
        'touchpoint t\nchoose kind? "Kind?" { when parts "Spare parts" 20% { step a } when "Refund" 30% -> end x otherwise {} }\nend e',
      ),
    ).toEqual([
      't > kind',
      'kind > a when “Spare parts” 20%',
      'kind > x when “Refund” 30%',
      'kind > e otherwise “Otherwise” 50%',
      'a > e',
    ]);
  });

  it('has no way out but its cases where there is no otherwise', () => {
    expect(edgesOf('touchpoint t\nchoose kind { when a -> end x }\nend e')).toEqual([
      't > kind',
      'kind > x when “A”',
    ]);
  });

  it('has no share of the rest where not all shares are known, or they are too many', () => {
    expect(edgesOf('touchpoint t\nchoose k { when a 20% {} when b {} otherwise {} }\nend e')[3]).toBe(
      'k > e otherwise “Otherwise”',
    );
    expect(edgesOf('touchpoint t\nchoose k { when a 80% {} when b 60% {} otherwise {} }\nend e')[3]).toBe(
      'k > e otherwise “Otherwise”',
    );
  });
});

describe('problem and timeout', () => {
  it('leave the statement; their open exits join what follows it', () => {
    expect(
      edgesOf(
        'touchpoint t\nstep a within 1h30min\n problem "No line" 5% { step b }\n timeout 10% -> "Call back"\n problem c -> end x\nstep d\nend e',
      ),
    ).toEqual([
      't > a',
      'a > d',
      'a > b problem “No line” 5%',
      'a > step-1 timeout “after 1 h 30 min” 10%',
      'a > x problem “C”',
      'b > d',
      'step-1 > d',
      'd > e',
    ]);
  });

  it('leave a call, in a chain too', () => {
    expect(edgesOf('touchpoint t\n-> "A" -> call test within 2d problem lost -> end x\nend e')).toEqual([
      't > step-1',
      'step-1 > test',
      'test > e',
      'test > x problem “Lost”',
    ]);
  });
});

describe('arrow', () => {
  it('goes to a node forwards, back and to itself, and closes the path', () => {
    expect(edgesOf('touchpoint t\nstep a\nif b? -> a\nelse if c? -> d\nstep e\n-> e\nstep d\nend x')).toEqual(
      [
        't > a',
        'a > b',
        'b > a yes “Yes” jump',
        'b > c no “No”',
        'c > d yes “Yes” jump',
        'c > e no “No”',
        'e > e jump',
        'd > x',
      ],
    );
  });

  it('takes all open exits along', () => {
    expect(edgesOf('touchpoint t\nif b? {} else { step c }\n-> a\nstep a\nend x')).toEqual([
      't > b',
      'b > a yes “Yes” jump',
      'b > c no “No”',
      'c > a jump',
      'a > x',
    ]);
  });

  it('may lead to questions, choices, parallels, ends, and to a flow that is called once', () => {
    expect(
      edgesOf(
        'touchpoint t\nchoose pick { when a -> q when b -> p when c -> e when d -> test }\nif q? {}\nparallel p { branch {} }\ncall test\nend e',
      ).filter((edge) => edge.endsWith('jump')),
    ).toEqual([
      'pick > q when “A” jump',
      'pick > p when “B” jump',
      'pick > e when “C” jump',
      'pick > test when “D” jump',
    ]);
  });

  it('prefers a node of its name to a call of its name', () => {
    const process = processOf('flow f\ntouchpoint t\ncall g\nstep g\n-> g\nflow g\nend');
    expect(process.edges.map(edgeText)).toEqual(['t > call-1', 'call-1 > g', 'g > g jump']);
  });

  it('leaves out the edge of a jump that no path reaches, and says so', () => {
    const { origin } = builtOf('touchpoint t\nstep a\n-> a\n-> t2\nstep t2\nend');
    expect(origin.unreachedJumps).toMatchObject([{ to: 't2' }]);
  });

  it('to a name that is none loses its exits, which are not open either', () => {
    const { built } = compiled('flow f\ntouchpoint t\nif a? -> nowhere else -> t\nstep b');
    expect(built[0]?.gaps.lostExits.map(({ from, kind }) => [from, kind])).toEqual([
      ['a', 'yes'],
      ['a', 'no'],
    ]);
    expect(built[0]?.gaps.openExits.map(({ from }) => from)).toEqual(['b']);
  });

  it('with max is a decision: no goes back, yes goes on with the chain', () => {
    const process = processOf(
      'touchpoint t\nstep a\nif ok? -> end x\n-> a max 3 then -> "Hand it up" by boss\nend e',
    );
    expect(process.edges.map(edgeText)).toEqual([
      't > a',
      'a > ok',
      'ok > x yes “Yes”',
      'ok > decision-1 no “No”',
      'decision-1 > step-1 yes “Yes”',
      'decision-1 > a retry “No” jump',
      'step-1 > e',
    ]);
    expect(nodeOf(process, 'decision-1')).toMatchObject({
      kind: 'decision',
      label: '3\u00a0times?',
      decision: { kind: 'retry', max: 3 },
    });
  });

  it('with max may go on with another', () => {
    expect(edgesOf('touchpoint t\nstep a\nstep b\n-> b max 1 then -> a max 2 then -> end x')).toEqual([
      't > a',
      'a > b',
      'b > decision-1',
      'decision-1 > decision-2 yes “Yes”',
      'decision-1 > b retry “No” jump',
      'decision-2 > x yes “Yes”',
      'decision-2 > a retry “No” jump',
    ]);
  });

  it('writes steps in place, with all that a step can have', () => {
    const process = processOf(
      'touchpoint t -> "A" by agent within 2d say "Hello" -> "B" -> end "Done" as success',
    );
    expect(process.edges.map(edgeText)).toEqual(['t > step-1', 'step-1 > step-2', 'step-2 > end-1']);
    expect(nodeOf(process, 'step-1')).toMatchObject({
      label: 'A',
      owner: 'agent',
      within: [{ value: 2, unit: 'd' }],
      say: ['Hello'],
      named: false,
    });
    expect(nodeOf(process, 'end-1')).toMatchObject({ label: 'Done', outcome: 'success' });
  });
});

describe('parallel', () => {
  const text =
    'touchpoint t\nparallel both "Both" { branch first "One" { step a } branch { if q? { step b } } branch "Three" {} }\nend e';

  it('forks into its branches and joins them', () => {
    expect(edgesOf(text)).toEqual([
      't > both',
      'both > a “One”',
      'both > q',
      'both > join-1 “Three”',
      'a > join-1',
      'q > b yes “Yes”',
      'q > join-1 no “No”',
      'b > join-1',
      'join-1 > e',
    ]);
  });

  it('is two bars that know each other', () => {
    const process = processOf(text);
    expect(nodeOf(process, 'both')).toMatchObject({
      kind: 'fork',
      label: 'Both',
      partner: 'join-1',
      named: true,
    });
    expect(nodeOf(process, 'join-1')).toMatchObject({
      kind: 'join',
      label: '',
      partner: 'both',
      named: false,
    });
  });

  it('stands in another', () => {
    expect(
      edgesOf(
        'touchpoint t\nparallel { branch { parallel { branch { step a } branch { step b } } } branch { step c } }\nend e',
      ),
    ).toEqual([
      't > fork-1',
      'fork-1 > fork-2',
      'fork-1 > c',
      'fork-2 > a',
      'fork-2 > b',
      'a > join-1',
      'b > join-1',
      'join-1 > join-2',
      'c > join-2',
      'join-2 > e',
    ]);
  });
});

describe('stage', () => {
  it('groups, and changes no path', () => {
    const inner = 'step a\nif q? { step b }';
    const process = processOf(`touchpoint t\nstage one "One" { ${inner} stage "Two" { step c } }\nend e`);
    expect(process.edges.map(edgeText)).toEqual(edgesOf(`touchpoint t\n${inner}\nstep c\nend e`));
    expect(process.stages).toMatchObject([
      { id: 'one', label: 'One' },
      { id: 'stage-1', label: 'Two', parent: 'one' },
    ]);
    expect(process.nodes.map(({ id, stage }) => [id, stage])).toEqual([
      ['t', undefined],
      ['a', 'one'],
      ['q', 'one'],
      ['b', 'one'],
      ['c', 'stage-1'],
      ['e', undefined],
    ]);
  });
});

describe('nodes', () => {
  it('read like their names where they have no label, in the language of the flow', () => {
    const labels = (text: string) => processOf(text).nodes.map(({ label }) => label);
    expect(labels('touchpoint by-phone\nif in_stock? {}\nstep open-account\nend')).toEqual([
      'By phone',
      'In stock?',
      'Open account',
      'End',
    ]);
    expect(labels('flow f\nlanguage tr\nstep iade\nend')).toEqual(['İade', 'Bitiş']);
    expect(labels('flow f\nlanguage nl\nstep ijs\nend')).toEqual(['IJs', 'Einde']);
    expect(labels('flow f\nif απόθεμα? {}\nif 库存？ {}\nif مخزون؟ {}\nif מלאי? {}')).toEqual([
      'Απόθεμα;',
      '库存？',
      'مخزون؟',
      'מלאי?',
    ]);
  });

  it('of a call read like the flow that is called, and know its file', () => {
    const process = processOf(
      'flow f\ncall g\ncall h "Own words"\ntransfer g\nflow g "Refund the money"\nend\nflow h\nend',
    );
    expect(process.nodes.map((node) => [node.label, flowOf(node)])).toEqual([
      ['Refund the money', { id: 'g', path: 'main.flow' }],
      ['Own words', { id: 'h', path: 'main.flow' }],
      ['Refund the money', { id: 'g', path: 'main.flow' }],
    ]);
  });

  it('without a name are numbered by kind, whatever named ones come and go, and give way to names', () => {
    const ids = (text: string) => processOf(text).nodes.map(({ id }) => id);
    expect(ids('step "A"\nstep "B"\nend')).toEqual(['step-1', 'step-2', 'end-1']);
    expect(ids('step "A"\nstep x\nstep "B"\nend')).toEqual(['step-1', 'x', 'step-2', 'end-1']);
    expect(ids('step "A"\nstep step-1\nstep "B"')).toEqual(['step-2', 'step-1', 'step-3']);
  });

  it('have ids of their own even where two have one name', () => {
    const { processes } = compiled('flow f\nstep a\nstep a\n-> a');
    expect(processes[0]?.nodes.map(({ id, named }) => [id, named])).toEqual([
      ['a', true],
      ['step-1', false],
    ]);
    expect(processes[0]?.edges.map(edgeText)).toEqual(['a > step-1', 'step-1 > a jump']);
  });

  it('have all attributes', () => {
    const node = nodeOf(
      processOf(
        'step a "A" by agent with expert, boss to customer, store using crm, phone within 2d takes 1min..2min..5min as document say "One" say "Two" note "N" link "a/b.html"',
      ),
      'a',
    );
    expect(node).toMatchObject({
      owner: 'agent',
      with: ['expert', 'boss'],
      to: ['customer', 'store'],
      using: ['crm', 'phone'],
      symbol: 'document',
      say: ['One', 'Two'],
      notes: ['N'],
      link: 'a/b.html',
    });
    expect(takesOf(node)).toHaveLength(3);
  });

  it('of an escalation belong to whom it goes, and know who hands it up', () => {
    expect(nodeOf(processOf('escalate up by agent to boss, expert'), 'up')).toMatchObject({
      owner: 'boss',
      handedUpBy: 'agent',
      to: ['boss', 'expert'],
    });
  });

  it('never have an unsafe link', () => {
    const { processes } = compiled('flow f\nstep a link "javascript:alert(1)"\nend');
    expect(processes[0]?.nodes[0]?.link).toBeUndefined();
  });

  it('point at the head of their statement and at their name in it', () => {
    const text = 'flow f\nstep a "A" by b within 2d\n  timeout -> end\nif q? "Q?" 5% -> a';
    const nodes = compiled(text).built[0]?.origin.nodes.values() ?? [];
    const spans = [...nodes].map(({ head, name }) => [
      text.slice(head.start, head.end),
      text.slice(name.start, name.end),
    ]);
    expect(spans).toEqual([
      ['step a "A" by b within 2d', 'a "A"'],
      ['end', 'end'],
      ['if q? "Q?" 5%', 'q? "Q?"'],
    ]);
  });
});

describe('declarations', () => {
  it('have the labels of all that a flow names, wherever they are declared', () => {
    const { declarations } = processOf(
      'flow f\nrole idle "Has no step"\nstep a by agent with lead to customer using crm\nflow g\nrole lead "Team lead"\nsystem crm "Customer database"\nend',
    );
    expect(declarations).toEqual({
      roles: [
        { id: 'idle', label: 'Has no step', kind: 'role', declared: 'here' },
        { id: 'agent', label: 'Agent', kind: 'role', declared: 'nowhere' },
        { id: 'lead', label: 'Team lead', kind: 'role', declared: 'elsewhere' },
      ],
      systems: [{ id: 'crm', label: 'Customer database', kind: 'system', declared: 'elsewhere' }],
      requests: [],
      terms: [],
      parties: [],
      levels: [],
    });
  });

  it('know parties and levels, declared here, elsewhere or nowhere', () => {
    const { declarations, owners } = processOf(
      'flow f\nrole agent "Agent" staff 5\nparty carrier "Network owner"\nlevel p1 "All"\nlevel p9 "None"\npromise p2 2h\nmeasure "Fast" within p4 1h\nmeanwhile after p6 1h {}\nstep a by carrier accountable boss within p3 1h\n  meanwhile every p5 1h -> "Call" by other\nstep b by agent takes p1 1h\nstage s within p7 1h {}\nflow g\nparty other "Bank"\nlevel p2 "One"\nlevel p3 "Two"\nend',
    );
    const named = (list: readonly Named[]) => list.map(({ id, label, declared }) => [id, label, declared]);
    expect(named(declarations.parties)).toEqual([
      ['carrier', 'Network owner', 'here'],
      ['other', 'Bank', 'elsewhere'],
    ]);
    expect(named(declarations.levels)).toEqual([
      ['p1', 'All', 'here'],
      ['p9', 'None', 'here'],
      ['p2', 'One', 'elsewhere'],
      ['p4', 'P4', 'nowhere'],
      ['p7', 'P7', 'nowhere'],
      ['p3', 'Two', 'elsewhere'],
      ['p6', 'P6', 'nowhere'],
      ['p5', 'P5', 'nowhere'],
    ]);
    expect(declarations.roles).toEqual([
      { id: 'agent', label: 'Agent', kind: 'role', declared: 'here', staff: 5 },
      { id: 'boss', label: 'Boss', kind: 'role', declared: 'nowhere' },
    ]);
    expect(owners.map(({ id, kind, staff }) => [id, kind, staff])).toEqual([
      ['carrier', 'party', undefined],
      ['other', 'party', undefined],
      ['agent', 'role', 5],
    ]);
  });
});

describe('declarations of another file', () => {
  const common = `flow common
role agent "Call-centre agent"
role lead "Team lead"
role idle "Nobody"
system crm "Customer database"
system robot "Answering machine"
system fax
request refund "Money back"
request other "Something else"
term PIN "Personal identification number"
term "gold card" "A card that costs nothing"
term SKU "Number of a product"
term APR "Yearly rate"
term VIP "Never named here"
touchpoint t
end`;
  const build = (text: string) => {
    const sources = new Map([
      ['common.flow', common],
      ['main.flow', `use "common.flow"\n${text}`],
    ]);
    const files = check(new Map([...sources].map(([path, each]) => [path, parse({ path, text: each })])));
    const file = files.get('main.flow');
    expect(file?.diagnostics).toEqual([]);
    return file?.flows.map((flow) => buildProcess(flow).value.process.declarations);
  };

  it('are in those of the flow that uses them, with their labels, and no others', () => {
    const [found] =
      build(`flow main "Cards"
role clerk "Clerk"
term SKU "Number of a product"
touchpoint desk "Customer asks" for refund
stage cards "Gold cards" {
  step ask "Ask for the PIN" by agent with lead using crm
    problem "Nobody knows the APR" { escalate up to robot within 2d }
}
end`) ?? [];
    const elsewhere = (items: readonly Named[] = []) =>
      items.filter(({ declared }) => declared === 'elsewhere');
    expect(elsewhere(found?.roles).map(({ id, label }) => [id, label])).toEqual([
      ['agent', 'Call-centre agent'],
      ['lead', 'Team lead'],
    ]);
    expect(elsewhere(found?.systems).map(({ id, label }) => [id, label])).toEqual([
      ['robot', 'Answering machine'],
      ['crm', 'Customer database'],
    ]);
    expect(found?.requests).toEqual([{ id: 'refund', label: 'Money back', declared: 'elsewhere' }]);
    expect(found?.terms).toEqual([
      { word: 'SKU', meaning: 'Number of a product', declared: 'here' },
      { word: 'PIN', meaning: 'Personal identification number', declared: 'elsewhere' },
      { word: 'gold card', meaning: 'A card that costs nothing', declared: 'elsewhere' },
      { word: 'APR', meaning: 'Yearly rate', declared: 'elsewhere' },
    ]);
  });

  it('are found for each flow by itself, wherever in it they are named', () => {
    const found = build(`flow one "Cards"
purpose "Change the PIN"
touchpoint t1
if q? "Knows it?" { step a say "Your gold cards" } else { step b note "VIPs first" }
end
flow two
touchpoint t2
choose "Which?" { when "APR" -> end }
end`);
    expect(found?.map(({ terms }) => terms.map(({ word }) => word))).toEqual([
      ['PIN', 'gold card', 'VIP'],
      ['APR'],
    ]);
  });
});

describe('owners and lanes', () => {
  it('has the customer first, then as declared, then as used; only those who do something', () => {
    const process = processOf(
      'flow f\nlanguage de\nrole b\nsystem a "Automat"\nrole idle\nstep one by c\nstep two by a\nstep three by customer\nstep four by b',
    );
    expect(process.owners).toEqual([
      { id: 'customer', label: 'Kunde', kind: 'customer', declared: 'nowhere' },
      { id: 'b', label: 'B', kind: 'role', declared: 'here' },
      { id: 'a', label: 'Automat', kind: 'system', declared: 'here' },
      { id: 'c', label: 'C', kind: 'role', declared: 'nowhere' },
    ]);
  });

  it('calls the customer as the flow declares', () => {
    expect(processOf('role customer "Patient"\nstep a by customer').owners).toEqual([
      { id: 'customer', label: 'Patient', kind: 'customer', declared: 'here' },
    ]);
  });

  const lanes = (text: string) => processOf(text).nodes.map(({ id, lane }) => `${id}: ${lane}`);

  it('puts what has no owner into the lane of the step before it', () => {
    expect(lanes('touchpoint t\nstep a by x\nif q? { step b by y\nstep c }\nstep d\nend e')).toEqual([
      't: x',
      'a: x',
      'q: x',
      'b: y',
      'c: y',
      'd: x',
      'e: x',
    ]);
  });

  it('puts a touchpoint and the question behind it into the lane of what comes next', () => {
    expect(lanes('touchpoint t\nif q? {}\nstep a by x\nstep b by customer\nend e')).toEqual([
      't: x',
      'q: x',
      'a: x',
      'b: customer',
      'e: customer',
    ]);
  });

  it('puts a join where its fork is', () => {
    expect(lanes('step a by x\nparallel p { branch { step b by y } branch { step c by z } }\nend e')).toEqual(
      ['a: x', 'p: x', 'b: y', 'c: z', 'join-1: x', 'e: x'],
    );
  });

  it('puts what is reached only from below into the lane from which it is reached', () => {
    expect(lanes('step a by x\nend e\nstep b\nend f\nstep c by y\n-> b')).toEqual([
      'a: x',
      'e: x',
      'b: y',
      'f: y',
      'c: y',
    ]);
  });

  const laneOf = (text: string, id: string) => nodeOf(processOf(text), id).lane;

  it('puts what has an owner of its own there', () => {
    expect(
      lanes(
        'touchpoint t by x\nif q? by y {}\nelse if r? by z {}\nchoose s? by x { when "A" }\nstep a by y\nend e',
      ),
    ).toEqual(['t: x', 'q: y', 'r: z', 's: x', 'a: y', 'e: y']);
  });

  it('puts a question into the lane that most paths come from', () => {
    const paths = 'if p? by z { step a by x } else if o? by z { step b by y } else { step c by y }';
    expect(laneOf(`role x\nrole y\ntouchpoint t\n${paths}\nif q? {}\nend`, 'q')).toBe('y');
  });

  it('puts it at a draw into that of a person before a system, though most branches lead to the system', () => {
    const paths = 'system s\nrole x\ntouchpoint t\nif p? by x { step a by s } else { step b by x }';
    expect(laneOf(`${paths}\nif q? { step c by s } else { step d by s }\nend`, 'q')).toBe('x');
    expect(laneOf(`${paths.replace('step b by x', 'step e by s')}\nend z`, 'z')).toBe('s');
  });

  it('puts it at a draw of persons into that of the owner that most branches go on to, then of the first declared', () => {
    const paths = 'role x\nrole y\ntouchpoint t\nif p? by z { step a by x } else { step b by y }';
    expect(laneOf(`${paths}\nif q? { step c by y } else { step d by y }\nend`, 'q')).toBe('y');
    expect(laneOf(`${paths}\nif q? { step c by y } else { step d by x }\nend`, 'q')).toBe('x');
    expect(laneOf(`${paths.replace('role x\nrole y', 'role y\nrole x')}\nif q? {}\nend`, 'q')).toBe('y');
  });

  it('puts a touchpoint that leads to a question into the lane of a person before that of a system', () => {
    expect(
      lanes('system s\nrole x\ntouchpoint t\nif q? { step a by s\nend e } else { step b by x }\nend f').slice(
        0,
        2,
      ),
    ).toEqual(['t: x', 'q: x']);
  });

  it('puts what comes in at any time, late or beside the work where its own next step is', () => {
    expect(
      lanes(
        'role x\nrole y\nrole z\ntouchpoint t\nanytime c "C" -> "A" by y -> end\nlate l "L" -> "B" by z -> end\nmeanwhile m "M" every 1h -> "D" by y\nstep a by x\nend e',
      ),
    ).toEqual([
      't: x',
      'c: y',
      'step-1: y',
      'end-1: y',
      'l: z',
      'step-2: z',
      'end-2: z',
      'm: y',
      'step-3: y',
      'a: x',
      'e: x',
    ]);
  });

  it('has those from outside of the house right behind the customer', () => {
    expect(
      processOf(
        'role x\nparty b\nsystem s\nparty a\nstep one by s\nstep two by a\nstep three by b\nstep four by x\nstep five by customer',
      ).owners.map(({ id, kind }) => `${id}: ${kind}`),
    ).toEqual(['customer: customer', 'b: party', 'a: party', 'x: role', 's: system']);
  });

  it('has no lanes where nobody owns anything', () => {
    expect(lanes('touchpoint t\nstep a\nend e')).toEqual(['t: undefined', 'a: undefined', 'e: undefined']);
  });
});

describe('what could not be read', () => {
  const build = (statements: string) => {
    const [first] = compiled(`flow f\ntouchpoint t\n${statements}`).built;
    if (first === undefined) throw new Error('no flow');
    return first;
  };
  const withErrors = ({ process, gaps }: Built) =>
    process.nodes.map(({ id }) => [id, gaps.nodesWithErrors.has(id)]);

  it('keeps its place on the path and its name, and counts as one with errors', () => {
    const broken = build('step a by\nescalate b to boss\nend');
    expect(withErrors(broken)).toEqual([
      ['t', false],
      ['a', true],
      ['b', false],
      ['end-1', false],
    ]);
    expect(broken.process.edges.map(edgeText)).toEqual(['t > a', 'a > b', 'b > end-1']);
  });

  it('stands in for the target of an arrow', () => {
    const broken = build('-> 5\nend e');
    expect(withErrors(broken)).toEqual([
      ['t', false],
      ['unreadable-1', true],
      ['e', false],
    ]);
    expect(broken.gaps.openExits).toEqual([]);
  });

  it('leaves the statements in its blocks as they are', () => {
    const broken = build('if {\n step a\n}\nend e');
    expect(withErrors(broken)).toEqual([
      ['t', false],
      ['decision-1', true],
      ['a', false],
      ['e', false],
    ]);
  });
});

describe('size', () => {
  it('builds a chain of 10,000 steps', () => {
    const process = processOf(`touchpoint t ${'-> "A" '.repeat(10_000)}-> end`);
    expect(process.nodes).toHaveLength(10_002);
    expect(process.edges).toHaveLength(10_001);
  });

  it('builds 5,000 retries in a row, however they were read', () => {
    const [flow] = checked('flow f\ntouchpoint t\nstep a\n-> a max 2 then -> end').flows;
    const arrow = flow?.flow.statements.at(-1);
    const link = arrow?.kind === 'arrow' ? arrow.chain.links[0] : undefined;
    if (flow === undefined || arrow?.kind !== 'arrow' || link?.target.kind !== 'jump' || !link.target.retry)
      throw new Error('not read as a retry');
    let { chain = arrow.chain } = link.target.retry;
    for (let n = 0; n < 5000; n += 1) {
      const target = { ...link.target, retry: { ...link.target.retry, chain } };
      chain = { ...arrow.chain, links: [{ ...link, target }] };
    }
    const statements = [...flow.flow.statements.slice(0, -1), { ...arrow, chain }];
    const { value, diagnostics } = buildProcess({ ...flow, flow: { ...flow.flow, statements } });
    expect(diagnostics).toEqual([]);
    expect(value.process.nodes).toHaveLength(5003);
    expect(value.process.edges.filter(({ kind }) => kind === 'retry')).toHaveLength(5000);
  });

  it('has up to 20,000 nodes, and an error for more', () => {
    const flow = (steps: number) => `flow f\ntouchpoint t\n${'step "A"\n'.repeat(steps)}end`;
    expect(compiled(flow(19_998)).diagnostics).toEqual([]);
    const { built, diagnostics } = compiled(flow(19_999));
    expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([
      ['limit-exceeded', { start: 5, end: 6 }],
    ]);
    expect(built[0]?.gaps.openExits).toEqual([]);
    expect([...(built[0]?.gaps.nodesWithErrors ?? [])]).toEqual([built[0]?.process.nodes.at(-1)?.id]);
  });
});

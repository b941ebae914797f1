// Written by `npm run generate`: what chevrotain works out of the grammar.
// biome-ignore-all format: data

/**
 * For each rule and each choice in it, as chevrotain numbers them, the tokens at which each way is taken, in the
 * order of the ways. Two tokens where one does not tell. `Identifier` stands for all words that may be a name, but
 * for those named.
 */
export const lookahead: Readonly<Record<string, Readonly<Record<number, readonly (readonly string[])[]>>>> = {
  document: {
    768: [['word:use']],
    770: [['word:flow']],
  },
  propertyList: {
    768: [['word:department', 'word:purpose', 'word:owner', 'word:version', 'word:reviewed', 'word:audience', 'word:language', 'word:direction', 'word:promise', 'word:role', 'word:system', 'word:request', 'word:term', 'word:party', 'word:level', 'word:accountable', 'word:scope', 'word:reference', 'word:approved', 'word:revised', 'word:measure', 'word:hours', 'word:field']],
  },
  property: {
    256: [['word:department'], ['word:purpose'], ['word:owner'], ['word:version'], ['word:scope'], ['word:role'], ['word:system'], ['word:request'], ['word:party'], ['word:level'], ['word:reviewed'], ['word:audience'], ['word:language'], ['word:direction'], ['word:promise'], ['word:term'], ['word:accountable'], ['word:reference'], ['word:approved'], ['word:revised'], ['word:measure'], ['word:hours'], ['word:field']],
  },
  role: {
    512: [['word:staff']],
  },
  reference: {
    512: [['word:link']],
  },
  measure: {
    512: [['word:within']],
  },
  hours: {
    768: [['Comma']],
  },
  reviewed: {
    512: [['word:every']],
  },
  audience: {
    768: [['Comma']],
  },
  direction: {
    256: [['word:down'], ['word:right']],
  },
  promise: {
    512: [['word:from']],
    514: [['word:to']],
    520: [['Identifier']],
    521: [['Identifier']],
    776: [['Comma']],
  },
  promiseName: {
    512: [['Identifier', 'Text']],
  },
  term: {
    256: [['Identifier'], ['Text']],
  },
  statements: {
    768: [['LineArrow', 'word:touchpoint', 'word:stage', 'word:step', 'word:wait', 'word:escalate', 'word:call', 'word:transfer', 'word:if', 'word:choose', 'word:parallel', 'word:end', 'word:anytime', 'word:late', 'word:meanwhile']],
  },
  statement: {
    256: [['word:step', 'word:wait', 'word:escalate'], ['LineArrow'], ['word:if'], ['word:choose'], ['word:end'], ['word:touchpoint'], ['word:stage'], ['word:call'], ['word:transfer'], ['word:parallel'], ['word:anytime'], ['word:late'], ['word:meanwhile']],
  },
  step: {
    256: [['word:step'], ['word:wait'], ['word:escalate']],
    512: [['LeftBrace']],
  },
  events: {
    256: [['word:when'], ['word:problem'], ['word:timeout'], ['word:meanwhile'], ['word:otherwise']],
    768: [['word:when', 'word:otherwise', 'word:problem', 'word:timeout', 'word:meanwhile']],
  },
  touchpoint: {
    256: [['LeftBrace'], ['Identifier', 'Question', 'Text', 'Integer', 'Percent', 'Date', 'Duration', 'LineArrow', 'Arrow', 'RightBrace', 'Comma', 'Range', 'word:flow', 'word:use', 'word:touchpoint', 'word:stage', 'word:step', 'word:wait', 'word:escalate', 'word:call', 'word:transfer', 'word:if', 'word:else', 'word:choose', 'word:when', 'word:otherwise', 'word:parallel', 'word:branch', 'word:end', 'word:problem', 'word:timeout', 'EOF']],
  },
  meanwhile: {
    256: [['word:every'], ['word:after']],
    520: [['Identifier']],
    521: [['Identifier']],
    776: [['Comma']],
  },
  meanwhileName: {
    512: [['Identifier', 'Text']],
  },
  if: {
    512: [['word:else']],
    768: [['word:else word:if']],
  },
  choose: {
    512: [['word:all']],
  },
  choice: {
    256: [['Identifier'], ['Question', 'Text']],
  },
  cases: {
    512: [['word:otherwise']],
    768: [['word:when']],
  },
  parallel: {
    512: [['word:first']],
  },
  nameOnLine: {
    512: [['Identifier', 'Text']],
  },
  parallelBranches: {
    768: [['word:branch']],
  },
  branch: {
    256: [['LeftBrace'], ['LineArrow', 'Arrow']],
  },
  chain: {
    256: [['Arrow'], ['LineArrow']],
  },
  chainOnLine: {
    512: [['Arrow']],
  },
  links: {
    768: [['Arrow']],
  },
  target: {
    256: [['Identifier'], ['Text'], ['word:end'], ['word:call'], ['word:transfer']],
  },
  jump: {
    512: [['word:max']],
  },
  retry: {
    512: [['word:then']],
  },
  endStatement: {
    512: [['Identifier', 'Text']],
  },
  outcome: {
    256: [['word:success'], ['word:failure']],
  },
  exceptions: {
    256: [['word:problem'], ['word:timeout'], ['word:meanwhile']],
    768: [['word:problem', 'word:timeout', 'word:meanwhile']],
  },
  attributes: {
    768: [['Percent', 'word:accountable', 'word:field', 'word:by', 'word:with', 'word:to', 'word:using', 'word:within', 'word:takes', 'word:as', 'word:say', 'word:note', 'word:link', 'word:each', 'word:stops', 'word:until', 'word:for', 'word:volume']],
  },
  attribute: {
    256: [['word:by'], ['word:with'], ['word:to'], ['word:using'], ['word:for'], ['word:within'], ['word:takes'], ['word:as'], ['word:say'], ['word:note'], ['word:link'], ['word:each'], ['word:until'], ['word:accountable'], ['word:field'], ['word:volume'], ['word:stops'], ['Percent']],
  },
  field: {
    256: [['Identifier'], ['Text']],
  },
  within: {
    520: [['Identifier']],
    521: [['Identifier']],
    776: [['Comma']],
  },
  takes: {
    768: [['Comma']],
  },
  usualTime: {
    512: [['Range']],
    514: [['Range']],
    520: [['Identifier']],
  },
  as: {
    256: [['word:document', 'word:data', 'word:database', 'word:input', 'word:manual', 'word:display', 'word:preparation'], ['word:success', 'word:failure']],
  },
  symbol: {
    256: [['word:document'], ['word:data'], ['word:database'], ['word:input'], ['word:manual'], ['word:display'], ['word:preparation']],
  },
  identifiers: {
    768: [['Comma']],
  },
  label: {
    512: [['Text']],
  },
  name: {
    256: [['Identifier'], ['Text']],
  },
  question: {
    256: [['Question'], ['Text']],
  },
  percent: {
    512: [['Percent']],
  },
};

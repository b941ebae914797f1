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
    768: [['word:department', 'word:purpose', 'word:owner', 'word:version', 'word:reviewed', 'word:audience', 'word:language', 'word:direction', 'word:promise', 'word:role', 'word:system', 'word:request', 'word:term']],
  },
  property: {
    256: [['word:department'], ['word:purpose'], ['word:owner'], ['word:version'], ['word:role'], ['word:system'], ['word:request'], ['word:reviewed'], ['word:audience'], ['word:language'], ['word:direction'], ['word:promise'], ['word:term']],
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
  term: {
    256: [['Identifier'], ['Text']],
  },
  statements: {
    768: [['LineArrow', 'word:touchpoint', 'word:stage', 'word:step', 'word:wait', 'word:escalate', 'word:call', 'word:transfer', 'word:if', 'word:choose', 'word:parallel', 'word:end']],
  },
  statement: {
    256: [['word:step', 'word:wait', 'word:escalate'], ['LineArrow'], ['word:if'], ['word:choose'], ['word:end'], ['word:touchpoint'], ['word:stage'], ['word:call'], ['word:transfer'], ['word:parallel']],
  },
  step: {
    256: [['word:step'], ['word:wait'], ['word:escalate']],
  },
  touchpoint: {
    256: [['LeftBrace'], ['Identifier', 'Question', 'Text', 'Integer', 'Percent', 'Date', 'Duration', 'LineArrow', 'Arrow', 'RightBrace', 'Comma', 'Range', 'word:flow', 'word:use', 'word:touchpoint', 'word:stage', 'word:step', 'word:wait', 'word:escalate', 'word:call', 'word:transfer', 'word:if', 'word:else', 'word:choose', 'word:when', 'word:otherwise', 'word:parallel', 'word:branch', 'word:end', 'word:problem', 'word:timeout', 'EOF']],
    512: [['word:for']],
  },
  if: {
    512: [['word:else']],
    768: [['word:else word:if']],
  },
  choice: {
    256: [['Identifier'], ['Question', 'Text']],
  },
  cases: {
    512: [['word:otherwise']],
    768: [['word:when']],
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
  endStatement: {
    512: [['Identifier', 'Text']],
    514: [['word:as']],
  },
  outcome: {
    256: [['word:success'], ['word:failure']],
  },
  exceptions: {
    256: [['word:problem'], ['word:timeout']],
    768: [['word:problem', 'word:timeout']],
  },
  attributes: {
    768: [['word:by', 'word:with', 'word:to', 'word:using', 'word:within', 'word:takes', 'word:as', 'word:say', 'word:note', 'word:link']],
  },
  attribute: {
    256: [['word:by'], ['word:with'], ['word:to'], ['word:using'], ['word:within'], ['word:takes'], ['word:as'], ['word:say'], ['word:note'], ['word:link']],
  },
  takes: {
    512: [['Range']],
    514: [['Range']],
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

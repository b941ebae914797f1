import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { plainPalette } from '../../src/diagnostic/palette.ts';
import { compactReport } from '../../src/report/compact.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { reportedFile, reportOf, sampleReport } from './sample-report.ts';

const clean = reportOf(reportedFile('a.flow', 'flow a'));
const reporters = [compactReport, githubReport, gitlabReport, jsonReport, junitReport, sarifReport];

describe('pretty', () => {
  it('shows every finding as a frame and counts them', () => {
    expect(`\n${prettyReport(sampleReport, { palette: plainPalette, width: 80 })}`).toMatchInlineSnapshot(`
      "
      warning[dead-end]: the path stops after “💬 50%, or: <both>”␊with a line break
       --> flows/a b,c:d%.flow:2:1
        |
      2 | step "💬 50%, or: <both>" by agnet
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        |
        = help: say how it ends: 100%
        = for example: an end
      3 + end

      error[near-name]: there is no role “agnet”
       --> flows/a b,c:d%.flow:2:30
        |
      1 | flow x
        |      - in this flow
      2 | step "💬 50%, or: <both>" by agnet
        |                              ^^^^^
        |
       ::: flows/roles.flow:1:1
        |
      1 | role agent
        | ---- “agent” is declared here
        |
        = gone.flow: and here
        = fix: write “agent”
      2 - step "💬 50%, or: <both>" by agnet
      2 + step "💬 50%, or: <both>" by agent

      info[long-label]: over two lines
       --> flows/roles.flow:2:1
        |
      2 | / stage "A" {
      3 | | }
        | |_^
        |
        = unsafe fix: shorten
      2 - stage "A" {
      3 - }
      2 +

      1 error, 1 warning, 1 info in 3 files; --fix repairs 1 finding, --fix=unsafe 1 more
      flowc explain near-name says why it matters, and what to do
      "
    `);
  });

  it('says so where nothing was found', () => {
    expect(prettyReport(clean, { palette: plainPalette, width: 80 })).toBe('no findings in 1 file\n');
  });
});

describe('compact', () => {
  it('is a line a finding', () => {
    expect(`\n${compactReport(sampleReport)}`).toMatchInlineSnapshot(`
      "
      flows/a b,c:d%.flow:2:1: warning: the path stops after “💬 50%, or: <both>”␊with a line break [dead-end]
      flows/a b,c:d%.flow:2:30: error: there is no role “agnet” [near-name]
      flows/roles.flow:2:1: info: over two lines [long-label]
      "
    `);
  });
});

describe('json', () => {
  it('has the shape that programs rely on', () => {
    expect(JSON.parse(jsonReport(sampleReport))).toMatchInlineSnapshot(`
      {
        "errors": 1,
        "files": 3,
        "findings": [
          {
            "file": "flows/a b,c:d%.flow",
            "fix": {
              "edits": [
                {
                  "range": {
                    "end": {
                      "column": 1,
                      "line": 3,
                      "offset": 44,
                    },
                    "start": {
                      "column": 1,
                      "line": 3,
                      "offset": 44,
                    },
                  },
                  "text": "end
      ",
                },
              ],
              "kind": "hint",
            },
            "help": "say how it ends: 100%",
            "message": "the path stops after “💬 50%, or: <both>”
      with a line break",
            "range": {
              "end": {
                "column": 35,
                "line": 2,
                "offset": 42,
              },
              "start": {
                "column": 1,
                "line": 2,
                "offset": 8,
              },
            },
            "related": [],
            "rule": "dead-end",
            "severity": "warning",
          },
          {
            "file": "flows/a b,c:d%.flow",
            "fix": {
              "edits": [
                {
                  "range": {
                    "end": {
                      "column": 35,
                      "line": 2,
                      "offset": 42,
                    },
                    "start": {
                      "column": 30,
                      "line": 2,
                      "offset": 37,
                    },
                  },
                  "text": "agent",
                },
              ],
              "kind": "safe",
            },
            "message": "there is no role “agnet”",
            "range": {
              "end": {
                "column": 35,
                "line": 2,
                "offset": 42,
              },
              "start": {
                "column": 30,
                "line": 2,
                "offset": 37,
              },
            },
            "related": [
              {
                "file": "flows/roles.flow",
                "message": "“agent” is declared here",
                "range": {
                  "end": {
                    "column": 5,
                    "line": 1,
                    "offset": 4,
                  },
                  "start": {
                    "column": 1,
                    "line": 1,
                    "offset": 0,
                  },
                },
              },
              {
                "file": "flows/a b,c:d%.flow",
                "message": "in this flow",
                "range": {
                  "end": {
                    "column": 7,
                    "line": 1,
                    "offset": 6,
                  },
                  "start": {
                    "column": 6,
                    "line": 1,
                    "offset": 5,
                  },
                },
              },
            ],
            "rule": "near-name",
            "severity": "error",
          },
          {
            "file": "flows/roles.flow",
            "fix": {
              "edits": [
                {
                  "range": {
                    "end": {
                      "column": 2,
                      "line": 3,
                      "offset": 24,
                    },
                    "start": {
                      "column": 1,
                      "line": 2,
                      "offset": 11,
                    },
                  },
                  "text": "",
                },
              ],
              "kind": "unsafe",
            },
            "message": "over two lines",
            "range": {
              "end": {
                "column": 2,
                "line": 3,
                "offset": 24,
              },
              "start": {
                "column": 1,
                "line": 2,
                "offset": 11,
              },
            },
            "related": [],
            "rule": "long-label",
            "severity": "info",
          },
        ],
        "infos": 1,
        "version": 1,
        "warnings": 1,
      }
    `);
  });
});

describe('github', () => {
  it('is workflow commands, escaped, errors first, with a summary', () => {
    expect(`\n${githubReport(sampleReport)}`).toMatchInlineSnapshot(`
      "
      ::error file=flows/a b%2Cc%3Ad%25.flow,line=2,endLine=2,col=30,endColumn=35,title=near-name::there is no role “agnet”
      ::warning file=flows/a b%2Cc%3Ad%25.flow,line=2,endLine=2,col=1,endColumn=35,title=dead-end::the path stops after “💬 50%25, or: <both>”%0Awith a line break%0Asay how it ends: 100%25
      ::notice file=flows/roles.flow,line=2,endLine=3,title=long-label::over two lines
      1 error, 1 warning, 1 info in 3 files
      "
    `);
  });
});

describe('gitlab', () => {
  it('is a code quality report', () => {
    expect(JSON.parse(gitlabReport(sampleReport))).toMatchInlineSnapshot(`
      [
        {
          "check_name": "dead-end",
          "description": "the path stops after “💬 50%, or: <both>”
      with a line break",
          "fingerprint": "de50f6cef52d368db09fa535b175aaad",
          "location": {
            "lines": {
              "begin": 2,
              "end": 2,
            },
            "path": "flows/a b,c:d%.flow",
          },
          "severity": "minor",
        },
        {
          "check_name": "near-name",
          "description": "there is no role “agnet”",
          "fingerprint": "2b0ff7b1ae618067fc144e8d45828a04",
          "location": {
            "lines": {
              "begin": 2,
              "end": 2,
            },
            "path": "flows/a b,c:d%.flow",
          },
          "severity": "major",
        },
        {
          "check_name": "long-label",
          "description": "over two lines",
          "fingerprint": "ef878f39ab54048046011342f1164fd8",
          "location": {
            "lines": {
              "begin": 2,
              "end": 3,
            },
            "path": "flows/roles.flow",
          },
          "severity": "info",
        },
      ]
    `);
  });

  it('keeps its fingerprints when lines move, and has no two alike', () => {
    const fingerprints = (text: string): readonly string[] => {
      const spans = [...text.matchAll(/-> x/g)].map(({ index }) => ({ start: index, end: index + 4 }));
      const file = reportedFile(
        'a.flow',
        text,
        spans.map((span) => ({
          code: 'unknown-target',
          severity: 'error',
          span,
          message: 'no “x”',
          related: [],
        })),
      );
      return JSON.parse(gitlabReport(reportOf(file, { ...file, path: 'b.flow' }))).map(
        (issue: { fingerprint: string }) => issue.fingerprint,
      );
    };
    const before = fingerprints('flow a\n-> x\n-> x\n');
    expect(fingerprints('# moved\n\nflow a\n  -> x\nstep "B"\n-> x\n')).toEqual(before);
    expect(new Set(before).size).toBe(4);
  });
});

describe('junit', () => {
  it('is well-formed XML with a suite a file, in which only errors fail', () => {
    const counts: Record<string, number> = {};
    const parser = new SaxesParser();
    parser.on('error', (error) => expect.fail(error.message));
    parser.on('opentag', ({ name }) => {
      counts[name] = (counts[name] ?? 0) + 1;
    });
    parser.write(junitReport(sampleReport)).close();
    expect(counts).toEqual({ testsuites: 1, testsuite: 3, testcase: 4, failure: 1, 'system-out': 2 });
    expect(`\n${junitReport(sampleReport)}`).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="flowc" tests="4" failures="1">
        <testsuite name="flows/a b,c:d%.flow" tests="2" failures="1">
          <testcase name="dead-end flows/a b,c:d%.flow:2:1" classname="flows/a b,c:d%.flow">
            <system-out>warning: the path stops after “💬 50%, or: &lt;both&gt;”&#10;with a line break&#10;say how it ends: 100%</system-out>
          </testcase>
          <testcase name="near-name flows/a b,c:d%.flow:2:30" classname="flows/a b,c:d%.flow">
            <failure type="near-name" message="there is no role “agnet”">flows/a b,c:d%.flow:2:30: there is no role “agnet”</failure>
          </testcase>
        </testsuite>
        <testsuite name="flows/clean.flow" tests="1" failures="0">
          <testcase name="no findings" classname="flows/clean.flow"/>
        </testsuite>
        <testsuite name="flows/roles.flow" tests="1" failures="0">
          <testcase name="long-label flows/roles.flow:2:1" classname="flows/roles.flow">
            <system-out>info: over two lines</system-out>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });
});

describe('junit, whatever a label holds', () => {
  it('replaces what XML cannot hold', () => {
    const message = '“a\u0000b\u001bc\ud800d\uffffe\rf” ]]>';
    const file = reportedFile('a.flow', 'flow a', [
      { code: 'no-end', severity: 'error', span: { start: 0, end: 4 }, message, related: [] },
    ]);
    expect(junitReport(reportOf(file))).toContain('message="“a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf” ]]&gt;"');
  });
});

describe('sarif', () => {
  const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
  const schema = JSON.parse(
    readFileSync(schemaPath.replace(/lib.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
    ...schema,
    $schema: undefined,
    id: undefined,
  });

  it.each([
    ['findings', sampleReport],
    ['none', clean],
  ])('is valid by the schema of OASIS: %s', (_, report) => {
    validate(JSON.parse(sarifReport(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is a schema that refuses what is no SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false);
  });

  it('holds places, levels, repairs and rules', () => {
    const [run] = JSON.parse(sarifReport(sampleReport)).runs;
    expect(run.tool.driver.rules).toMatchInlineSnapshot(`
      [
        {
          "defaultConfiguration": {
            "level": "error",
          },
          "fullDescription": {
            "text": "# dead-end
      Why it matters.",
          },
          "help": {
            "markdown": "# dead-end
      Why it matters.

      What to do.",
            "text": "# dead-end
      Why it matters.

      What to do.",
          },
          "id": "dead-end",
          "shortDescription": {
            "text": "A path that stops without an end",
          },
        },
        {
          "id": "long-label",
        },
        {
          "id": "near-name",
        },
      ]
    `);
    expect(run.results[1]).toMatchInlineSnapshot(`
      {
        "fixes": [
          {
            "artifactChanges": [
              {
                "artifactLocation": {
                  "uri": "flows/a%20b%2Cc%3Ad%25.flow",
                  "uriBaseId": "%SRCROOT%",
                },
                "replacements": [
                  {
                    "deletedRegion": {
                      "endColumn": 35,
                      "endLine": 2,
                      "startColumn": 30,
                      "startLine": 2,
                    },
                    "insertedContent": {
                      "text": "agent",
                    },
                  },
                ],
              },
            ],
            "description": {
              "text": "write “agent”",
            },
          },
        ],
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "flows/a%20b%2Cc%3Ad%25.flow",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "endColumn": 35,
                "endLine": 2,
                "startColumn": 30,
                "startLine": 2,
              },
            },
          },
        ],
        "message": {
          "text": "there is no role “agnet”",
        },
        "partialFingerprints": {
          "flowc/v1": "2b0ff7b1ae618067fc144e8d45828a04",
        },
        "relatedLocations": [
          {
            "id": 0,
            "message": {
              "text": "“agent” is declared here",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "flows/roles.flow",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "endColumn": 5,
                "endLine": 1,
                "startColumn": 1,
                "startLine": 1,
              },
            },
          },
          {
            "id": 2,
            "message": {
              "text": "in this flow",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "flows/a%20b%2Cc%3Ad%25.flow",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "endColumn": 7,
                "endLine": 1,
                "startColumn": 6,
                "startLine": 1,
              },
            },
          },
        ],
        "ruleId": "near-name",
        "ruleIndex": 2,
      }
    `);
    expect(run.results.map((result: { level: string }) => result.level)).toEqual([
      'warning',
      'error',
      'note',
    ]);
  });
});

describe('every format', () => {
  it.each(reporters)('%o is the same each time and ends in a line break, or is empty', (reporter) => {
    expect(reporter(sampleReport)).toBe(reporter(sampleReport));
    expect(reporter(sampleReport)).toMatch(/\n$/);
    expect(reporter(clean)).toMatch(/^$|\n$/);
  });
});

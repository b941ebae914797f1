import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import { shapeNames } from '../../src/shapes/all-shapes.ts';
import { breakLines } from '../../src/type/break-lines.ts';
import { fitText } from '../../src/type/fit-text.ts';
import { createMeasuring } from '../../src/type/measure-letters.ts';
import { processOf } from '../build/process-of.ts';
import { buildIfStale, spawnFlowc } from '../cli/built-flowc.ts';
import { measurer } from '../layout/lay-out.ts';

const linesOf = async (label: string, language = 'en'): Promise<readonly string[]> =>
  fitText((await measurer.inLanguage?.(language)) ?? measurer, [{ text: label, size: 14 }], {
    shape: 'process',
    size: 14,
    rightToLeft: false,
    preferredWidth: 164,
  }).lines.map(({ text }) => text);

describe('a name of a program, an address or a code that is too long for a line', () => {
  it.each([
    'Antrag.getParameter.executeQuery.append.toString',
    'a_very_long_snake_case_answer_without_any_break_in_it',
    'C:\\Program_Files\\Customer_Service\\Ticket_System\\start.exe',
    'kundenservice.beschwerden.rueckerstattung@beispiel-versandhaus.example',
    'X7F93KD8820MMQ2Z31PPRT5500L4W9',
    'CustomerComplaintEscalationServiceRequestHandler',
    'https://portal.example.org/kunden/12345/auftraege/offen?status=neu&sort=datum%20absteigend#abschnitt-3',
    'ORDER_2026_REFUND_REQUEST_CUSTOMER_COMPLAINT_HANDLER',
  ])('gets no hyphen, in whatever language the chart is: %s', async (code) => {
    for (const language of ['en', 'de', 'nl', 'fi'])
      for (const label of [code, `${code} öffnen`, `Bitte „${code}“ prüfen.`]) {
        const lines = await linesOf(label, language);
        expect(lines.join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
        expect(
          breakLines(measurer, label, 12, { longest: 130, widest: 240, rightToLeft: false })
            .lines.map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(label.replaceAll(' ', ''));
      }
  });

  it('ends its lines after signs, and where a small letter meets a capital', async () => {
    const whole = (line: string): boolean => /[._]$/.test(line);
    expect(
      (await linesOf('Antrag.getParameter.executeQuery.append.toString')).slice(0, -1).every(whole),
    ).toBe(true);
    expect(
      (await linesOf('a_very_long_snake_case_answer_without_any_break_in_it')).slice(0, -1).every(whole),
    ).toBe(true);
    const parts = await linesOf('CustomerComplaintEscalationServiceRequestHandler');
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/^(?:[A-Z][a-z]+)+$/);
  });

  it('keeps every letter and gets none, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('get', 'Customer', 'X', '.', '_', '/', 'é', '42', '::', 'HTTPServer', '=', 'żółć'),
          {
            minLength: 8,
            maxLength: 40,
          },
        ),
        fc.constantFrom(...shapeNames),
        (parts, shape) => {
          const label = parts.join('');
          const { lines, width } = fitText(measurer, [{ text: label, size: 14 }], {
            shape,
            size: 14,
            rightToLeft: false,
            preferredWidth: 164,
          });
          expect(lines.map(({ text }) => text).join('')).toBe(label);
          for (const line of lines) expect(line.width).toBeLessThan(width);
        },
      ),
    );
  });
});

describe('a word of a language that is too long for a line', () => {
  it.each([
    [
      'de',
      'Kundenbeschwerdeerstbearbeitungsanfrage',
      ['Kunden', 'be', 'schwer', 'de', 'erst', 'be', 'ar', 'bei', 'tungs', 'an', 'frage'],
    ],
    [
      'de-AT',
      'Garantieverlängerungsbestätigungsschreiben',
      ['Ga', 'ran', 'tie', 'ver', 'län', 'ge', 'rungs', 'be', 'stä', 'ti', 'gungs', 'schrei', 'ben'],
    ],
    [
      'nl',
      'Arbeidsongeschiktheidsverzekeringsaanvraag',
      ['Arbeids', 'on', 'ge', 'schikt', 'heids', 'ver', 'ze', 'ke', 'rings', 'aan', 'vraag'],
    ],
    [
      'da',
      'Kundetilfredshedsundersøgelsesresultater',
      ['Kun', 'de', 'til', 'freds', 'heds', 'un', 'der', 'sø', 'gel', 'ses', 're', 'sul', 'ta', 'ter'],
    ],
    ['nb', 'Kundetilfredshetsundersøkelsesresultater', undefined],
    ['nn', 'Kundetilfredsheitsundersøkingsresultata', undefined],
  ] as const)('is divided between syllables, with a hyphen: %s %s', async (language, word, syllables) => {
    const lines = await linesOf(word, language);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/\p{L}-$/u);
    expect(lines.join('').replaceAll('-', '')).toBe(word);
    if (syllables === undefined) return;
    const ends = new Set(syllables.map((_, index) => syllables.slice(0, index + 1).join('').length));
    let length = 0;
    for (const line of lines) {
      length += line.replace(/-$/, '').length;
      expect(ends, `${line} ends at ${length}`).toContain(length);
    }
  });

  it('is divided however long it is', async () => {
    const word = 'rindfleischetikettierungsüberwachungsaufgabenübertragungsbeauftragter'.repeat(4);
    const lines = await linesOf(word, 'de');
    expect(lines.join('').replaceAll('-', '')).toBe(word);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/-$/);
  });

  it('stays whole where nothing is known of its language, and the box grows', async () => {
    for (const language of ['en', 'fi', 'sv', 'hu', 'xx'])
      expect(await linesOf('Asiakastyytyväisyyskyselytutkimus', language)).toEqual([
        'Asiakastyytyväisyyskyselytutkimus',
      ]);
    expect(await linesOf('Достопримечательностями интересуются', 'ru')).toEqual([
      'Достопримечательностями',
      'интересуются',
    ]);
  });

  it('is divided at a soft hyphen that someone wrote', async () => {
    const lines = await linesOf('Asiakastyytyväisyys\u00adkyselytutkimus\u00adlomakkeiden', 'fi');
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('is divided the same whether fonts were needed or not', async () => {
    const process = processOf(
      'flow f "F"\nlanguage de\ntouchpoint t "Kundenbeschwerdeerstbearbeitungsanfrage"\nend e "Garantieverlängerungsbestätigungsschreiben"',
    );
    const quick = await createMeasuring(fontFiles)((each) => layoutFlow(process, { measurer: each }));
    expect(quick).toEqual(await layoutFlow(process, { measurer }));
    expect(quick.value?.nodes[0]?.lines.length).toBeGreaterThan(1);
  });

  it('is divided by the command as it is installed, the first time and from then on', () => {
    buildIfStale();
    const folder = mkdtempSync(join(tmpdir(), 'flowc-words-'));
    try {
      writeFileSync(
        join(folder, 'f.flow'),
        'flow f "F"\nlanguage de\ntouchpoint t "Kundenbeschwerdeerstbearbeitungsanfrage"\nend e "Ende"\n',
      );
      for (let time = 0; time < 2; time++) {
        expect(spawnFlowc(['build', 'f.flow'], { cwd: folder })).toMatchObject({ code: 0 });
        expect(readFileSync(join(folder, 'f.svg'), 'utf8')).toMatch(
          />Kunden(?:be|beschwer|beschwerde|beschwerdeerst)?-</,
        );
        rmSync(join(folder, 'f.svg'));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

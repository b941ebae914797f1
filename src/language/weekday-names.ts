/** The days of a week as `hours` has them, Monday first. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** What else is English for each of them, in small letters: it is read as if it were written as it should be. */
const english: readonly string[] = [
  'mo mon monday mondays',
  'tu tue tues tuesday tuesdays',
  'we wed weds wednesday wednesdays',
  'th thu thur thurs thursday thursdays',
  'fr fri friday fridays',
  'sa sat saturday saturdays',
  'su sun sunday sundays',
];

/** What the languages call them that customer service is written in most. */
const foreign: readonly string[] = [
  'montag montags lun lundi lunes lunedì lunedi seg segunda ma maandag mån måndag man mandag pn pon poniedziałek пн понедельник понеділок שני ב',
  'di dienstag dienstags mar mardi martes martedì martedi ter terça dinsdag tis tisdag tir tirsdag wt wto wtorek вт вторник вівторок שלישי ג',
  'mi mittwoch mittwochs mer mercredi mie mié miércoles mercoledì mercoledi qua quarta wo woensdag ons onsdag śr środa ср среда середа רביעי ד',
  'do donnerstag donnerstags jeu jeudi jue jueves gio giovedì giovedi qui quinta donderdag tors torsdag czw czwartek чт четверг четвер חמישי ה',
  'freitag freitags ven vendredi vie viernes venerdì venerdi sex sexta vr vrijdag fre fredag pt pią piątek пт пятница שישי ו',
  'samstag samstags sonnabend sam samedi sab sáb sábado sabato za zaterdag lör lördag lør lørdag sob sobota сб суббота субота שבת ש',
  'so sonntag sonntags dim dimanche dom domingo domenica zo zondag sön söndag søn søndag nd ndz niedz niedziela вс нд воскресенье неділя ראשון א',
];

/** Words for several days, by the first and the last of them. */
const several = new Map([
  ...named({ first: 0, last: 4 }, 'weekdays workdays werktags'),
  ...named({ first: 0, last: 6 }, 'daily everyday täglich always'),
  ...named({ first: 5, last: 6 }, 'weekend weekends'),
]);

/** Each of the names, with what they all stand for. */
function named<Value>(value: Value, names: string): readonly (readonly [string, Value])[] {
  return names.split(' ').map((name) => [name, value]);
}

const numberOf = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, day) => named(day, list)));
const englishDays = numberOf(english);
const foreignDays = numberOf(foreign);

/** The days that a word names, from the first to the last, and whether it is English for a single one. */
export interface NamedDays {
  readonly first: number;
  readonly last: number;
  readonly isUsual: boolean;
}

/** The days that a word names, in whatever case; undefined where it names none. */
export function namedDays(word: string): NamedDays | undefined {
  const name = word.toLowerCase().replace(/['’׳]$/, '');
  const usual = englishDays.get(name);
  if (usual !== undefined) return { first: usual, last: usual, isUsual: true };
  const day = foreignDays.get(name);
  if (day !== undefined) return { first: day, last: day, isUsual: false };
  const row = several.get(name);
  return row && { ...row, isUsual: false };
}

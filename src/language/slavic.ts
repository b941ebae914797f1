import type { LanguageWords } from './language-words.ts';
import { czech, eastSlavic } from './plural-forms.ts';

/** Polish, Czech, Russian, Ukrainian. */
export const slavicWords = {
  pl: {
    yes: 'Tak',
    no: 'Nie',
    end: 'Koniec',
    otherwise: 'W innym przypadku',
    customer: 'Klient',
    times: { one: '{n} raz?', other: '{n} razy?' },
    after: 'po {duration}',
    within: 'maks. {duration}',
    page: 'str. {n}',
    spoken: {
      by: 'Wykonuje',
      next: 'Dalej',
      fork: 'Jednocześnie',
      join: 'Gdy wszystko gotowe',
      success: 'Sukces',
      failure: 'Niepowodzenie',
    },
    units: {
      s: '{n} s',
      min: '{n} min',
      h: '{n} godz.',
      d: { one: '{n} dzień', other: '{n} dni' },
      wd: { one: '{n} dzień roboczy', few: '{n} dni robocze', other: '{n} dni roboczych' },
      w: '{n} tyg.',
      mo: '{n} mies.',
    },
    // “po” takes the locative; and “po 22 godz.” could be ten in the evening.
    unitsAfter: {
      h: { one: '{n} godzinie', other: '{n} godzinach' },
      d: { one: '{n} dniu', other: '{n} dniach' },
      wd: { one: '{n} dniu roboczym', other: '{n} dniach roboczych' },
    },
    plural: (n) => {
      if (n === 1) return 'one';
      return n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14) ? 'few' : 'many';
    },
  },
  cs: {
    yes: 'Ano',
    no: 'Ne',
    end: 'Konec',
    otherwise: 'Jinak',
    customer: 'Zákazník',
    times: '{n}krát?',
    after: 'po {duration}',
    within: 'max. {duration}',
    page: 'str. {n}',
    spoken: {
      by: 'Provádí',
      next: 'Dále',
      fork: 'Současně',
      join: 'Až bude vše hotovo',
      success: 'Úspěch',
      failure: 'Neúspěch',
    },
    units: {
      s: '{n} s',
      min: '{n} min',
      h: '{n} h',
      d: { one: '{n} den', few: '{n} dny', other: '{n} dní' },
      wd: { one: '{n} pracovní den', few: '{n} pracovní dny', other: '{n} pracovních dní' },
      w: { one: '{n} týden', few: '{n} týdny', other: '{n} týdnů' },
      mo: { one: '{n} měsíc', few: '{n} měsíce', other: '{n} měsíců' },
    },
    // “po” takes the locative; and “po 22 h” would be after ten in the evening.
    unitsAfter: {
      h: { one: '{n} hodině', other: '{n} hodinách' },
      d: { one: '{n} dni', other: '{n} dnech' },
      wd: { one: '{n} pracovním dni', other: '{n} pracovních dnech' },
      w: { one: '{n} týdnu', other: '{n} týdnech' },
      mo: { one: '{n} měsíci', other: '{n} měsících' },
    },
    plural: czech,
  },
  ru: {
    yes: 'Да',
    no: 'Нет',
    end: 'Конец',
    otherwise: 'Иначе',
    customer: 'Клиент',
    times: { few: '{n} раза?', other: '{n} раз?' },
    after: 'через {duration}',
    // “до 22 ч” would be until ten in the evening.
    within: 'не более {duration}',
    page: 'стр. {n}',
    spoken: {
      by: 'Исполнитель',
      next: 'Далее',
      fork: 'Одновременно',
      join: 'Когда всё готово',
      success: 'Успех',
      failure: 'Неудача',
    },
    // Abbreviations stay as they are in every case, as “не более” and “через” ask for different ones.
    units: {
      s: '{n} с',
      min: '{n} мин',
      h: '{n} ч',
      d: '{n} дн.',
      wd: '{n} раб. дн.',
      w: '{n} нед.',
      mo: '{n} мес.',
    },
    plural: eastSlavic,
  },
  uk: {
    yes: 'Так',
    no: 'Ні',
    end: 'Кінець',
    otherwise: 'Інакше',
    customer: 'Клієнт',
    times: { one: '{n} раз?', few: '{n} рази?', other: '{n} разів?' },
    after: 'через {duration}',
    // “до 22 год” would be until ten in the evening.
    within: 'не більше {duration}',
    page: 'с. {n}',
    spoken: {
      by: 'Виконавець',
      next: 'Далі',
      fork: 'Одночасно',
      join: 'Коли все готово',
      success: 'Успіх',
      failure: 'Невдача',
    },
    units: {
      s: '{n} с',
      min: '{n} хв',
      h: '{n} год',
      d: '{n} дн.',
      wd: '{n} роб. дн.',
      w: '{n} тиж.',
      mo: '{n} міс.',
    },
    plural: eastSlavic,
  },
} as const satisfies Readonly<Record<string, LanguageWords>>;

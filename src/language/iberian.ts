import type { LanguageWords } from './language-words.ts';
import { oneOrMore } from './plural-forms.ts';

/** Spanish, Portuguese. */
export const iberianWords = {
  es: {
    yes: 'Sí',
    no: 'No',
    end: 'Fin',
    otherwise: 'En otro caso',
    customer: 'Cliente',
    times: { one: '¿{n} vez?', other: '¿{n} veces?' },
    after: 'tras {duration}',
    within: 'en {duration} como máx.',
    page: 'pág. {n}',
    spoken: {
      by: 'Responsable',
      next: 'Después',
      fork: 'Al mismo tiempo',
      join: 'Cuando todo esté hecho',
      success: 'Éxito',
      failure: 'Fracaso',
    },
    units: {
      s: '{n} s',
      min: '{n} min',
      h: '{n} h',
      d: { one: '{n} día', other: '{n} días' },
      wd: { one: '{n} día hábil', other: '{n} días hábiles' },
      w: { one: '{n} semana', other: '{n} semanas' },
      mo: { one: '{n} mes', other: '{n} meses' },
    },
    plural: oneOrMore,
  },
  pt: {
    yes: 'Sim',
    no: 'Não',
    end: 'Fim',
    otherwise: 'Caso contrário',
    customer: 'Cliente',
    times: { one: '{n} vez?', other: '{n} vezes?' },
    after: 'após {duration}',
    within: 'no máximo {duration}',
    page: 'pág. {n}',
    spoken: {
      by: 'Responsável',
      next: 'Depois',
      fork: 'Ao mesmo tempo',
      join: 'Quando tudo estiver feito',
      success: 'Sucesso',
      failure: 'Insucesso',
    },
    units: {
      s: '{n} s',
      min: '{n} min',
      h: '{n} h',
      d: { one: '{n} dia', other: '{n} dias' },
      wd: { one: '{n} dia útil', other: '{n} dias úteis' },
      w: { one: '{n} semana', other: '{n} semanas' },
      mo: { one: '{n} mês', other: '{n} meses' },
    },
    plural: oneOrMore,
  },
} as const satisfies Readonly<Record<string, LanguageWords>>;

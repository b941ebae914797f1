import type { LanguageWords } from './language-words.ts';
import { oneOrMore } from './plural-forms.ts';

/** Telugu, Hindi. */
export const southAsianWords = {
  te: {
    yes: 'అవును',
    // Said of what is done or is there, as nearly all questions of a process ask; కాదు would deny what something is.
    no: 'లేదు',
    end: 'ముగింపు',
    otherwise: 'ఇతర సందర్భాల్లో',
    customer: 'కస్టమర్',
    times: { one: 'ఒకసారి అయ్యిందా?', other: '{n} సార్లు అయ్యిందా?' },
    // Both leave the noun in its plain form: “when … has passed”, “at most …”.
    after: '{duration} దాటితే',
    within: 'గరిష్ఠంగా {duration}',
    page: 'పేజీ {n}',
    spoken: {
      by: 'బాధ్యత',
      next: 'తరువాత',
      fork: 'ఏకకాలంలో',
      join: 'అన్నీ పూర్తయ్యాక',
      success: 'విజయవంతం',
      failure: 'విఫలం',
    },
    units: {
      s: { one: '{n} సెకను', other: '{n} సెకన్లు' },
      min: { one: '{n} నిమిషం', other: '{n} నిమిషాలు' },
      h: { one: '{n} గంట', other: '{n} గంటలు' },
      d: { one: '{n} రోజు', other: '{n} రోజులు' },
      wd: { one: '{n} పని దినం', other: '{n} పని దినాలు' },
      w: { one: '{n} వారం', other: '{n} వారాలు' },
      mo: { one: '{n} నెల', other: '{n} నెలలు' },
    },
    plural: oneOrMore,
  },
  hi: {
    yes: 'हाँ',
    no: 'नहीं',
    end: 'समाप्त',
    otherwise: 'अन्यथा',
    customer: 'ग्राहक',
    times: '{n} बार?',
    after: '{duration} के बाद',
    within: '{duration} के भीतर',
    page: 'पृष्ठ {n}',
    spoken: {
      by: 'ज़िम्मेदार',
      next: 'इसके बाद',
      fork: 'एक साथ',
      join: 'सब पूरा होने पर',
      success: 'सफल',
      failure: 'असफल',
      stop: '।',
    },
    // The oblique case, which both words after a duration ask for.
    units: {
      s: '{n} सेकंड',
      min: '{n} मिनट',
      h: '{n} घंटे',
      d: '{n} दिन',
      wd: { one: '{n} कार्य दिवस', other: '{n} कार्य दिवसों' },
      w: '{n} सप्ताह',
      mo: '{n} महीने',
    },
    plural: oneOrMore,
  },
} as const satisfies Readonly<Record<string, LanguageWords>>;

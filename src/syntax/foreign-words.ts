import type { LanguageWord } from './words.ts';

/**
 * What people write who take the words of the language to be those of their own: the usual translations of each word,
 * in the languages that customer service is written in most. Where one word means several things, it stands where it is
 * likeliest.
 */
const translations: readonly (readonly [LanguageWord, string])[] = [
  [
    'flow',
    'ablauf prozess vorgang flux processus proceso flujo flusso processo fluxo proces stroom przepływ flöde prosess prosessi süreç процесс процес תהליך',
  ],
  ['use', 'nutze verwende benutze utiliser utilise usar utilizza użyj gebruik använd использовать השתמש'],
  [
    'touchpoint',
    'kontakt kontaktpunkt beginn anfang début contact inicio contacto inizio contatto início contato contactpunt początek kontaktpunkten başlangıç начало контакт початок פנייה התחלה',
  ],
  ['stage', 'abschnitt stufe fase etapa etap vaihe aşama этап етап שלב'],
  [
    'step',
    'schritt aufgabe tätigkeit étape etape tâche paso tarea passo tarefa attività stap taak krok zadanie steg trin steget adım шаг крок צעד',
  ],
  [
    'wait',
    'warte warten attendre attente attends esperar espera attendi attesa aguardar wacht wachten czekaj vänta vent odota bekle ждать жди чекати המתן',
  ],
  [
    'escalate',
    'eskaliere eskalieren eskalation escalader escalade escalar escalare escaleren eskaluj eskalera эскалация эскалировать הסלמה',
  ],
  [
    'call',
    'aufruf aufrufen rufe appel appeler appelle llamar llamada chiama chamar aanroepen wywołaj anropa kald вызов вызвать קרא',
  ],
  [
    'transfer',
    'übergabe übergib weiterleiten weiterleitung transférer transferir trasferisci overdragen przekaż överför передать העבר',
  ],
  ['if', 'wenn falls si se jeżeli jeśli jesli indien om hvis jos eğer если якщо אם'],
  [
    'else',
    'sonst andernfalls ansonsten sinon sino altrimenti senão senao anders inaczej annars ellers muuten değilse иначе інакше אחרת',
  ],
  [
    'choose',
    'wähle auswahl wahl choisir choisis choix elegir elige scegli escolher escolha kies wybierz välj vælg velg valitse seç выбор выбрать בחר',
  ],
  ['when', 'fall cas quand caso cuando quando wanneer gdy kiedy när når kun когда כאשר מקרה'],
  ['otherwise', 'autrement'],
  ['parallel', 'gleichzeitig parallèle paralelo parallelo parallell równolegle параллельно במקביל'],
  ['branch', 'zweig branche rama ramo gałąź gren ветка гілка ענף'],
  ['end', 'ende schluss fin fim fine einde koniec slut slutt loppu конец кінець סוף סיום'],
  ['problem', 'fehler störung problème problema probleem ongelma sorun проблема בעיה'],
  ['timeout', 'zeitüberschreitung fristablauf'],
  [
    'department',
    'abteilung département departement departamento dipartimento afdeling dział avdelning отдел отделение відділ מחלקה',
  ],
  ['purpose', 'zweck ziel objectif objetivo propósito scopo doel cel syfte formål цель мета מטרה'],
  [
    'owner',
    'besitzer verantwortlich verantwortlicher propriétaire propietario proprietario eigenaar właściciel ägare владелец',
  ],
  ['version', 'versión versione versão versie wersja версия גרסה'],
  ['reviewed', 'geprüft revu revisado'],
  ['language', 'sprache langue idioma lengua lingua língua taal język språk sprog kieli язык мова שפה'],
  ['role', 'rolle rôle rol ruolo papel rola roll rooli роль תפקיד'],
  ['system', 'système sistema systeem järjestelmä sistem система מערכת'],
  [
    'request',
    'anfrage anliegen demande solicitud petición richiesta pedido verzoek zgłoszenie ärende запрос запит בקשה',
  ],
  ['term', 'begriff terme término termine termo'],
  ['by', 'von durch par por door przez'],
  ['with', 'mit avec con com met med עם'],
  ['to', 'an à para naar till til'],
  ['using', 'mittels mithilfe utilisant usando'],
  ['within', 'innerhalb binnen dans dentro entro inom innen בתוך'],
  ['takes', 'dauert dauer dure dura tarda duurt trwa'],
  ['as', 'als comme como'],
  ['say', 'sage dire decir zeg powiedz säg'],
  ['note', 'notiz anmerkung hinweis remarque nota notitie uwaga'],
  ['anytime', 'jederzeit jederzeitig siempre sempre altijd zawsze kiedykolwiek milloinkin когда-угодно'],
  ['late', 'verspätet überfällig zu-spät spät retard tarde tardi laat późno sent sen myöhässä поздно באיחור'],
  [
    'meanwhile',
    'währenddessen inzwischen unterdessen entretemps pendant mientras intanto entretanto ondertussen tymczasem mezitím samtidigt imens sillä-välin тем-временем בינתיים',
  ],
  ['party', 'partei dritte externer extern parti tercero terzo terceiro partij strona сторона'],
  [
    'level',
    'priorität dringlichkeit priorité niveau prioridad nivel priorità livello prioridade nível prioriteit priorytet poziom nivå taso приоритет уровень עדיפות',
  ],
  [
    'accountable',
    'rechenschaftspflichtig gesamtverantwortlich responsable responsabile responsável odpowiedzialny',
  ],
  ['scope', 'geltungsbereich umfang portée alcance ambito âmbito reikwijdte zakres omfattning'],
  [
    'reference',
    'verweis referenz norm référence referencia riferimento referência verwijzing odniesienie ссылка',
  ],
  [
    'approved',
    'freigegeben genehmigt approuvé aprobado approvato aprovado goedgekeurd zatwierdzone godkänd утверждено',
  ],
  ['revised', 'geändert überarbeitet révisé modificado rivisto revisto herzien zmienione reviderad изменено'],
  ['measure', 'kennzahl messgröße indicateur indicador indicatore miernik mått показатель'],
  ['hours', 'arbeitszeit arbeitszeiten öffnungszeiten horaires horario orari horário uren godziny часы שעות'],
  ['field', 'feld champ campo veld pole fält поле שדה'],
  ['each', 'je jede jeder jedes chaque cada ogni elke każdy varje каждый'],
  ['until', 'bis jusque hasta fino até totdat до עד'],
  ['volume', 'menge aufkommen anzahl volumen объём'],
];

/** Which word of the language is meant by a word of another language, in small letters. */
export const foreignWords: ReadonlyMap<string, LanguageWord> = new Map(
  translations.flatMap(([word, list]) => list.split(' ').map((foreign) => [foreign, word] as const)),
);

/** “Yes” and “no” as people write them at an answer, in small letters; `true` is yes. */
export const answers: ReadonlyMap<string, boolean> = new Map([
  ...'yes y yep true ok ja oui sí si sì sim tak kyllä evet да так כן نعم はい 是 예 네 có ya हाँ ναι ano'
    .split(' ')
    .map((text) => [text, true] as const),
  ...'no n nope false nein non não nao nee nie nej nei ei hayır нет ні לא لا いいえ 否 아니요 không tidak नहीं όχι ne'
    .split(' ')
    .map((text) => [text, false] as const),
]);

/**
 * Words that carry no meaning of their own: articles, prepositions, conjunctions, pronouns, auxiliaries, in the
 * languages of Latin script that most flows are written in. Of those with less than four letters it has only what a
 * label may begin with. Words that mean something in another of these languages are left out.
 */
export const functionWords: ReadonlySet<string> = new Set(
  [
    // Articles
    'the an das der ein les une los las gli het een',
    // English
    'about after again against been before being between could does doing during each every from have',
    'having here into itself just more most must only onto other over same should some such than that',
    'their them then there these they this those through under until upon very were what when where',
    'whether which while whom whose will with within without would your',
    // German
    'aber alle aller beim dass deren dessen diese diesem diesen dieser dieses durch eine einem einen',
    'einer eines gegen haben ihre ihrem ihren ihrer mehr nach nicht oder ohne sein seine sich sind über',
    'unter vom werden wenn wird zwischen',
    // French
    'avec avant chez cette dans elle entre leur leurs même nous pour quand sans sont sous votre vous',
    // Spanish, Portuguese, Italian
    'aunque como cuando desde donde durante entre esta este hasta para pero porque sobre está mais pela',
    'pelo quando della dello delle degli dalla nella alla alle allo dopo prima senza sulla',
    // Dutch
    'deze door haar heeft hun naar niet onder voor waar wordt zijn zonder',
  ].flatMap((words) => words.split(' ')),
);

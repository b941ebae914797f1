import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/text/line-index.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { checkText } from '../check/read-fixture.ts';

/** A procedure with all that version 1.1 added, right but for three things at its end that are judged all the same. */
const text = `flow incident "IT incident"
purpose "Service is back."
scope "All of IT but telephones"
level p1 "Nobody can work"
level p2 "One person is stuck"
promise p1 4h, p2 1d, 5wd
promise final "Final answer" 8w from take to answer
accountable lead
reference "ITIL 4" link "https://example.com/itil"
approved "Dana Levi" 2026-10-01
revised 2026-10-02 "First version"
measure "Answered in time" 90% within p1 15min, 1h
hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"
field cost-centre "4711"
role desk "Service desk" staff 5
role lead "Team lead"
party carrier "Network owner"

touchpoint call "Customer calls" by desk volume 400 per 1d note "Phones" -> take
touchpoint "Customer writes"
anytime cancels "Customer cancels" 2% -> end cancelled "Cancelled" as failure to customer
late overdue "A limit has passed" -> "Tell the lead" by desk to lead
meanwhile every p1 30min, 1d {
  step "Tell all users" by desk to customer
}
stage log "Log it" by desk accountable lead within 4h each "report" {
  step take "Take it" by desk to customer within p1 15min, p2 1h, 4h takes p1 5min..10min, 20min
    meanwhile "Remind" after 2d -> "Remind the customer" by desk to customer
  if danger? "Danger to life?" by desk note "Red flags" 5% -> answer
}
wait reply "Wait for the answer" by customer within 3d until "the day before" stops clock {
  when "Accepts" 70% -> answer
  when "Declines" note "He may come back" -> end lost "Declines" as failure
  when "By phone"
  timeout "Date of resubmission" -> "Call the customer" by desk
}
choose all needs? "What applies?" {
  when "Hotel" -> "Book the hotel"
  when "Bus" { step bus "Book the bus" }
  otherwise
}
parallel first race {
  branch "Carrier" { step ask-carrier "Ask the carrier" by carrier }
  branch "Desk" { step try "Try it again" by desk each "line" }
}
step answer "Answer" by desk to customer
-> take max 3
end done "Done" as success to customer note "Thanks"

flow second "Second"
role agent
touchpoint mail "Customer writes"
step read "Read the letter" by agnet
wait news "Wait for news"
  timeout -> end "Nothing came" as failure
-> raed
`;
const rest = ['near-name', 'timeout-without-within', 'unknown-target'];

/** What is right, and what is written instead of it with one mistake; the code of the error. */
const mistakes: readonly (readonly [
  right: string,
  wrong: readonly (readonly [written: string, code: string])[],
])[] = [
  [
    'anytime cancels "Customer cancels" 2% ->',
    [
      ['anytme cancels "Customer cancels" 2% ->', 'misspelt-word'],
      ['anytime "Customer cancels 2% ->', 'unclosed-string'],
      ['anytime 2% ->', 'unexpected-token'],
      ['anytime cancels Customer cancels 2% ->', 'unexpected-token'],
      ['anytime cancels "Customer cancels" 2 ->', 'invalid-percent'],
      ['anytime cancels "Customer cancels" 2%', 'unexpected-token'],
      ['any time cancels "Customer cancels" 2% ->', 'unexpected-token'],
      ['whenever cancels "Customer cancels" 2% ->', 'misspelt-word'],
      ['boundary cancels "Customer cancels" 2% ->', 'unexpected-token'],
      ['anytime cancels "Customer cancels" by desk 2% ->', 'unexpected-token'],
      ['anytime customer cancels "Customer cancels" 2% ->', 'unexpected-token'],
      ['Anytime cancels "Customer cancels" 2% ->', 'misspelt-word'],
      ['anytime: cancels "Customer cancels" 2% ->', 'invalid-character'],
      ['anytime cancels? "Customer cancels" 2% ->', 'unexpected-token'],
      ['anytime when "Customer cancels" 2% ->', 'reserved-word'],
      ['event cancels "Customer cancels" 2% ->', 'unexpected-token'],
      ['jederzeit cancels "Customer cancels" 2% ->', 'misspelt-word'],
    ],
  ],
  [
    'late overdue "A limit has passed" ->',
    [
      ['lat overdue "A limit has passed" ->', 'misspelt-word'],
      ['late "A limit has passed ->', 'unclosed-string'],
      ['late ->', 'unexpected-token'],
      ['late overdue A limit has passed ->', 'unexpected-token'],
      ['late overdue "A limit has passed" 5% ->', 'unexpected-token'],
      ['late overdue "A limit has passed"', 'unexpected-token'],
      ['late overdue "A limit has passed" within 2h ->', 'unexpected-token'],
      ['late overdue "A limit has passed" by desk ->', 'unexpected-token'],
      ['late after 2h ->', 'unexpected-token'],
      ['overdue "A limit has passed" ->', 'misspelt-word'],
    ],
  ],
  [
    'meanwhile every p1 30min, 1d {',
    [
      ['meanwhle every p1 30min, 1d {', 'misspelt-word'],
      ['meanwhile evry p1 30min, 1d {', 'misspelt-word'],
      ['meanwhile p1 30min, 1d {', 'unexpected-token'],
      ['meanwhile every {', 'unexpected-token'],
      ['meanwhile every p1: 30min, 1d {', 'invalid-character'],
      ['meanwhile every p1 30min 1d {', 'invalid-duration'],
      ['meanwhile every p1 30min, 1d', 'unexpected-token'],
      ['meanwhile each p1 30min, 1d {', 'misspelt-word'],
      ['remind every p1 30min, 1d {', 'misspelt-word'],
      ['reminder every p1 30min, 1d {', 'misspelt-word'],
      ['repeat every p1 30min, 1d {', 'misspelt-word'],
      ['meanwhile every p1 30min, p1 1d {', 'duplicate-attribute'],
      ['meanwhile Tell all users every p1 30min, 1d {', 'unexpected-token'],
      ['meanwhile every 30min, 1d {', 'duplicate-attribute'],
      ['meanwhile every half hour {', 'invalid-duration'],
      ['meanwhile every 1,5h {', 'invalid-duration'],
      ['meanwhile every "30min" {', 'invalid-duration'],
      ['meanwhile every 30 minutes {', 'invalid-duration'],
      ['every p1 30min, 1d {', 'unexpected-token'],
      ['loop every p1 30min, 1d {', 'misspelt-word'],
      ['meanwhile tell "Tell them" {', 'unexpected-token'],
    ],
  ],
  [
    '    meanwhile "Remind" after 2d ->',
    [
      ['    meanwile "Remind" after 2d ->', 'misspelt-word'],
      ['    meanwhile "Remind" aftr 2d ->', 'misspelt-word'],
      ['    meanwhile "Remind" 2d ->', 'unexpected-token'],
      ['    meanwhile "Remind" ->', 'unexpected-token'],
      ['    meanwhile Remind him after 2d ->', 'unexpected-token'],
      ['    meanwhile "Remind" after 2 days ->', 'invalid-duration'],
      ['    meanwhile "Remind" after ->', 'unexpected-token'],
      ['    meanwhile "Remind" after 2d', 'unexpected-token'],
      ['    remind "Remind" after 2d ->', 'misspelt-word'],
      ['    reminder "Remind" after 2d ->', 'misspelt-word'],
      ['    meanwhile after 2d "Remind" ->', 'unexpected-token'],
      ['    boundary "Remind" after 2d ->', 'unexpected-token'],
      ['    meanwhile "Remind" within 2d ->', 'misspelt-word'],
      ['    meanwhile "Remind" after 2d by desk ->', 'unexpected-token'],
      ['    meanwhile after 2d 10% ->', 'unexpected-token'],
    ],
  ],
  [
    'wait reply "Wait for the answer" by customer within 3d until "the day before" stops clock {',
    [
      [
        'wait reply "Wait for the answer" by customer within 3d util "the day before" stops clock {',
        'misspelt-word',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until the day before stops clock {',
        'unexpected-token',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until "the day before" stop clock {',
        'misspelt-word',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until "the day before" stops {',
        'unexpected-token',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until "the day before" stops the clock {',
        'unexpected-token',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until "the day before" stops clok {',
        'misspelt-word',
      ],
      [
        'wait reply "Wait for the answer" by customer within 3d until "the day before" stops clock',
        'unexpected-token',
      ],
      ['wait reply "Wait for the answer" by customer within 3d until stops clock {', 'unexpected-token'],
      [
        'wait reply "Wait for the answer" by customer within until "the day before" stops clock {',
        'unexpected-token',
      ],
      [
        'wait reply "Wait for the answer by customer within 3d until "the day before" stops clock {',
        'unclosed-string',
      ],
      ['wait reply by customer within 3d until "the day before" stops clock 5% {', 'unexpected-token'],
      [
        'wait reply Wait for the answer by customer within 3d until "the day before" stops clock {',
        'unexpected-token',
      ],
      [
        'wait "Wait for the answer" by customer within 3d until "the day before" pauses clock {',
        'misspelt-word',
      ],
      [
        'wait reply "Wait for the answer" foo by customer within 3d until "the day before" stops clock {',
        'unexpected-token',
      ],
      [
        'wait for reply "Wait for the answer" by customer within 3d until "the day before" stops clock {',
        'unexpected-token',
      ],
      ['wait {', 'unexpected-token'],
    ],
  ],
  [
    '  when "Accepts" 70% -> answer\n',
    [
      ['  wehn "Accepts" 70% -> answer\n', 'misspelt-word'],
      ['  when 70% -> answer\n', 'unexpected-token'],
      ['  when "Accepts" 70 -> answer\n', 'invalid-percent'],
      ['  when "Accepts 70% -> answer\n', 'unclosed-string'],
      ['  if "Accepts" 70% -> answer\n', 'misspelt-word'],
      ['  case "Accepts" 70% -> answer\n', 'misspelt-word'],
      ['  step x "X"\n  when "Accepts" 70% -> answer\n', 'unexpected-token'],
      ['  "Accepts" 70% -> answer\n', 'unexpected-token'],
      ['  "Accepts" -> answer\n', 'unexpected-token'],
      ['  when "Accepts" 70% by desk -> answer\n', 'unexpected-token'],
      ['  otherwise -> answer\n', 'unexpected-token'],
      ['  else -> answer\n', 'unexpected-token'],
      ['  when "Accepts" 70% => answer\n', 'invalid-character'],
      ['  on "Accepts" 70% -> answer\n', 'misspelt-word'],
      ['  event "Accepts" 70% -> answer\n', 'misspelt-word'],
      ['  when "Accepts" 70% within 2d -> answer\n', 'unexpected-token'],
    ],
  ],
  [
    '  when "By phone"\n',
    [
      ['  when "By phone" otherwise -> answer\n', 'unexpected-token'],
      ['  when "By phone"\n  otherwise -> answer\n', 'unexpected-token'],
      ['  when "By phone" answer\n', 'unexpected-token'],
      ['  when By phone\n', 'unexpected-token'],
      ['  when\n', 'unexpected-token'],
      ['  when "By phone" {\n', 'unclosed-block'],
      ['  when "By phone" ->\n', 'unexpected-token'],
      ['  when "By phone"\n  end x\n', 'unexpected-token'],
      ['  when "By phone" max 3 -> answer\n', 'unexpected-token'],
    ],
  ],
  [
    '  timeout "Date of resubmission" ->',
    [
      ['  timout "Date of resubmission" ->', 'misspelt-word'],
      ['  timeout Date of resubmission ->', 'unexpected-token'],
      ['  timeout "Date of resubmission ->', 'unclosed-string'],
      ['  timeout "Date of resubmission"', 'unexpected-token'],
      ['  timeout "Date of resubmission" after 2d ->', 'unexpected-token'],
      ['  timeout resubmission "Date of resubmission" ->', 'unexpected-token'],
      ['  timeout 2d ->', 'unexpected-token'],
      ['  deadline "Date of resubmission" ->', 'misspelt-word'],
      ['  problem ->', 'unexpected-token'],
    ],
  ],
  [
    'by desk\n}\nchoose',
    [
      ['by desk\nchoose', 'unclosed-block'],
      ['by desk\n} -> answer\nchoose', 'unexpected-token'],
      ['by desk\n}\n  problem "X" -> answer\nchoose', 'unexpected-token'],
      ['by desk\n}\n}\nchoose', 'unexpected-token'],
      ['by desk\n} timeout "Y" -> answer\nchoose', 'unexpected-token'],
    ],
  ],
  [
    'choose all needs? "What applies?" {',
    [
      ['choose al needs? "What applies?" {', 'misspelt-word'],
      ['choose all {', 'unexpected-token'],
      ['choose all "What applies?" 5% {', 'unexpected-token'],
      ['choose all What applies? {', 'unexpected-token'],
      ['choose all needs? "What applies?"', 'unexpected-token'],
      ['choose every needs? "What applies?" {', 'misspelt-word'],
      ['choose any needs? "What applies?" {', 'misspelt-word'],
      ['choose all of needs? "What applies?" {', 'unexpected-token'],
      ['choose multiple needs? "What applies?" {', 'misspelt-word'],
      ['choose all needs? "What applies?" by {', 'unexpected-token'],
    ],
  ],
  [
    '  otherwise\n}',
    [
      ['  otherwize\n}', 'misspelt-word'],
      ['  otherwise foo\n}', 'unexpected-token'],
      ['  otherwise "None" \n}', 'unexpected-token'],
      ['  otherwise\n  when "X"\n}', 'unexpected-token'],
      ['  else\n}', 'unexpected-token'],
      ['  otherwise:\n}', 'invalid-character'],
      ['  otherwise ->\n}', 'unexpected-token'],
      ['  default\n}', 'misspelt-word'],
    ],
  ],
  [
    '  when "Bus" {',
    [
      ['  when "Bus" by desk {', 'unexpected-token'],
      ['  when {', 'unexpected-token'],
      ['  when "Bus" -> {', 'unexpected-token'],
    ],
  ],
  [
    'parallel first race {',
    [
      ['parallel frist race {', 'misspelt-word'],
      ['parallel first race', 'unexpected-token'],
      ['parallel first', 'unexpected-token'],
      ['parallel any race {', 'unexpected-token'],
      ['parallel fist {', 'misspelt-word'],
      ['parallel first race? {', 'unexpected-token'],
      ['parallel first the race {', 'unexpected-token'],
      ['parallel first race -> {', 'unexpected-token'],
      ['parallel first race by desk {', 'unexpected-token'],
    ],
  ],
  [
    '  branch "Carrier" {',
    [
      ['  branch "Carrier" -> {', 'unexpected-token'],
      ['  brnch "Carrier" {', 'misspelt-word'],
    ],
  ],
  [
    'by desk each "line" }',
    [
      ['by desk each line }', 'unexpected-token'],
      ['by desk each }', 'unexpected-token'],
      ['by desk eahc "line" }', 'misspelt-word'],
      ['by desk for each "line" }', 'unexpected-token'],
      ['by desk each "line" each "x" }', 'duplicate-attribute'],
      ['by desk foreach "line" }', 'misspelt-word'],
      ['by desk each: "line" }', 'invalid-character'],
      ['by desk each "line"', 'unclosed-block'],
    ],
  ],
  [
    'within p1 15min, p2 1h, 4h takes',
    [
      ['within p1 15min p2 1h 4h takes', 'unexpected-token'],
      ['within P1 15min, p2 1h, 4h takes', 'near-name'],
      ['within p11 15min, p2 1h, 4h takes', 'near-name'],
      ['within p1 15min, p1 1h, 4h takes', 'duplicate-attribute'],
      ['within p1 15min, p2, 4h takes', 'unexpected-token'],
      ['within 15min p1, 1h p2, 4h takes', 'unexpected-token'],
      ['within p1 15min, p2 1h, 4h, 5h takes', 'duplicate-attribute'],
      ['within p1 15min and p2 1h, 4h takes', 'unexpected-token'],
      ['within p1, p2 1h, 4h takes', 'unexpected-token'],
      ['within "Nobody can work" 15min, p2 1h, 4h takes', 'unexpected-token'],
      ['within p1 15m, p2 1h, 4h takes', 'invalid-duration'],
      ['within p1 15min, else 4h takes', 'unexpected-token'],
      ['within p1 15min, otherwise 4h takes', 'unexpected-token'],
      ['within (p1 15min, p2 1h, 4h) takes', 'invalid-character'],
      ['within p1 15min, p2 1h,, 4h takes', 'unexpected-token'],
      ['within p1 15min, p2 1h, takes', 'unexpected-token'],
      ['sla p1 15min, p2 1h, 4h takes', 'unexpected-token'],
      ['within Nobody can work 15min, p2 1h, 4h takes', 'unexpected-token'],
      ['within p1 15min / p2 1h / 4h takes', 'invalid-character'],
      ['within p1 - 15min, p2 - 1h takes', 'invalid-character'],
    ],
  ],
  [
    'takes p1 5min..10min, 20min',
    [
      ['takes p1 5-10min, 20min', 'invalid-duration'],
      ['takes p1 5min-10min, 20min', 'invalid-duration'],
      ['takes p1, 20min', 'unexpected-token'],
      ['takes p1 5min...10min, 20min', 'invalid-character'],
      ['takes p1 5min to 10min, 20min', 'invalid-duration'],
      ['takes p1 5min..10min, p1 20min', 'duplicate-attribute'],
      ['takes p1 5min..10min..15min..20min, 20min', 'unexpected-token'],
    ],
  ],
  [
    'level p1 "Nobody can work"',
    [
      ['levl p1 "Nobody can work"', 'misspelt-word'],
      ['level "Nobody can work"', 'unexpected-token'],
      ['level p1 Nobody can work', 'unexpected-token'],
      ['level p1 "Nobody can work', 'unclosed-string'],
      ['level', 'unexpected-token'],
      ['priority p1 "Nobody can work"', 'misspelt-word'],
      ['severity p1 "Nobody can work"', 'misspelt-word'],
      ['level p1 "Nobody can work" 4h', 'unexpected-token'],
      ['level p1 p2 "Nobody can work"', 'unexpected-token'],
      ['level 1 "Nobody can work"', 'unexpected-token'],
      ['level p1: "Nobody can work"', 'invalid-character'],
      ['level p1 = "Nobody can work"', 'invalid-character'],
      ['prio p1 "Nobody can work"', 'misspelt-word'],
      ['plan p1 "Nobody can work"', 'unexpected-token'],
      ['level p1, p3 "Nobody can work"', 'unexpected-token'],
    ],
  ],
  ['level p2 "One person is stuck"', [['level p1 "One person is stuck"', 'duplicate-name']]],
  [
    'promise p1 4h, p2 1d, 5wd',
    [
      ['promis p1 4h, p2 1d, 5wd', 'misspelt-word'],
      ['promise p1 4h p2 1d, 5wd', 'unexpected-token'],
      ['promise', 'unexpected-token'],
      ['promise p1', 'unexpected-token'],
      ['promise p1 4, p2 1d, 5wd', 'invalid-duration'],
      ['sla p1 4h, p2 1d, 5wd', 'misspelt-word'],
      ['promise p1 4h, p2 1d, 5 working days', 'invalid-duration'],
      ['promise p1 4h, p1 1d, 5wd', 'duplicate-attribute'],
      ['promise 4h p1, 1d p2', 'unexpected-token'],
      ['target p1 4h, p2 1d, 5wd', 'unexpected-token'],
    ],
  ],
  [
    'promise final "Final answer" 8w from take to answer',
    [
      ['promise final "Final answer" 8w form take to answer', 'unexpected-token'],
      ['promise final "Final answer" from take to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w from to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w from take to', 'unexpected-token'],
      ['promise final "Final answer" 8w from tak to answer', 'unknown-target'],
      ['promise final "Final answer" 8w from take till answer', 'unexpected-token'],
      ['promise final "Final answer" 8w from take until answer', 'unexpected-token'],
      ['promise final Final answer 8w from take to answer', 'unexpected-token'],
      ['promise final "Final answer 8w from take to answer', 'unclosed-string'],
      ['promise final answer "Final answer" 8w from take to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w to answer from take', 'unexpected-token'],
      ['promise final "Final answer" 8w from "Take it" to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w from log to answer', 'unknown-target'],
      ['promise final "Final answer" 8w from take to customer', 'unknown-target'],
      ['promise final "Final answer" 8w from nowhere to answer', 'unknown-target'],
      ['promise final "Final answer" 8 weeks from take to answer', 'invalid-duration'],
      ['promise final? "Final answer" 8w from take to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w 5% from take to answer', 'unexpected-token'],
      ['promise final "Final answer" 8w from lost to answer', 'unknown-target'],
      ['promise final "Final answer" 8w from call to done', 'reserved-word'],
      ['promise final "Final answer" 8w from take, answer to done', 'unexpected-token'],
    ],
  ],
  [
    'accountable lead\nref',
    [
      ['acountable lead\nref', 'misspelt-word'],
      ['accountable "Team lead"\nref', 'unexpected-token'],
      ['accountable led\nref', 'near-name'],
      ['accountable\nref', 'unexpected-token'],
      ['accountable lead, desk\nref', 'unexpected-token'],
      ['accountable Team lead\nref', 'unexpected-token'],
      ['responsible lead\nref', 'unexpected-token'],
      ['accountable: lead\nref', 'invalid-character'],
      ['owner lead\nref', 'unexpected-token'],
      ['accountable by lead\nref', 'unexpected-token'],
    ],
  ],
  [
    'reference "ITIL 4" link "https://example.com/itil"',
    [
      ['refernce "ITIL 4" link "https://example.com/itil"', 'misspelt-word'],
      ['reference ITIL 4 link "https://example.com/itil"', 'unexpected-token'],
      ['reference "ITIL 4" lnk "https://example.com/itil"', 'unexpected-token'],
      ['reference "ITIL 4" "https://example.com/itil"', 'unexpected-token'],
      ['reference "ITIL 4" link', 'unexpected-token'],
      ['reference "ITIL 4" link https://example.com/itil', 'unexpected-token'],
      ['reference "ITIL 4" link "javascript:x"', 'unsafe-link'],
      ['reference', 'unexpected-token'],
      ['standard "ITIL 4" link "https://example.com/itil"', 'misspelt-word'],
      ['reference itil "ITIL 4" link "https://example.com/itil"', 'unexpected-token'],
      ['references "ITIL 4" link "https://example.com/itil"', 'misspelt-word'],
    ],
  ],
  [
    'approved "Dana Levi" 2026-10-01',
    [
      ['aproved "Dana Levi" 2026-10-01', 'misspelt-word'],
      ['approved Dana Levi 2026-10-01', 'unexpected-token'],
      ['approved "Dana Levi"', 'unexpected-token'],
      ['approved 2026-10-01', 'unexpected-token'],
      ['approved 2026-10-01 "Dana Levi"', 'unexpected-token'],
      ['approved "Dana Levi" 01.10.2026', 'invalid-date'],
      ['approved by "Dana Levi" 2026-10-01', 'unexpected-token'],
      ['approved "Dana Levi" on 2026-10-01', 'unexpected-token'],
      ['approved "Dana Levi", 2026-10-01', 'unexpected-token'],
      ['approved "Dana Levi" 2026-02-30', 'invalid-date'],
    ],
  ],
  [
    'revised 2026-10-02 "First version"',
    [
      ['revisd 2026-10-02 "First version"', 'misspelt-word'],
      ['revised 2026-10-02', 'unexpected-token'],
      ['revised "First version"', 'unexpected-token'],
      ['revised "First version" 2026-10-02', 'unexpected-token'],
      ['revised 2026-10-02 First version', 'unexpected-token'],
      ['revised 2.10.2026 "First version"', 'invalid-date'],
      ['changed 2026-10-02 "First version"', 'misspelt-word'],
      ['revision 2026-10-02 "First version"', 'misspelt-word'],
    ],
  ],
  [
    'measure "Answered in time" 90% within p1 15min, 1h',
    [
      ['mesure "Answered in time" 90% within p1 15min, 1h', 'misspelt-word'],
      ['measure Answered in time 90% within p1 15min, 1h', 'unexpected-token'],
      ['measure "Answered in time" 90 within p1 15min, 1h', 'invalid-percent'],
      ['measure "Answered in time" within p1 15min, 1h 90%', 'unexpected-token'],
      ['measure "Answered in time" 90% wthin p1 15min, 1h', 'unexpected-token'],
      ['measure "Answered in time" 90% within', 'unexpected-token'],
      ['measure 90% within p1 15min, 1h', 'unexpected-token'],
      ['kpi "Answered in time" 90% within p1 15min, 1h', 'misspelt-word'],
      ['measure "Answered in time" 90% p1 15min, 1h', 'unexpected-token'],
      ['measure answered "Answered in time" 90% within p1 15min, 1h', 'unexpected-token'],
    ],
  ],
  [
    'hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"',
    [
      ['hors "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"', 'misspelt-word'],
      ['hours Mon-Fri 09:00-17:00, Sat 09:00-12:00', 'unexpected-token'],
      ['hours "Mon-Fri 09:00-17:00" "Sat 09:00-12:00"', 'unexpected-token'],
      ['hours "Mon-Fry 09:00-17:00", "Sat 09:00-12:00"', 'invalid-hours'],
      ['hours "Mon-Fri 9-17", "Sat 09:00-12:00"', 'invalid-hours'],
      ['hours "always"', 'invalid-hours'],
      ['hours', 'unexpected-token'],
      ['hours "Mon-Fri 25:00-26:00"', 'invalid-hours'],
      ['hours 8h', 'unexpected-token'],
      ['hours "Mo-Fr 9-17 Uhr"', 'invalid-hours'],
      ['hours Mon-Fri 9-17', 'unexpected-token'],
      ['opening "Mon-Fri 09:00-17:00"', 'unexpected-token'],
      ['hours "Mon-Fri 09:00-17:00",', 'unexpected-token'],
    ],
  ],
  [
    'field cost-centre "4711"',
    [
      ['feld cost-centre "4711"', 'misspelt-word'],
      ['field cost centre "4711"', 'unexpected-token'],
      ['field cost-centre = "4711"', 'invalid-character'],
      ['field cost-centre: "4711"', 'invalid-character'],
      ['field cost-centre 4711', 'unexpected-token'],
      ['field cost-centre', 'unexpected-token'],
      ['field "4711"', 'unexpected-token'],
      ['field', 'unexpected-token'],
      ['field cost-centre "4711', 'unclosed-string'],
      ['field "cost centre"', 'unexpected-token'],
      ['cost-centre "4711"', 'unexpected-token'],
      ['field cost-centre CC-12', 'unexpected-token'],
    ],
  ],
  [
    'role desk "Service desk" staff 5',
    [
      ['role desk "Service desk" stuff 5', 'misspelt-word'],
      ['role desk "Service desk" staff', 'unexpected-token'],
      ['role desk "Service desk" staff five', 'unexpected-token'],
      ['role desk "Service desk" 5', 'unexpected-token'],
      ['role desk "Service desk" staff 5 people', 'unexpected-token'],
      ['role desk Service desk staff 5', 'unexpected-token'],
      ['role desk "Service desk" staff "5"', 'unexpected-token'],
      ['role desk "Service desk" staff: 5', 'invalid-character'],
    ],
  ],
  [
    'party carrier "Network owner"',
    [
      ['partie carrier "Network owner"', 'misspelt-word'],
      ['party "Network owner"', 'unexpected-token'],
      ['party carrier Network owner', 'unexpected-token'],
      ['organisation carrier "Network owner"', 'misspelt-word'],
      ['organization carrier "Network owner"', 'misspelt-word'],
      ['partner carrier "Network owner"', 'misspelt-word'],
      ['vendor carrier "Network owner"', 'misspelt-word'],
      ['supplier carrier "Network owner"', 'misspelt-word'],
      ['external carrier "Network owner"', 'misspelt-word'],
      ['party', 'unexpected-token'],
      ['party carrier "Network owner" staff 3', 'unexpected-token'],
      ['pool carrier "Network owner"', 'unexpected-token'],
    ],
  ],
  [
    'party carrier "Network owner"\n',
    [
      ['role carrier "Network owner"\nparty carrier "Network owner"\n', 'duplicate-name'],
      ['party carier "Network owner"\n', 'near-name'],
      ['party desk "Network owner"\nparty carrier\n', 'duplicate-name'],
    ],
  ],
  [
    'touchpoint call "Customer calls" by desk volume 400 per 1d note "Phones" ->',
    [
      ['touchpoint call "Customer calls" by desk volme 400 per 1d note "Phones" ->', 'misspelt-word'],
      ['touchpoint call "Customer calls" by desk volume 400 pro 1d note "Phones" ->', 'misspelt-word'],
      ['touchpoint call "Customer calls" by desk volume 400 note "Phones" ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume per 1d note "Phones" ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume 400 per day note "Phones" ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume 400/d note "Phones" ->', 'invalid-character'],
      ['touchpoint call "Customer calls" by desk volume 400 1d note "Phones" ->', 'unexpected-token'],
      [
        'touchpoint call "Customer calls" by desk within 2h volume 400 per 1d note "Phones" ->',
        'unexpected-token',
      ],
      ['touchpoint call "Customer calls" by dsk volume 400 per 1d note "Phones" ->', 'near-name'],
      ['touchpoint call "Customer calls" to desk volume 400 per 1d note "Phones" ->', 'unexpected-token'],
      ['touchpoint call by desk volume 400 per 1d note Phones ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume 4,000 per 1d note "Phones" ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume 400 a 1d note "Phones" ->', 'misspelt-word'],
      ['touchpoint call "Customer calls" by desk volume 400 per 1 d note "Phones" ->', 'invalid-duration'],
      ['touchpoint Customer calls by desk volume 400 per 1d note "Phones" ->', 'unexpected-token'],
      ['touchpoint call "Customer calls" by desk volume 400 per 1d note "Phones" 5% ->', 'unexpected-token'],
    ],
  ],
  [
    'touchpoint "Customer writes"\nany',
    [
      ['touchpoint\nany', 'unexpected-token'],
      ['touchpoint Customer writes\nany', 'unexpected-token'],
      ['touchpoint "Customer writes\nany', 'unclosed-string'],
      ['touchpoint "Customer writes" takes 5min\nany', 'unexpected-token'],
      ['toucpoint "Customer writes"\nany', 'misspelt-word'],
    ],
  ],
  [
    'stage log "Log it" by desk accountable lead within 4h each "report" {',
    [
      ['stage log "Log it" by desk accountble lead within 4h each "report" {', 'misspelt-word'],
      ['stage log "Log it" by desk accountable within 4h each "report" {', 'unexpected-token'],
      ['stage log "Log it" by desk accountable lead within 4h each report {', 'unexpected-token'],
      ['stage log "Log it" by desk accountable lead within each "report" {', 'unexpected-token'],
      [
        'stage log "Log it" by desk to customer accountable lead within 4h each "report" {',
        'unexpected-token',
      ],
      ['stage log "Log it" by desk accountable lead within 4h each "report"', 'unexpected-token'],
      ['stage log "Log it" by desk accountable lead wthin 4h each "report" {', 'misspelt-word'],
      ['stage log "Log it" 5% by desk accountable lead within 4h each "report" {', 'unexpected-token'],
      ['stage log Log it by desk accountable lead within 4h each "report" {', 'unexpected-token'],
      ['stage log "Log it" accountable "Team lead" within 4h each "report" {', 'unexpected-token'],
      ['stage log "Log it" foo by desk accountable lead within 4h each "report" {', 'unexpected-token'],
      ['stage by desk accountable lead within 4h each "report" {', 'unexpected-token'],
      ['stage log "Log it" until "x" by desk {', 'unexpected-token'],
    ],
  ],
  [
    '  if danger? "Danger to life?" by desk note "Red flags" 5% ->',
    [
      ['  if danger? "Danger to life?" by dek note "Red flags" 5% ->', 'near-name'],
      ['  if danger? "Danger to life?" by desk note Red flags 5% ->', 'unexpected-token'],
      ['  if danger? "Danger to life?" by desk note "Red flags" 5 ->', 'invalid-percent'],
      ['  if danger? "Danger to life?" by desk note "Red flags" 5% 6% ->', 'duplicate-attribute'],
      ['  if danger? "Danger to life?" by desk note "Red flags" 5%', 'unexpected-token'],
      ['  if danger? "Danger to life?" by note "Red flags" 5% ->', 'unexpected-token'],
      ['  if danger? "Danger to life?" within 2h by desk note "Red flags" 5% ->', 'unexpected-token'],
      ['  if danger? "Danger to life?" by desk by lead 5% ->', 'duplicate-attribute'],
      ['  if danger? "Danger to life?" nte "Red flags" 5% ->', 'misspelt-word'],
      ['  if danger? Danger to life? by desk note "Red flags" 5% ->', 'unexpected-token'],
      ['  if danger? by desk note "Red flags 5% ->', 'unclosed-string'],
      ['  if danger? "Danger to life?" by desk foo note "Red flags" 5% ->', 'unexpected-token'],
    ],
  ],
  [
    '-> take max 3\nend',
    [
      ['-> take max\nend', 'unexpected-token'],
      ['-> take max three\nend', 'unexpected-token'],
      ['-> take max 3 then\nend', 'unexpected-token'],
      ['-> take max 3 times\nend', 'unexpected-token'],
      ['-> take mx 3\nend', 'misspelt-word'],
      ['-> take 3 times\nend', 'invalid-duration'],
      ['-> tak max 3\nend', 'unknown-target'],
      ['-> take max 3 then answer\nend', 'unexpected-token'],
    ],
  ],
  [
    'end done "Done" as success to customer note "Thanks"',
    [
      ['end done "Done" as success to custmer note "Thanks"', 'near-name'],
      ['end done "Done" as sucess to customer note "Thanks"', 'misspelt-word'],
      ['end done "Done" as success to note "Thanks"', 'unexpected-token'],
      ['end done "Done" as success to customer note Thanks', 'unexpected-token'],
      ['end done "Done" as success to customer by desk note "Thanks"', 'unexpected-token'],
      ['end done "Done" success to customer note "Thanks"', 'unexpected-token'],
      ['end done "Done" as success 5% to customer note "Thanks"', 'unexpected-token'],
      ['end done Done as success to customer note "Thanks"', 'unexpected-token'],
      ['end done "Done" as to customer note "Thanks"', 'unexpected-token'],
      ['end done "Done" as success to customer say "Thanks"', 'unexpected-token'],
      ['end done "Done" as success to customer foo note "Thanks"', 'unexpected-token'],
      ['end done "Done" as success tell customer note "Thanks"', 'unexpected-token'],
    ],
  ],
  [
    'step "Tell all users" by desk to customer\n}',
    [
      ['step "Tell all users" by desk to customer\n  end\n}', 'leaves-meanwhile'],
      ['step "Tell all users" by desk to customer\n  -> take\n}', 'leaves-meanwhile'],
      ['step "Tell all users" by desk to customer\n  transfer second\n}', 'leaves-meanwhile'],
      ['step "Tell all users" by desk to customer\n', 'unclosed-block'],
    ],
  ],
  [
    'step answer "Answer" by desk to customer',
    [
      ['step answer "Answer" by desk to customer stops clock', 'misplaced-clock-stop'],
      ['step answer "Answer" by desk to customer until "tomorrow"', 'unexpected-token'],
      ['step answer "Answer" by desk to customer volume 3 per 1d', 'unexpected-token'],
      ['step answer "Answer" by desk to customer accountable "Team lead"', 'unexpected-token'],
      ['step answer "Answer" by desk to customer field x = "y"', 'invalid-character'],
      ['step answer "Answer" by desk to customer field "y"', 'unexpected-token'],
      ['step answer "Answer" by desk to customer accountable led', 'near-name'],
      ['step answer "Answer" by desk to customer accountable', 'unexpected-token'],
      ['step answer "Answer" by desk to customer each', 'unexpected-token'],
      ['step answer "Answer" by desk to customer field x', 'unexpected-token'],
      ['step answer "Answer" by "Network owner" to customer', 'unexpected-token'],
      ['step answer "Answer" by Network owner to customer', 'unexpected-token'],
      ['step answer "Answer" by desk to customer fields x "y"', 'misspelt-word'],
      ['step answer "Answer" by desk to customer accountable lead, desk', 'unexpected-token'],
      ['step answer "Answer" by desk to customer\n  timeout { step q "Q" } -> done', 'unexpected-token'],
      [
        'step answer "Answer" by desk to customer\n  meanwhile after 2d { step q "Q" } -> done',
        'unexpected-token',
      ],
      ['call second problem "Q" { step q "Q" } -> done\nstep answer "Answer"', 'unexpected-token'],
      [
        'step answer "Answer" by desk to customer\n-> call second problem "Q" { step q "Q" } -> done',
        'unexpected-token',
      ],
      ['step answer "Answer" by desk to customer\n  timeout -> done', 'timeout-without-within'],
      ['step answer "Answer" by desk raci "A"', 'unexpected-token'],
      ['step answer "Answer" by desk to customer responsible lead', 'unexpected-token'],
      ['-> answer\nnote "X"\nstep answer "Answer"', 'unexpected-token'],
    ],
  ],
];

const findingsIn = (of: string) => checkText(of).diagnostics;

describe('one mistake in a procedure', () => {
  it('stands in a text in which nothing else is wrong', () => {
    expect(findingsIn(text).map(({ code }) => code)).toEqual(rest);
  });

  const all = mistakes.flatMap(([right, wrong]) =>
    wrong.map(([written, code]) => ({ right, written, code })),
  );

  it.each(all)('$written: is one error, and all else is judged', ({ right, written, code }) => {
    const at = text.indexOf(right);
    expect(at).toBeGreaterThan(0);
    const changed = text.slice(0, at) + written + text.slice(at + right.length);
    const found = findingsIn(changed);
    const own = found.slice(0, -rest.length);
    expect(own.map((each) => each.code)).toEqual([code]);
    expect(found.slice(-rest.length).map((each) => each.code)).toEqual(rest);
    const [mistake] = own;
    expect(mistake?.help).toBeTruthy();
    const lines = lineIndex(changed);
    const line = (offset: number): number => lines.position(offset).line;
    const place = line(mistake?.span.start ?? 0);
    const places = [place, ...(mistake?.related ?? []).map(({ span }) => line(span.start))];
    // A block that is never closed is shown where it begins, on the line before.
    expect(places.some((each) => each >= line(at) - 1 && each <= line(at + written.length))).toBe(true);
    if (mistake?.fix?.kind !== 'safe') return;
    expect(findingsIn(applyEdits(changed, mistake.fix.edits)).map((each) => each.code)).toEqual(rest);
  });
});

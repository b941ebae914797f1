/** A flow without mistakes that has each construct of the language at least once, for laws that must know them all. */
export const everyConstruct = `flow incident "IT incident"

purpose "Service is back."
scope "All of IT"
level p1 "Nobody can work"
level p2 "One person"
promise p1 4h, p2 1d, 5wd
promise final "Final response" 8w from take to answer
promise quick 2h
accountable lead
reference "ITIL 4" link "https://example.com"
approved "Dana Levi" 2026-10-01
revised 2026-10-02 "First version"
measure "Answered in time" 90% within p1 15min, 1h
hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"
field cost-centre "4711"
field "Control number" "7"
role desk "Service desk" staff 5
role lead "Lead"
party carrier "Network owner"

touchpoint call "Customer calls" by desk volume 400 per 1d note "Phones" -> take
touchpoint "Customer writes" link "a.html" say "Hello" field line "2"
anytime cancels "Customer cancels" 2% -> end cancelled "Cancelled" as failure to customer
late escalation "A limit has passed" -> "Tell the lead" by desk to lead -> take
meanwhile every p1 30min, 1d {
  step "Tell all users" by desk to customer
}
stage log "Log" by desk accountable lead within 4h each "item" note "N" {
  step take "Take it" by desk to customer within p1 15min, p2 1h, 4h takes p1 5min..10min, 20min
    meanwhile "Remind" after 2d -> "Remind the customer" by desk to customer
  if danger? "Danger to life?" by desk note "Red flags" 5% -> answer
}
wait answer-it "Wait for the answer" by customer within 3d until "the day before" stops clock {
  when "Accepts" 70% -> answer
  when "Declines" note "x" -> end lost "Declines" as failure
  when "By phone"
  timeout "Resubmission date" -> "Call the customer" by desk
}
choose all what? "What applies?" {
  when "Hotel" -> "Book"
  when "Bus" { step bus "Bus" }
  otherwise
}
parallel first race {
  branch "A" { step a "A" by carrier  end stopped "Stopped" }
  branch "B" { step b "B" by desk each "thing" }
}
step answer "Answer" by desk to customer
-> take max 3
end done "Done" as success to customer note "Thanks"
`;

/** What someone who begins is asked. */
export interface FirstFlow {
  readonly name: string;
  readonly title: string;
}

/** The text of a first flow: short, whole, without findings, with something of all that one needs on the first day. */
export const firstFlow = ({ name, title }: FirstFlow): string => `flow ${name} ${JSON.stringify(title)}

purpose "Say here in a sentence what the customer gets from this."
role agent "Agent"
role lead  "Team lead"

touchpoint phone "Customer calls"
touchpoint email "Customer writes"

step understand "Understand what the customer needs, and say what happens next" by agent to customer within 15min
if solvable? "Can the agent solve it?" 80% {
  step solve "Solve it, and tell the customer" by agent to customer within 30min
} else {
  escalate hand-up "Hand the case to the team lead" by agent to lead within 15min
  step decide "Decide, and tell the customer" by lead to customer within 45min
}
step ask "Ask whether it helped" by agent to customer
end done "Customer is helped" as success
`;

/** A configuration that says what would hold anyway, to be changed. */
export const firstConfiguration = `{
  "$schema": "./node_modules/flowc/dist/schema/config.schema.json",
  "preset": "recommended",
  "theme": "standard",
  "rules": {}
}
`;

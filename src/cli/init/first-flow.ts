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

step understand "Understand what the customer needs" by agent
if solved? "Can the agent solve it?" 80% {
  step solve "Solve it, and tell the customer" by agent to customer within 1d
  end done "Customer is helped" as success
}

escalate hand-up "Hand the case to the team lead" by agent to lead within 2h
step decide "Decide, and tell the customer" by lead to customer within 1d
end decided "Customer has a decision" as success
`;

/** A configuration that says what would hold anyway, to be changed. */
export const firstConfiguration = `{
  "$schema": "./node_modules/flowc/dist/schema/config.schema.json",
  "preset": "recommended",
  "theme": "standard",
  "rules": {}
}
`;

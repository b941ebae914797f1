import type { Rule } from './rule.ts';
import { cannotFinish } from './rules/cannot-finish.ts';
import { customerNotTold } from './rules/customer-not-told.ts';
import { deadEnd } from './rules/dead-end.ts';
import { duplicateAnswer } from './rules/duplicate-answer.ts';
import { duplicateBranch } from './rules/duplicate-branch.ts';
import { duplicateLabel } from './rules/duplicate-label.ts';
import { emptyLabel } from './rules/empty-label.ts';
import { emptyStage } from './rules/empty-stage.ts';
import { escalationCycle } from './rules/escalation-cycle.ts';
import { exceptionChangesNothing } from './rules/exception-changes-nothing.ts';
import { handoverPingPong } from './rules/handover-ping-pong.ts';
import { idleBranch } from './rules/idle-branch.ts';
import { instantLoop } from './rules/instant-loop.ts';
import { irreducibleLoop } from './rules/irreducible-loop.ts';
import { knownAnswer } from './rules/known-answer.ts';
import { languageMismatch } from './rules/language-mismatch.ts';
import { lateWithoutAction } from './rules/late-without-action.ts';
import { longLabel } from './rules/long-label.ts';
import { missingOtherwise } from './rules/missing-otherwise.ts';
import { missingOwner } from './rules/missing-owner.ts';
import { missingTimeLimit } from './rules/missing-time-limit.ts';
import { noAcknowledgement } from './rules/no-acknowledgement.ts';
import { noEnd } from './rules/no-end.ts';
import { noEscalationPath } from './rules/no-escalation-path.ts';
import { noFollowUp } from './rules/no-follow-up.ts';
import { noHumanExit } from './rules/no-human-exit.ts';
import { noTouchpoint } from './rules/no-touchpoint.ts';
import { percentSum } from './rules/percent-sum.ts';
import { problemWithoutRepair } from './rules/problem-without-repair.ts';
import { promiseExceeded } from './rules/promise-exceeded.ts';
import { questionMark } from './rules/question-mark.ts';
import { redundantJump } from './rules/redundant-jump.ts';
import { requestUnanswered } from './rules/request-unanswered.ts';
import { requestWithoutTouchpoint } from './rules/request-without-touchpoint.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { separateParts } from './rules/separate-parts.ts';
import { silentWait } from './rules/silent-wait.ts';
import { similarNames } from './rules/similar-names.ts';
import { singleAnswer } from './rules/single-answer.ts';
import { subflowNeverReturns } from './rules/subflow-never-returns.ts';
import { takesExceedsWithin } from './rules/takes-exceeds-within.ts';
import { tooLarge } from './rules/too-large.ts';
import { tooManyAnswers } from './rules/too-many-answers.ts';
import { tooManyHandovers } from './rules/too-many-handovers.ts';
import { unboundedRetry } from './rules/unbounded-retry.ts';
import { undeclaredRequest } from './rules/undeclared-request.ts';
import { undeclaredRole } from './rules/undeclared-role.ts';
import { undeclaredSystem } from './rules/undeclared-system.ts';
import { undefinedTerm } from './rules/undefined-term.ts';
import { unnamedQuestion } from './rules/unnamed-question.ts';
import { unreachableNode } from './rules/unreachable-node.ts';
import { unusedDeclaration } from './rules/unused-declaration.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { waitWithoutTimeout } from './rules/wait-without-timeout.ts';

/** Every rule, in the order of the documentation: correctness, completeness, service, clarity, hygiene. */
export const allRules: readonly Rule[] = [
  unreachableNode,
  deadEnd,
  cannotFinish,
  instantLoop,
  duplicateAnswer,
  duplicateBranch,
  knownAnswer,
  exceptionChangesNothing,
  subflowNeverReturns,
  escalationCycle,
  percentSum,
  takesExceedsWithin,
  noTouchpoint,
  noEnd,
  singleAnswer,
  idleBranch,
  emptyStage,
  emptyLabel,
  missingOtherwise,
  unnamedQuestion,
  undeclaredRole,
  undeclaredSystem,
  undeclaredRequest,
  unusedDeclaration,
  missingOwner,
  missingTimeLimit,
  lateWithoutAction,
  waitWithoutTimeout,
  requestUnanswered,
  requestWithoutTouchpoint,
  undefinedTerm,
  reviewOverdue,
  noEscalationPath,
  unboundedRetry,
  tooManyHandovers,
  handoverPingPong,
  promiseExceeded,
  noAcknowledgement,
  silentWait,
  customerNotTold,
  noHumanExit,
  noFollowUp,
  problemWithoutRepair,
  tooLarge,
  separateParts,
  tooManyAnswers,
  irreducibleLoop,
  similarNames,
  duplicateLabel,
  questionMark,
  longLabel,
  languageMismatch,
  redundantJump,
  unusedSuppression,
];

const byName: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.name, rule]));

/** The rule of a name that a person wrote. */
export const ruleNamed = (name: string): Rule | undefined => byName.get(name);

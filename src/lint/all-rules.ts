// Written by `npm run generate` from the files in src/lint/rules/.
import type { Rule } from './rule.ts';
import { duplicateLabel } from './rules/clarity/duplicate-label.ts';
import { irreducibleLoop } from './rules/clarity/irreducible-loop.ts';
import { languageMismatch } from './rules/clarity/language-mismatch.ts';
import { longLabel } from './rules/clarity/long-label.ts';
import { questionMark } from './rules/clarity/question-mark.ts';
import { redundantJump } from './rules/clarity/redundant-jump.ts';
import { separateParts } from './rules/clarity/separate-parts.ts';
import { similarNames } from './rules/clarity/similar-names.ts';
import { tooLarge } from './rules/clarity/too-large.ts';
import { tooManyAnswers } from './rules/clarity/too-many-answers.ts';
import { emptyLabel } from './rules/completeness/empty-label.ts';
import { emptyStage } from './rules/completeness/empty-stage.ts';
import { idleBranch } from './rules/completeness/idle-branch.ts';
import { lateWithoutAction } from './rules/completeness/late-without-action.ts';
import { missingOtherwise } from './rules/completeness/missing-otherwise.ts';
import { missingOwner } from './rules/completeness/missing-owner.ts';
import { missingTimeLimit } from './rules/completeness/missing-time-limit.ts';
import { noEnd } from './rules/completeness/no-end.ts';
import { noTouchpoint } from './rules/completeness/no-touchpoint.ts';
import { requestUnanswered } from './rules/completeness/request-unanswered.ts';
import { requestWithoutTouchpoint } from './rules/completeness/request-without-touchpoint.ts';
import { reviewOverdue } from './rules/completeness/review-overdue.ts';
import { singleAnswer } from './rules/completeness/single-answer.ts';
import { undeclaredLevel } from './rules/completeness/undeclared-level.ts';
import { undeclaredRequest } from './rules/completeness/undeclared-request.ts';
import { undeclaredRole } from './rules/completeness/undeclared-role.ts';
import { undeclaredSystem } from './rules/completeness/undeclared-system.ts';
import { undefinedTerm } from './rules/completeness/undefined-term.ts';
import { unnamedQuestion } from './rules/completeness/unnamed-question.ts';
import { unusedDeclaration } from './rules/completeness/unused-declaration.ts';
import { waitWithoutTimeout } from './rules/completeness/wait-without-timeout.ts';
import { cannotFinish } from './rules/correctness/cannot-finish.ts';
import { deadEnd } from './rules/correctness/dead-end.ts';
import { duplicateAnswer } from './rules/correctness/duplicate-answer.ts';
import { duplicateBranch } from './rules/correctness/duplicate-branch.ts';
import { escalationCycle } from './rules/correctness/escalation-cycle.ts';
import { exceptionChangesNothing } from './rules/correctness/exception-changes-nothing.ts';
import { instantLoop } from './rules/correctness/instant-loop.ts';
import { knownAnswer } from './rules/correctness/known-answer.ts';
import { percentSum } from './rules/correctness/percent-sum.ts';
import { promiseNeverKept } from './rules/correctness/promise-never-kept.ts';
import { subflowNeverReturns } from './rules/correctness/subflow-never-returns.ts';
import { takesExceedsWithin } from './rules/correctness/takes-exceeds-within.ts';
import { touchpointChain } from './rules/correctness/touchpoint-chain.ts';
import { unreachableNode } from './rules/correctness/unreachable-node.ts';
import { unusedSuppression } from './rules/hygiene/unused-suppression.ts';
import { customerNotTold } from './rules/service/customer-not-told.ts';
import { handoverPingPong } from './rules/service/handover-ping-pong.ts';
import { noAcknowledgement } from './rules/service/no-acknowledgement.ts';
import { noEscalationPath } from './rules/service/no-escalation-path.ts';
import { noFollowUp } from './rules/service/no-follow-up.ts';
import { noHumanExit } from './rules/service/no-human-exit.ts';
import { problemWithoutRepair } from './rules/service/problem-without-repair.ts';
import { promiseExceeded } from './rules/service/promise-exceeded.ts';
import { silentWait } from './rules/service/silent-wait.ts';
import { tooManyHandovers } from './rules/service/too-many-handovers.ts';
import { unboundedRetry } from './rules/service/unbounded-retry.ts';
import { unknownDeadline } from './rules/service/unknown-deadline.ts';

/** Every rule, in the order of the documentation: by chapter, then by place. */
export const allRules: readonly Rule[] = [
  unreachableNode,
  deadEnd,
  cannotFinish,
  instantLoop,
  duplicateAnswer,
  duplicateBranch,
  knownAnswer,
  exceptionChangesNothing,
  touchpointChain,
  subflowNeverReturns,
  escalationCycle,
  percentSum,
  takesExceedsWithin,
  promiseNeverKept,
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
  undeclaredLevel,
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
  unknownDeadline,
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

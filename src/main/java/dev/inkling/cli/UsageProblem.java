package dev.inkling.cli;

import dev.inkling.text.Problem;

/** A command that was called wrongly, which exits with 2. */
final class UsageProblem extends Problem {
  UsageProblem(String key, Object... arguments) {
    super(key, arguments);
  }

  /** The same sentence, as a matter of usage. */
  UsageProblem(Problem problem) {
    super(problem, problem.key(), problem.arguments());
  }
}

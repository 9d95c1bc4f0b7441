package dev.inkling.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a user is told when something goes wrong. */
public final class Problems {
  private Problems() {}

  /**
   * The problem that a call ends in; anything else, an exception of another kind included, fails
   * the test.
   */
  public static Problem problemOf(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(Problem.class);
    Problem problem = (Problem) thrown;
    for (var language : Messages.LANGUAGES) {
      assertThat(new Messages(language).get(problem)).isNotBlank().doesNotContainPattern("\\{\\d");
    }
    return problem;
  }

  /** The key of the problem that a call ends in. */
  public static String keyOf(ThrowingCallable call) {
    return problemOf(call).key();
  }
}

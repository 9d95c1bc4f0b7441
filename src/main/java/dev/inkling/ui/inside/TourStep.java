package dev.inkling.ui.inside;

import java.util.Locale;

/** The steps of the guided tour, from pixels to the answer. */
enum TourStep {
  DRAW(Page.NETWORK, "#inside-pad"),
  FRAME(Page.FRAMING, "#inside-framing-strip"),
  PIXELS(Page.NETWORK, "#inside-column-0"),
  FILTERS(Page.NETWORK, "#inside-column-1"),
  POOLING(Page.NETWORK, "#inside-column-2"),
  DEEPER(Page.NETWORK, "#inside-deeper"),
  ANSWER(Page.NETWORK, "#inside-output"),
  CHECK(Page.NETWORK, "#inside-origin");

  private final Page page;
  private final String target;

  TourStep(Page page, String target) {
    this.page = page;
    this.target = target;
  }

  /** The page on which the step's part is. */
  Page page() {
    return page;
  }

  /** Selector of the part that is pointed at. */
  String target() {
    return target;
  }

  /** Key of its title; behind it {@code .text} has the words. */
  String key() {
    return "inside.tour." + name().toLowerCase(Locale.ROOT);
  }
}

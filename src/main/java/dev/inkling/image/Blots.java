package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is connected (8 neighbours each) and above a threshold, and what it measures. */
final class Blots {
  /**
   * One of them.
   *
   * @param number counted from 1
   * @param area in pixels
   * @param mass sum of its values
   * @param border how many of its pixels lie on the border
   */
  record Blot(int number, Box box, int area, double mass, int border) {}

  private final Plane plane;
  private final float threshold;
  private final int[] number;
  private final int[] open;
  private final List<Blot> all = new ArrayList<>();

  /**
   * Finds them.
   *
   * @param threshold that each of their pixels reaches
   * @param seed that one of their pixels reaches at least
   */
  Blots(Plane plane, float threshold, float seed) {
    this.plane = plane;
    this.threshold = threshold;
    number = new int[plane.values().length];
    open = new int[number.length];
    for (int i = 0; i < number.length; i++) {
      if (number[i] == 0 && plane.values()[i] >= seed) {
        all.add(fill(i, all.size() + 1));
      }
    }
  }

  /** All, by their first pixel that reaches the seed, from the top. */
  List<Blot> all() {
    return all;
  }

  /** Number of the blot that a pixel belongs to, or 0. */
  int number(int i) {
    return number[i];
  }

  /** By a blot's number, whether it is one of these. */
  boolean[] which(List<Blot> blots) {
    boolean[] which = new boolean[all.size() + 1];
    blots.forEach(blot -> which[blot.number()] = true);
    return which;
  }

  /** By a pixel, whether it lies in one of these or beside it. */
  boolean[] around(List<Blot> blots) {
    boolean[] which = which(blots);
    boolean[] around = new boolean[number.length];
    for (int i = 0; i < number.length; i++) {
      if (which[number[i]]) {
        int x = i % plane.width();
        int y = i / plane.width();
        int left = Math.max(0, x - 1);
        int right = Math.min(plane.width() - 1, x + 1);
        for (int row = Math.max(0, y - 1); row <= Math.min(plane.height() - 1, y + 1); row++) {
          Arrays.fill(around, row * plane.width() + left, row * plane.width() + right + 1, true);
        }
      }
    }
    return around;
  }

  private Blot fill(int start, int as) {
    int w = plane.width();
    int h = plane.height();
    int count = 1;
    int left = w;
    int right = -1;
    int top = h;
    int bottom = -1;
    double mass = 0;
    int border = 0;
    open[0] = start;
    number[start] = as;
    for (int next = 0; next < count; next++) {
      int x = open[next] % w;
      int y = open[next] / w;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      mass += plane.values()[open[next]];
      border += x == 0 || y == 0 || x == w - 1 || y == h - 1 ? 1 : 0;
      for (int row = Math.max(0, y - 1); row <= Math.min(h - 1, y + 1); row++) {
        for (int at = row * w + Math.max(0, x - 1); at <= row * w + Math.min(w - 1, x + 1); at++) {
          if (number[at] == 0 && plane.values()[at] >= threshold) {
            number[at] = as;
            open[count++] = at;
          }
        }
      }
    }
    Box box = new Box(left, top, right - left + 1, bottom - top + 1);
    return new Blot(as, box, count, mass, border);
  }
}

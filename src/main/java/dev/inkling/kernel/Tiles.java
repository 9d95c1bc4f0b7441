package dev.inkling.kernel;

import static dev.inkling.kernel.Transform.TILE;

/**
 * The tiles that results are computed by, row by row; the last ones may reach beyond the edge.
 *
 * @param across tiles in a row
 * @param count all of them
 * @param strip how many are taken together
 */
record Tiles(int across, int count, int strip) {
  /**
   * Vectors that stay in the second cache: 1.3 of 2 MB of 64 bytes each, or a third of 1 MB, where
   * twice or four times as many are slower.
   */
  private static final int ROOM = Cache.isSmall() ? 5_000 : 20_000;

  /**
   * The tiles of a map.
   *
   * @param each numbers of a part that a tile needs in the cache
   */
  static Tiles of(Winograd.Grid map, int each) {
    int across = Math.ceilDiv(map.width(), TILE);
    int count = across * Math.ceilDiv(map.height(), TILE);
    int strip = Math.max(1, ROOM / Transform.PARTS / each);
    return new Tiles(across, count, MatrixProduct.places(Math.min(strip, count)));
  }

  /** The first row of a tile's results. */
  int y(int tile) {
    return tile / across * TILE;
  }

  /** Their first column. */
  int x(int tile) {
    return tile % across * TILE;
  }
}

package dev.inkling.data;

import dev.inkling.text.Problem;
import java.util.Map;

/** Hears how loading a data set goes on. */
public interface DownloadProgress {
  /** Hears nothing, as where nothing has to be downloaded. */
  DownloadProgress SILENT = (_, _, _) -> {};

  /**
   * Called often, from the downloading thread.
   *
   * @param file that is being downloaded
   * @param bytes that have come so far, in earlier attempts too
   * @param total bytes of the file, or -1 when the server does not say
   */
  void downloaded(String file, long bytes, long total);

  /** Something is wrong with a part of the data, which is left out. */
  default void leftOut(Problem why) {}

  /** So many pictures were of these sizes before they became images. */
  default void sizes(Map<PictureSize, Integer> counts) {}
}

package dev.inkling.spark;

import org.apache.hadoop.fs.Path;

/** What a file is called in the table: of this machine's disk as on this machine. */
final class Names {
  private Names() {}

  static String of(String file) {
    Path path = new Path(file);
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : file;
  }
}

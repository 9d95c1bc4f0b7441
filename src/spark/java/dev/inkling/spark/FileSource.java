package dev.inkling.spark;

import dev.inkling.pile.Pile;
import dev.inkling.pile.PileEntry;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as files, and archives of them. Spark lists the files and packs them into parts by their
 * bytes; which the task fetches itself, one after the other, so that no more of them than are read
 * at once are in memory, and one that cannot be read is a row and no end of the job.
 */
record FileSource(SerializableConfiguration hadoop) implements Source {
  private static final StructType SCHEMA =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("modificationTime", DataTypes.TimestampType)
          .add("length", DataTypes.LongType)
          .add("content", DataTypes.BinaryType);

  @Override
  public Dataset<Row> stream(SparkSession spark, String in, long bytes) {
    return spark
        .readStream()
        .format("binaryFile")
        .schema(SCHEMA)
        .option("recursiveFileLookup", "true")
        .option("maxBytesPerTrigger", String.valueOf(bytes))
        .load(in)
        .select("path");
  }

  @Override
  public Iterator<PileEntry> entries(Iterator<Row> rows) {
    return new Walk(rows, hadoop.value());
  }

  /** From file to file, and through those that are archives. */
  private static final class Walk implements Iterator<PileEntry> {
    private final Iterator<Row> rows;
    private final Configuration hadoop;
    private @Nullable FetchedArchive archive;
    private @Nullable PileEntry next;

    Walk(Iterator<Row> rows, Configuration hadoop) {
      this.rows = rows;
      this.hadoop = hadoop;
    }

    @Override
    public boolean hasNext() {
      while (next == null && (archive != null || rows.hasNext())) {
        next = archive == null ? open(rows.next().getString(0)) : nextOf(archive);
      }
      return next != null;
    }

    /** A picture; an archive is gone through next, or is an entry that says what is wrong. */
    private @Nullable PileEntry open(String file) {
      String name = name(file);
      if (Pile.isArchive(name)) {
        try {
          FetchedArchive fetched = FetchedArchive.of(new Path(file), name, hadoop);
          PictureReading.atEnd(fetched::close);
          archive = fetched;
        } catch (IOException e) {
          return PileEntry.broken(name, new Problem(e, "problem.file.unreadable", name));
        }
        return null;
      }
      return Pile.isPicture(name)
          ? new PileEntry(name, () -> bytes(new Path(file), hadoop), false)
          : null;
    }

    private @Nullable PileEntry nextOf(FetchedArchive from) {
      PileEntry entry = from.next();
      if (entry == null) {
        from.close();
        archive = null;
      }
      return entry;
    }

    @Override
    public PileEntry next() {
      PileEntry found = hasNext() ? next : null;
      if (found == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return found;
    }
  }

  /** What a file is called in the table: one of this machine's disk as on this machine. */
  private static String name(String file) {
    Path path = new Path(file);
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : file;
  }

  private static byte[] bytes(Path file, Configuration hadoop) throws IOException {
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return in.readAllBytes();
    }
  }
}

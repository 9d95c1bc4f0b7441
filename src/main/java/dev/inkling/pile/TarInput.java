package dev.inkling.pile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * The members of a tar archive, one after the other. To the library an archive that was cut between
 * two members has ended, and any bytes may be a header; here both are errors.
 */
final class TarInput extends TarArchiveInputStream {
  private static final int BUFFER = 1 << 16;

  private boolean isOver;

  private TarInput(InputStream in) {
    super(in, TarConstants.DEFAULT_BLKSIZE, TarConstants.DEFAULT_RCDSIZE, "UTF-8", true);
  }

  /** Opens an archive, packed by gzip or not. */
  static TarInput open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean isPacked = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new TarInput(
          isPacked ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  @Override
  public @Nullable TarArchiveEntry getNextEntry() throws IOException {
    TarArchiveEntry next = super.getNextEntry();
    if (next != null && !next.isCheckSumOK()) {
      throw new IOException("no tar header");
    }
    return next;
  }

  /** An archive ends with a record of zeros, mostly with two; without one it was cut. */
  @Override
  protected byte @Nullable [] readRecord() throws IOException {
    byte[] record = super.readRecord();
    if (record == null && !isOver) {
      throw new EOFException();
    }
    isOver = isEOFRecord(record);
    return record;
  }
}

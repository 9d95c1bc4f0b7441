package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.data.Synthetic;
import dev.inkling.file.Folders;
import dev.inkling.image.Framing;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** How long it takes to load 60,000 images of each kind, and the most memory that it takes. */
final class DataBench {
  private static final int IMAGES = 60_000;

  /** So many are written; the others are the same again. */
  private static final int WRITTEN = 2_000;

  private final DataSource source;
  private final Digits images;

  DataBench(DataSource source) {
    this.source = source;
    Digits some = Synthetic.digits(WRITTEN, 1);
    Digits[] again = new Digits[IMAGES / WRITTEN - 1];
    Arrays.fill(again, some);
    images = some.with(again);
  }

  /** Measures in a folder that is deleted when it is done. */
  List<BenchRow> measure() throws IOException {
    Path folder = Files.createTempDirectory("inkling-data");
    try {
      List<BenchRow> rows = new ArrayList<>();
      rows.addAll(load("idx", idx(folder.resolve("idx"))));
      rows.addAll(load("csv", csv(folder.resolve("all.csv"))));
      rows.addAll(load("npz-stored", npz(folder.resolve("stored.npz"), false)));
      rows.addAll(load("npz-deflated", npz(folder.resolve("deflated.npz"), true)));
      rows.addAll(load("pictures", pictures(folder.resolve("pictures"))));
      rows.addAll(load("mixture", folder.resolve("stored.npz") + "," + folder.resolve("idx")));
      return rows;
    } finally {
      Folders.delete(folder);
    }
  }

  private List<BenchRow> load(String kind, Path place) {
    return load(kind, place.toString());
  }

  private List<BenchRow> load(String kind, String place) {
    double[] seconds = new double[1];
    double memory = Memory.heapOf(() -> seconds[0] = seconds(place, kind));
    return List.of(
        BenchRow.of("data-" + kind, "s", seconds),
        BenchRow.of("data-" + kind + "-memory", "MB", memory));
  }

  private double seconds(String data, String kind) {
    long begin = System.nanoTime();
    DataSet loaded = source.load(data, DownloadProgress.SILENT);
    if (loaded.classes().size() != Digits.CLASSES) {
      throw new IllegalStateException(kind);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private Path idx(Path folder) {
    Idx.write(folder, Part.TRAIN, images);
    Idx.write(folder, Part.TEST, images.range(0, WRITTEN));
    return folder;
  }

  private Path csv(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      StringBuilder line = new StringBuilder("label");
      for (int p = 0; p < Digits.PIXELS; p++) {
        line.append(",pixel").append(p);
      }
      for (int i = 0; i < images.count(); i++) {
        line.append('\n').append(images.label(i));
        for (int p = 0; p < Digits.PIXELS; p++) {
          line.append(',').append(Math.round(images.ink(i, p) * 255));
        }
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
      }
    }
    return file;
  }

  private Path npz(Path file, boolean isDeflated) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setMethod(isDeflated ? ZipOutputStream.DEFLATED : ZipOutputStream.STORED);
      add(zip, "x_train", images.pixels(), IMAGES + ", 28, 28");
      add(zip, "y_train", images.labels(), IMAGES + ",");
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, byte[] body, String shape)
      throws IOException {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }\n";
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer start = ByteBuffer.allocate(10 + text.length);
    start.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    start.put((byte) 0).put((byte) text.length).put((byte) 0).put(text);
    ZipEntry entry = new ZipEntry(name + ".npy");
    CRC32 crc = new CRC32();
    crc.update(start.array());
    crc.update(body);
    entry.setCrc(crc.getValue());
    entry.setSize(start.capacity() + (long) body.length);
    zip.putNextEntry(entry);
    zip.write(start.array());
    zip.write(body);
    zip.closeEntry();
  }

  private Path pictures(Path folder) throws IOException {
    for (int i = 0; i < images.count(); i++) {
      Path place = folder.resolve(String.valueOf(images.label(i)));
      Files.createDirectories(place);
      BufferedImage picture =
          new BufferedImage(Framing.SIZE, Framing.SIZE, BufferedImage.TYPE_BYTE_GRAY);
      for (int p = 0; p < Digits.PIXELS; p++) {
        picture
            .getRaster()
            .setSample(p % Framing.SIZE, p / Framing.SIZE, 0, Math.round(images.ink(i, p) * 255));
      }
      ImageIO.write(picture, "png", place.resolve(i + ".png").toFile());
    }
    return folder;
  }
}

package dev.inkling.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.FolderLock;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The corrections of labels, a small file for each data set. Several programs may use it at once,
 * and any thread.
 */
public final class CorrectionStore {
  private static final String LOCK = "corrections.inkling.lock";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path folder;

  /**
   * The corrections in a folder, which need not be there yet.
   *
   * @param folder such as {@link dev.inkling.file.AppFolders#corrections}
   */
  public CorrectionStore(Path folder) {
    this.folder = folder;
  }

  /** What a file holds; anything may be missing there. */
  private record Entry(@Nullable String data, @Nullable List<@Nullable Correction> corrections) {}

  /** The file of a data set, whether it is there or not. */
  public Path file(String data) {
    String place = ImageSource.of(data).place();
    String name = place.substring(place.replace('\\', '/').lastIndexOf('/') + 1);
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    String readable = plain.substring(0, Math.min(plain.length(), 40));
    return folder.resolve(
        place.equals(plain) ? plain + ".json" : readable + "-" + digits(place) + ".json");
  }

  /** What tells places apart that end alike. */
  private static String digits(String place) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(place.getBytes(StandardCharsets.UTF_8)), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /**
   * The corrections of a data set.
   *
   * @throws Problem when their file cannot be read: they are never passed over silently
   */
  public Corrections of(String data) {
    Path file = file(data);
    return Files.exists(file) ? read(file) : Corrections.NONE;
  }

  /**
   * Reads corrections from a file.
   *
   * @throws Problem when it cannot be read, or holds others
   */
  public static Corrections read(Path file) {
    try {
      Entry entry = GSON.fromJson(Files.readString(file), Entry.class);
      List<@Nullable Correction> all = entry == null ? null : entry.corrections();
      if (all == null || !all.stream().allMatch(each -> each != null && each.isWhole())) {
        throw new Problem("problem.corrections.damaged", file);
      }
      return new Corrections(all.stream().map(Objects::requireNonNull).toList());
    } catch (JsonParseException e) {
      throw new Problem(e, "problem.corrections.damaged", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  /** Writes corrections into a file. */
  public static void write(Path file, String data, Corrections corrections) throws IOException {
    AtomicFile.write(file, GSON.toJson(new Entry(data, new ArrayList<>(corrections.all()))) + "\n");
  }

  /**
   * Keeps what is said of some images.
   *
   * @return all corrections of the data set
   */
  public Corrections put(String data, List<Correction> corrections) {
    return change(data, all -> all.with(corrections));
  }

  /** Takes back what is said of some images; all corrections of the data set are left. */
  public Corrections remove(String data, List<Correction> corrections) {
    return change(data, all -> all.without(corrections));
  }

  private Corrections change(String data, UnaryOperator<Corrections> change) {
    Path file = file(data);
    AtomicReference<Corrections> now = new AtomicReference<>(Corrections.NONE);
    FolderLock.during(
        folder,
        LOCK,
        () -> {
          now.set(change.apply(of(data)));
          if (now.get().isEmpty()) {
            Files.deleteIfExists(file);
          } else {
            write(file, ImageSource.of(data).place(), now.get());
          }
        });
    return now.get();
  }
}

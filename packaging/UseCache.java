import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the app image of its cache, which Java does not take while it makes one: in each launcher's options the cache comes
 * into the place of one that changes nothing.
 *
 * <pre>java UseCache.java FOLDER OPTION</pre>
 */
void main(String[] args) throws IOException {
  Path folder = Path.of(args[0]);
  if (!Files.exists(folder.resolve("inkling.aot"))) {
    throw new IOException("The app image has no cache; what went wrong stands in target/image/cache.log");
  }
  try (var files = Files.newDirectoryStream(folder, "*.cfg")) {
    for (Path file : files) {
      String options = Files.readString(file);
      Files.writeString(file, options.replace(args[1], "-XX:AOTCache=$APPDIR/inkling.aot"));
    }
  }
}

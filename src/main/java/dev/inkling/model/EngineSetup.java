package dev.inkling.model;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one door to DJL's engine: everything that has to be set before its library loads is set here,
 * once. The engine reads the environment of the process, which Java cannot change, so the C
 * library's own function does; what a user has set stays where the engine can work with it.
 */
public final class EngineSetup {
  /** System property: the folder the engine unpacks its library to. */
  public static final String CACHE = "inkling.engine.cache";

  private static final String THREADS = "OMP_NUM_THREADS";
  private static final Set<String> SCHEDULERS =
      Set.of("NaiveEngine", "ThreadedEngine", "ThreadedEnginePerDevice");

  private static @Nullable Engine engine;

  private EngineSetup() {}

  /** A new scope for arrays; the first call loads the engine, which takes about a second. */
  public static NDManager newManager() {
    return engine().newBaseManager();
  }

  /** The engine, loaded. */
  public static synchronized Engine engine() {
    if (engine == null) {
      configure();
      engine = load();
    }
    return engine;
  }

  /** Begins the engine's own random numbers, those of dropout, anew. */
  public static void seed(int seed) {
    engine().setRandomSeed(seed);
  }

  /**
   * Lets the engine compute on the calling thread alone, whatever it does elsewhere. For one small
   * picture the other processors gain nothing, and waiting for one that is busy costs the answer
   * its punctuality.
   */
  public static void useThisThreadOnly() {
    engine();
    if (Platform.isLinux()) {
      try {
        NativeLibrary.getInstance("libgomp.so.1")
            .getFunction("omp_set_num_threads")
            .invokeVoid(new Object[] {1});
      } catch (UnsatisfiedLinkError e) {
        return; // an engine with another way to share work: it is as quick as it is
      }
    }
  }

  /**
   * Loads the library. MXNet writes a line of its own on standard error when it does, PyTorch one
   * about DJL's way to call it, and neither knows a setting against it, so standard error leads
   * nowhere for that moment.
   */
  private static Engine load() {
    if (!Platform.isLinux() && !Platform.isMac()) {
      return Engine.getInstance();
    }
    int standardError = posix("dup", 2);
    int nowhere = posix("open", "/dev/null", 1);
    posix("dup2", nowhere, 2);
    try {
      Engine loaded = Engine.getInstance();
      try (NDManager manager = loaded.newBaseManager()) {
        NDArray first = manager.zeros(new Shape(1));
        first.toFloatArray(); // the first array is when MXNet writes
        first.set(new float[1]); // and the first that is set when PyTorch does
      }
      return loaded;
    } finally {
      posix("dup2", standardError, 2);
      posix("close", standardError);
      posix("close", nowhere);
    }
  }

  private static int posix(String function, Object... arguments) {
    return NativeLibrary.getInstance(Platform.C_LIBRARY_NAME)
        .getFunction(function)
        .invokeInt(arguments);
  }

  /** The engine's name and version, such as MXNet 1.9.0. */
  public static String description() {
    return engine().getEngineName() + " " + engine().getVersion();
  }

  private static void configure() {
    // DJL would otherwise call home from cloud machines, and look for models in the network.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    String cache = System.getProperty(CACHE);
    if (cache != null) {
      System.setProperty("DJL_CACHE_DIR", cache);
    }
    String threads = String.valueOf(threads());
    // MXNet would use half of the processors, and its own scheduler costs a small network more
    // than it gains: 26 → 16.5 ms an iteration at batch 128 on two cores.
    set(THREADS, threads);
    set("MXNET_ENGINE_TYPE", scheduler(System.getenv("MXNET_ENGINE_TYPE")));
    environment("MXNET_SUBGRAPH_VERBOSE", "0"); // or a line on standard error for each executor
    // Threads that wait for each other spin, by default for so long that a busy machine crawls: an
    // epoch of dropout-sgd took 303 s beside four other programs, and 11 s with this. On a machine
    // with nothing else to do it costs nothing that was seen.
    environment("GOMP_SPINCOUNT", "1000");
    // Or they hardly spin at all as soon as a second thread has computed with several processors,
    // as an evaluation does: a training of lenet5-relu fell from 33,500 to 18,000 images a second.
    environment("OMP_WAIT_POLICY", "ACTIVE");
    System.setProperty("ai.djl.pytorch.num_threads", threads);
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    if (processorHas("avx2")) {
      // OpenBLAS does not know newer processors and falls back to kernels of 2007.
      environment("OPENBLAS_CORETYPE", "Haswell");
    }
  }

  /** How many threads compute on this machine. */
  public static int threads() {
    return threads(System.getenv(THREADS), Runtime.getRuntime().availableProcessors());
  }

  /**
   * How many threads compute: as many as the user wants, at most a processor each, because more
   * wait for each other, 64 on two processors a minute an epoch.
   *
   * @param wanted by OpenMP's variable, which may be a list for nested regions, of which there are
   *     none; what is no count above 0, and would end the process, does not count
   */
  static int threads(@Nullable String wanted, int processors) {
    String first = wanted == null ? "" : wanted.split(",", 2)[0].strip();
    int most = first.matches("0*[1-9]\\d{0,8}") ? Integer.parseInt(first) : processors;
    return Math.min(most, processors);
  }

  /** One of MXNet's schedulers: it ends the process for a name that it does not know. */
  static String scheduler(@Nullable String wanted) {
    return wanted != null && SCHEDULERS.contains(wanted) ? wanted : "NaiveEngine";
  }

  private static void environment(String name, String value) {
    if (System.getenv(name) == null) {
      set(name, value);
    }
  }

  private static void set(String name, String value) {
    if (Platform.isWindows()) {
      Function.getFunction("msvcrt", "_putenv_s").invokeInt(new Object[] {name, value});
    } else {
      posix("setenv", name, value, 1);
    }
  }

  /**
   * Numbers that oneDNN's kernels compute with at once on this machine: 16 with AVX-512, else 8.
   */
  static int lanes() {
    return processorHas("avx512f") ? 16 : 8;
  }

  /** True where Linux says that the processor has these instructions; false where nobody says. */
  private static boolean processorHas(String instructions) {
    try {
      return Files.readString(Path.of("/proc/cpuinfo")).contains(" " + instructions + " ");
    } catch (IOException e) {
      return false;
    }
  }
}

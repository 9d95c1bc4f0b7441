package dev.inkling.model;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of MXNet's C interface ({@code include/mxnet/c_api.h}, 1.9) for a network that is
 * bound to its arrays once and then computes with one call, where DJL needs several calls for each
 * operator. Handles are pointers, freed by who got them.
 */
final class MxnetLibrary {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

  /** The processor, as MXNet numbers devices. */
  static final int CPU = 1;

  private static final Logger LOG = Logger.getLogger(MxnetLibrary.class.getName());

  /** Null where DJL's engine is another, or where the library cannot be reached. */
  private static final @Nullable SymbolLookup LIBRARY =
      library(EngineSetup.engine().getEngineName(), MxnetLibrary::file);

  /** What was got of the library and is not freed yet. */
  private static final AtomicLong OPEN = new AtomicLong();

  /** shape, its length, device, its number, delayed, type (0: float), handle out. */
  static final Function CREATE_ARRAY =
      new Function(1, "MXNDArrayCreateEx", POINTER, INT, INT, INT, INT, INT, POINTER);

  /** array, pointer out to its values, row-major. */
  static final Function DATA = new Function(0, "MXNDArrayGetData", POINTER, POINTER);

  static final Function FREE_ARRAY = new Function(-1, "MXNDArrayFree", POINTER);

  /** JSON, handle out. */
  static final Function CREATE_SYMBOL = new Function(1, "MXSymbolCreateFromJSON", POINTER, POINTER);

  static final Function FREE_SYMBOL = new Function(-1, "MXSymbolFree", POINTER);

  /**
   * symbol, device, its number, length of a map of devices and its three arrays, length of the
   * arguments, arguments, gradients, what to do with each gradient, length of the states, states,
   * executor to share memory with, handle out.
   */
  static final Function BIND =
      new Function(
          1,
          "MXExecutorBindEX",
          POINTER,
          INT,
          INT,
          INT,
          POINTER,
          POINTER,
          POINTER,
          INT,
          POINTER,
          POINTER,
          POINTER,
          INT,
          POINTER,
          POINTER,
          POINTER);

  /** executor, 1 for as in training. */
  static final Function FORWARD = new Function(0, "MXExecutorForward", POINTER, INT);

  /** executor, length of the outputs' gradients, these, 1 for as in training. */
  static final Function BACKWARD =
      new Function(0, "MXExecutorBackwardEx", POINTER, INT, POINTER, INT);

  /** executor, length out, array of handles out. */
  private static final Function OUTPUTS =
      new Function(0, "MXExecutorOutputs", POINTER, POINTER, POINTER);

  static final Function FREE_EXECUTOR = new Function(-1, "MXExecutorFree", POINTER);

  private MxnetLibrary() {}

  /** True when DJL's engine is MXNet, and can be called without DJL. */
  static boolean isLoaded() {
    return LIBRARY != null;
  }

  /** Arrays for all that comes out of an executor. */
  static List<MemorySegment> outputs(MemorySegment executor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      MemorySegment first = OUTPUTS.pointer(executor, count);
      int length = count.get(ValueLayout.JAVA_INT, 0);
      MemorySegment all = first.reinterpret(length * ValueLayout.ADDRESS.byteSize());
      OPEN.addAndGet(length);
      return IntStream.range(0, length)
          .mapToObj(i -> all.getAtIndex(ValueLayout.ADDRESS, i))
          .toList();
    }
  }

  /** Handles that were got and not freed yet, of all threads. */
  static long open() {
    return OPEN.get();
  }

  /**
   * The library, which is loaded already: loading its file once more gives the same.
   *
   * @param engine DJL's
   * @param file where DJL found it
   * @return null for another engine, and where something is in the way, which is logged
   */
  static @Nullable SymbolLookup library(String engine, Callable<String> file) {
    if (!engine.equals("MXNet")) {
      return null;
    }
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(file.call(), Arena.global());
      library.findOrThrow("MXExecutorBindEX"); // a later MXNet may have none
      return library;
    } catch (Exception | LinkageError e) {
      LOG.log(Level.WARNING, "MXNet computes slowly, through DJL: it cannot be bound directly", e);
      return null;
    }
  }

  private static String file() throws ReflectiveOperationException {
    Class<?> finder = Class.forName("ai.djl.mxnet.jna.LibUtils");
    return (String) finder.getMethod("getLibName").invoke(null);
  }

  /** A function that gives 0 when it worked. */
  static final class Function {
    /** What a call adds to the handles that are open. */
    private final int opens;

    private final String name;

    /** Null where the library is. */
    private final @Nullable MethodHandle handle;

    private Function(int opens, String name, MemoryLayout... arguments) {
      this.opens = opens;
      this.name = name;
      handle = isLoaded() ? handle(name, FunctionDescriptor.of(INT, arguments)) : null;
    }

    /**
     * Calls it.
     *
     * @param arguments int or {@link MemorySegment}, as the function wants them
     * @throws IllegalStateException with the library's words when it fails
     */
    void call(Object... arguments) {
      if ((int) invoke(Objects.requireNonNull(handle, name), arguments) != 0) {
        MemorySegment message =
            (MemorySegment) invoke(handle("MXGetLastError", FunctionDescriptor.of(POINTER)));
        throw new IllegalStateException(
            name + ": " + message.reinterpret(Integer.MAX_VALUE).getString(0));
      }
      OPEN.addAndGet(opens);
    }

    /** Calls it with a last argument more, through which it gives a pointer. */
    MemorySegment pointer(Object... arguments) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment out = arena.allocate(POINTER);
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = out;
        call(all);
        return out.get(ValueLayout.ADDRESS, 0);
      }
    }

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
      return Linker.nativeLinker()
          .downcallHandle(Objects.requireNonNull(LIBRARY, name).findOrThrow(name), descriptor)
          .asSpreader(Object[].class, descriptor.argumentLayouts().size());
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
      try {
        return handle.invoke(arguments);
      } catch (Throwable e) {
        throw new IllegalStateException(e); // arguments of a wrong kind
      }
    }
  }
}

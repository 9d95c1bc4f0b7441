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
import java.util.Objects;
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

  /** Null where DJL's engine is another. */
  private static final @Nullable SymbolLookup LIBRARY = library();

  /** shape, its length, device, its number, delayed, type (0: float), handle out. */
  static final Function CREATE_ARRAY =
      new Function("MXNDArrayCreateEx", POINTER, INT, INT, INT, INT, INT, POINTER);

  /** array, pointer out to its values, row-major. */
  static final Function DATA = new Function("MXNDArrayGetData", POINTER, POINTER);

  static final Function FREE_ARRAY = new Function("MXNDArrayFree", POINTER);

  /** JSON, handle out. */
  static final Function CREATE_SYMBOL = new Function("MXSymbolCreateFromJSON", POINTER, POINTER);

  static final Function FREE_SYMBOL = new Function("MXSymbolFree", POINTER);

  /**
   * symbol, device, its number, length of a map of devices and its three arrays, length of the
   * arguments, arguments, gradients, what to do with each gradient, length of the states, states,
   * executor to share memory with, handle out.
   */
  static final Function BIND =
      new Function(
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
  static final Function FORWARD = new Function("MXExecutorForward", POINTER, INT);

  /** executor, length of the outputs' gradients, these, 1 for as in training. */
  static final Function BACKWARD = new Function("MXExecutorBackwardEx", POINTER, INT, POINTER, INT);

  /** executor, length out, array of handles out. */
  static final Function OUTPUTS = new Function("MXExecutorOutputs", POINTER, POINTER, POINTER);

  static final Function FREE_EXECUTOR = new Function("MXExecutorFree", POINTER);

  private MxnetLibrary() {}

  /** True when DJL's engine is MXNet. */
  static boolean isLoaded() {
    return LIBRARY != null;
  }

  /** Where DJL found the library; loading this file once more gives the one that is loaded. */
  private static @Nullable SymbolLookup library() {
    EngineSetup.engine();
    try {
      Class<?> finder = Class.forName("ai.djl.mxnet.jna.LibUtils");
      String file = (String) finder.getMethod("getLibName").invoke(null);
      return SymbolLookup.libraryLookup(file, Arena.global());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return null;
    }
  }

  /** A function that gives 0 when it worked. */
  static final class Function {
    private final String name;

    /** Null where the library is. */
    private final @Nullable MethodHandle handle;

    private Function(String name, MemoryLayout... arguments) {
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

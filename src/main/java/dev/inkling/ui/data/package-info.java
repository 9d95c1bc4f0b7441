/**
 * The screen where one looks at images before one trains: a part is a class that implements {@code
 * DataPart} and a line in {@code DataParts}.
 */
@NullMarked
package dev.inkling.ui.data;

import org.jspecify.annotations.NullMarked;

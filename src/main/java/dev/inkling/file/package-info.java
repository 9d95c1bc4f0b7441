/**
 * Files and folders the careful way: where Inkling keeps things, writing beside and moving into
 * place, free names, locks, logs, and what a killed program left. Every room that touches a disk
 * uses it; of the other rooms it knows the texts of problems alone.
 */
@NullMarked
package dev.inkling.file;

import org.jspecify.annotations.NullMarked;

/**
 * Files and folders the careful way: where Inkling keeps things, writing beside and moving into
 * place, free names, locks, logs, and what a killed program left. Every room that touches a disk
 * uses it; it knows no other room.
 */
@NullMarked
package dev.inkling.file;

import org.jspecify.annotations.NullMarked;

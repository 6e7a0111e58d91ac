/// What only editors are told and may do: file articles, remove them, read the numbers, and see why
/// a question was answered or wasn't.
///
/// Start at [EditorCommands]. What it asks before it does anything is a [PendingConfirmation]; the
/// articles themselves are a matter of the desk of `article`.
@NullMarked
package dev.verbatim.telegram.editors;

import org.jspecify.annotations.NullMarked;

/// What only editors are told and may do: file articles, remove them, read the numbers, and see why
/// a question was answered or wasn't.
///
/// Start at [Office]. What it asks before it does anything is a [Proposal]; the articles themselves
/// are a matter of the desk of `article`.
@NullMarked
package dev.verbatim.telegram.office;

import org.jspecify.annotations.NullMarked;

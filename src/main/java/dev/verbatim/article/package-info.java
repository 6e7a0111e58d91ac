/// Articles, and the exact words, place and speaker of everything in them.
///
/// Start at [Article]. A [Passage] is an article and a [TextSpan], never a string of its own, so a
/// passage with a changed word can't be made. A [Quotation] has the speaker of the words at a
/// place.
///
/// This package uses no other, and nearly all others use it. Its subpackages read articles, in the
/// order in which a file goes through them:
///
/// - `library` watches the content folder, and has the one way from a file to an article;
/// - `format` parses a file into metadata and blocks of text;
/// - `sentence` finds the boundaries of sentences and quoted words;
/// - `speech` finds quotations and their speakers.
@NullMarked
package dev.verbatim.article;

import org.jspecify.annotations.NullMarked;

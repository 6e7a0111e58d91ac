/// What everything else speaks about: articles, and the exact words, place and speaker of
/// everything in them.
///
/// Start at [Article]. A [Passage] is an article and a [TextSpan], never a string of its own, so a
/// passage with a changed word can't be made; a [Quotation] says whose words stand at a place.
///
/// The packages below it read articles, in the order in which a file goes through them:
///
/// - `library` watches the content folder, and has the one way from a file to an article;
/// - `format` parts a file into what it says of itself and its blocks of text;
/// - `sentence` knows where sentences and quoted words begin and end;
/// - `speech` finds who said the words.
@NullMarked
package dev.verbatim.article;

import org.jspecify.annotations.NullMarked;

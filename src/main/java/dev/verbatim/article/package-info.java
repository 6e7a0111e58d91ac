/// Reads articles from the content folder and knows every passage's exact words, place and speaker.
///
/// The door is [Library], which watches the folder and reports what it publishes and withdraws, and
/// the data that everything else speaks about: [Article], [Passage], [Quotation]. A passage is an
/// article and a [TextSpan], never a string of its own, so a passage with a changed word can't be
/// made.
///
/// Reading is done by well-kept parsers (SnakeYAML, commonmark, jsoup); what is ours is what no
/// parser knows: sentences that don't break inside a quotation, and who said the words.
@NullMarked
package dev.verbatim.article;

import org.jspecify.annotations.NullMarked;

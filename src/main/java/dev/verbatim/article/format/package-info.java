/// From a file's bytes to what it says of itself and its blocks of text.
///
/// Start at [ArticleFormat]: [Utf8Decoder] → [SourceDocument] (front matter and body) →
/// [ParsedBody] (blocks) → [ArticleText]. Whatever is wrong on the way is a
/// [ArticleFormatException] where it is found, and becomes a [ValidationError].
///
/// Reading is done by well-kept parsers (SnakeYAML, commonmark, jsoup, Jackson for a page's linked
/// data). None of them fetches anything, and each is kept from files that were made to keep it
/// busy.
///
/// Languages are told by Apache OpenNLP: of the 960 paragraphs of XQuAD in English, German, Spanish
/// and Russian it knew 959, and 957 by their first 300 characters; it loads in 1.9 s, once, when
/// the first article without a `language` comes, and keeps 37 MB. Optimaize is as right and
/// smaller, but was last released in 2015; Lingua's light mode is as right, and a hundred megabytes
/// of jars.
@NullMarked
package dev.verbatim.article.format;

import org.jspecify.annotations.NullMarked;

/// From a file's bytes to its metadata and its blocks of text.
///
/// Start at [ArticleFormat]: [Utf8Decoder] → [SourceDocument] (front matter and body) →
/// [ParsedBody] (blocks, joined to the article's text). Whatever is wrong on the way is an
/// [ArticleFormatException] where it is found, and becomes a [ValidationError].
///
/// Well-kept parsers do the work: SnakeYAML, commonmark, jsoup, and Jackson for a page's JSON-LD.
/// None of them fetches anything, and limits protect each from files made to keep it busy.
@NullMarked
package dev.verbatim.article.format;

import org.jspecify.annotations.NullMarked;

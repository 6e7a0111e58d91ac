/// From a file's bytes to its metadata and its blocks of text.
///
/// Start at [ArticleFormat]: [Utf8Decoder] → [SourceDocument] (front matter and body) →
/// [ParsedBody] (blocks, joined to the article's text). Whatever is wrong on the way is an
/// [ArticleFormatException] where it is found, and becomes a [ValidationError].
///
/// Of a page, [PageCleaner] removes what isn't text of anybody's article, [ArticleRootFinder] finds
/// the element that holds the article by its [TextDensity], [ArticleBlockFilter] leaves out stray
/// lines, and [HtmlMetadataExtractor] reads its title, authors and date.
///
/// Well-kept parsers do the work: SnakeYAML, commonmark, jsoup, and Jackson for a page's JSON-LD.
/// None of them fetches anything. From files made to keep them busy they are protected by
/// `ParsingLimits`, which counts a source before it is parsed: they take a few seconds and less
/// than 256 MB for whatever 5 MB contain.
@NullMarked
package dev.verbatim.article.format;

import org.jspecify.annotations.NullMarked;

/// From a file's bytes to its metadata and its blocks of text.
///
/// Start at [ArticleFormat]. A text goes from its charset to a [SourceDocument] (front matter and
/// body) and a [ParsedBody] (blocks, joined to the article's text); a PDF, an office file or an
/// e-book becomes a [ParsedBody] at once. Whatever is wrong on the way is an
/// [ArticleFormatException] where it is found, and becomes a [ValidationError]; a mere fact that is
/// wrong is left out and told.
///
/// Of a page, [PageCleaner] removes what isn't text of anybody's article, [ArticleRootFinder] finds
/// the element that holds the article by its [TextDensity], [ArticleBlockFilter] leaves out stray
/// lines, and [HtmlMetadataExtractor] reads its title, authors and date.
///
/// Well-kept parsers do the work: SnakeYAML, commonmark with its tables and footnotes, jsoup,
/// Jackson for a page's JSON-LD, and PDFBox, which is loaded with the first PDF. Word's and
/// OpenDocument's files and e-books are a zip of XML, and Rich Text is a few marks: small readers
/// of their own are enough, where Apache POI would be larger than the bot. None of them fetches
/// anything or runs what is inside. From files made to keep them busy they are protected by
/// `ParsingLimits`, which counts a source before it is parsed: text takes a few seconds and less
/// than 256 MB for whatever 5 MB contain. What a PDF or a zip unpacks to is limited too, at 200 and
/// 60 MB.
@NullMarked
package dev.verbatim.article.format;

import org.jspecify.annotations.NullMarked;

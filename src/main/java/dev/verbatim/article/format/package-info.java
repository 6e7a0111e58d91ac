/// From a file's bytes to its metadata and its blocks of text.
///
/// Start at [ArticleFormat]. A text goes from its charset to a [SourceDocument] (front matter and
/// body) and a [ParsedBody] (blocks, joined to the article's text); a PDF, an office file or an
/// e-book becomes a [ParsedBody] at once. Whatever is wrong on the way is an
/// [ArticleFormatException] where it is found, and becomes a [ValidationError]; a mere fact that is
/// wrong is left out and told.
///
/// Well-kept parsers do the work: SnakeYAML, commonmark with its tables and footnotes, jsoup,
/// Jackson for a page's JSON-LD, and PDFBox, which is loaded with the first PDF. Word's and
/// OpenDocument's files and e-books are a zip of XML, and Rich Text is a few marks: small readers
/// of their own are enough, where Apache POI would be larger than the bot. None of them fetches
/// anything or runs what is inside. From files made to keep them busy they are protected by
/// `ParsingLimits`, which counts a source before it is parsed, and by limits of what a file may
/// unpack to: they take a few seconds and less than 256 MB for whatever 5 MB contain.
@NullMarked
package dev.verbatim.article.format;

import org.jspecify.annotations.NullMarked;

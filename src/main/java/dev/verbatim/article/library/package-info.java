/// The content folder and the articles in it.
///
/// The door is [Library], which watches the folder and reports what is published and withdrawn. The
/// second door is [ArticleSubmissionService], where editors submit articles while the bot runs: it
/// reads a [Submission] as a file is read, and writes it into the folder when it can be served.
///
/// A file goes one way: a crawl finds it in a snapshot of the folder, waits until it has stopped
/// changing, and has [ArticleReader] read it: bytes, `format`'s front matter and blocks, language,
/// sentences and quotations, article. The listener gets the article, or the file is refused with
/// what is wrong and what to write, and the others are served.
///
/// Several instances of a bot have a folder each, which [ContentReplicator] keeps alike through the
/// `store` they share.
///
/// Uses the other packages of `article`, and SLF4J for the one line per file that an operator
/// reads.
@NullMarked
package dev.verbatim.article.library;

import org.jspecify.annotations.NullMarked;

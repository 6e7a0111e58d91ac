/// The content folder and the articles in it.
///
/// The door is [Library], which watches the folder and reports what it publishes and withdraws. The
/// other door is [ArticleSubmissionService], where editors hand in articles while the bot runs: a
/// [Submission] goes the same way, and only what comes out as an article is written into the
/// folder, where [Library] notices it like any other file.
///
/// A file goes one way, by [ArticleReader]: its name and bytes ([ContentFile]), what `format` makes
/// of them, language, sentences and quotations, and the article. Whatever is wrong on the way is a
/// refusal of that one file in the end, and the others are served.
@NullMarked
package dev.verbatim.article.library;

import org.jspecify.annotations.NullMarked;

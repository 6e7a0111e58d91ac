/// Reads articles from the content folder and knows every passage's exact words, place and speaker.
///
/// The door is [Library], which watches the folder and reports what it publishes and withdraws, and
/// the data that everything else speaks about: [Article], [Passage], [Quotation]. A passage is an
/// article and a [TextSpan], never a string of its own, so a passage with a changed word can't be
/// made.
///
/// A file goes one way: [ContentFile] (its name and bytes) → [Utf8Text] → [Manuscript] (front
/// matter and body) → [Format] → [Body] (blocks) → [TypesetText] → [ArticleReader] → [Article].
/// Whatever is wrong on the way is a [Fault] where it is found, and a [Refusal] of that one file in
/// the end.
///
/// The other door is [Desk], where editors hand in articles while the bot runs: a [Submission] goes
/// the same way, and only what comes out as an article is written into the folder, where [Library]
/// notices it like any other file.
///
/// Reading is done by well-kept parsers (SnakeYAML, commonmark, jsoup, Jackson for a page's linked
/// data); what is ours is what no parser knows: sentences that don't break inside a quotation, and
/// who said the words. None of them fetches anything, and each is kept from files that were made to
/// keep it busy.
///
/// Languages are told by Apache OpenNLP: of the 960 paragraphs of XQuAD in English, German, Spanish
/// and Russian it knew 959, and 957 by their first 300 characters; it loads in 1.9 s, once, when
/// the first article without a `language` comes, and keeps 37 MB. Optimaize is as right and
/// smaller, but was last released in 2015; Lingua's light mode is as right, and a hundred megabytes
/// of jars.
@NullMarked
package dev.verbatim.article;

import org.jspecify.annotations.NullMarked;

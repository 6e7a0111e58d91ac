/// Keeps what citations of an earlier version of an article need: when each version was served
/// first, and the paragraphs that a later one hasn't.
///
/// The door is [ArticleHistory]. It is told of each change before the index is, while the earlier
/// version can still be found there. What hasn't changed is never stored, and what was said of an
/// article goes with it.
@NullMarked
package dev.verbatim.article.history;

import org.jspecify.annotations.NullMarked;

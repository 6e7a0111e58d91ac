/// Takes articles from RSS and Atom feeds into the content folder.
///
/// Start at [FeedPoller], which asks each feed now and then, politely: only for what has changed,
/// with growing pauses when it can't be read. Each new item becomes a file under the feed's name:
/// of its page, or of the feed's own text when that is all there is. What the publisher corrects is
/// replaced; what is old is removed. Editors' own files are never touched.
///
/// Uses Rome, which knows the dialects of feeds; with it XML without document types, so that no
/// entity expands or is fetched. The `store` remembers which items were seen.
@NullMarked
package dev.verbatim.article.feed;

import org.jspecify.annotations.NullMarked;

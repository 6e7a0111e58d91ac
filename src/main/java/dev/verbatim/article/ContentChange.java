package dev.verbatim.article;

import java.util.Set;

/// A change of the served articles. The library reports changes to its one listener in order, from
/// one thread.
public sealed interface ContentChange {

    /// An article is new or has a new version.
    record Published(Article article) implements ContentChange {}

    /// The article's file is gone. A file whose new version is refused is *not* withdrawn: its last
    /// good version stays served.
    record Withdrawn(String articleId) implements ContentChange {}

    /// The whole folder has been read: an article that isn't listed here has no file any more.
    /// Reported once after the start, and whenever the list has changed since.
    ///
    /// @param articleIds of every file present, refused ones included
    record Settled(Set<String> articleIds) implements ContentChange {

        public Settled {
            articleIds = Set.copyOf(articleIds);
        }
    }
}

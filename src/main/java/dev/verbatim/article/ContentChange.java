package dev.verbatim.article;

import java.util.Set;

/// What [Library] tells its one listener, in order, from one thread.
public sealed interface ContentChange {

    /// An article is new, or another version of one published before.
    record Published(Article article) implements ContentChange {}

    /// The file is gone. A file that turned bad is *not* withdrawn: its last good version stays
    /// served.
    record Withdrawn(String articleId) implements ContentChange {}

    /// The folder has been read as a whole: everything served that isn't named here has no file any
    /// more. Comes once after the start and after each full reading.
    ///
    /// @param articleIds of every file present, refused ones included
    record Settled(Set<String> articleIds) implements ContentChange {

        public Settled {
            articleIds = Set.copyOf(articleIds);
        }
    }
}

package dev.verbatim.retrieval;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A retriever of the passages that best match a question, and of articles by their ids.
/// Thread-safe.
public interface PassageRetriever {

    /// Has no articles.
    PassageRetriever EMPTY =
            new PassageRetriever() {
                @Override
                public Ranking retrieve(Question question, int k) {
                    return new Ranking(List.of(), 0, 0);
                }

                @Override
                public Optional<Ranking> retrieveAsAsked(Question question, int k) {
                    return Optional.empty();
                }

                @Override
                public List<Passage> passagesSharing(Question words, int k) {
                    return List.of();
                }

                @Override
                public Optional<Article> article(String id) {
                    return Optional.empty();
                }
            };

    /// The best passages, best first, found by the question carried over into the languages of the
    /// articles that it isn't in; all from one snapshot of the index: an update never mixes two.
    ///
    /// @param k how many at most, at least 1; fewer come back when fewer match, none from an empty
    ///   index
    /// @throws UncheckedIOException when the index can't be read, [UnavailableException] when it is
    ///   likely to be again
    Ranking retrieve(Question question, int k);

    /// The same by the question's own words alone, where that may be better: articles are in its
    /// language, or it may be in a language of theirs. Empty when nothing would be carried over, or
    /// when it surely must be.
    ///
    /// @throws UncheckedIOException when the index can't be read
    Optional<Ranking> retrieveAsAsked(Question question, int k);

    /// The passages that share the most runs of words with a text, best first: where its words may
    /// stand, in their own language, whatever the text says of them.
    ///
    /// @param k how many at most in each language of the articles, at least 1
    /// @throws UncheckedIOException when the index can't be read
    List<Passage> passagesSharing(Question words, int k);

    /// An article as it can be found now; empty when it isn't served.
    ///
    /// @throws UncheckedIOException when the index can't be read
    Optional<Article> article(String id);

    /// An exception for an index that can't be reached or has parts missing: whoever asked may ask
    /// again later. It says nothing of the question, nor of what the articles answer.
    class UnavailableException extends UncheckedIOException {

        private static final long serialVersionUID = 1;

        /// @param message why, and what an administrator can do
        public UnavailableException(String message) {
            super("the search is not available: " + message, new IOException(message));
        }
    }
}

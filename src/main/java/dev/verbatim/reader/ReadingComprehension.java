package dev.verbatim.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// A model that reads passages for a question and predicts whether they answer it, and where.
/// Thread-safe.
public interface ReadingComprehension {

    /// A question in the words of who asks, for a reader of every language, and in English.
    ///
    /// @param inEnglish the question itself when it is English, or else its gloss
    record Inquiry(String asked, String inEnglish) {

        /// Of a question in English.
        public static Inquiry of(String question) {
            return new Inquiry(question, question);
        }
    }

    /// A passage to be read.
    ///
    /// @param language of context and text
    /// @param context what the passage leaves unsaid, such as its article's title; may be empty. No
    ///   answer is looked for in it
    /// @param sentences those of the text, in their order, as offsets in it
    record Excerpt(Locale language, String context, String text, List<Sentence> sentences) {

        public Excerpt {
            sentences = List.copyOf(sentences);
        }
    }

    /// The place of a sentence.
    ///
    /// @param start in UTF-16 units of the excerpt's text
    /// @param end exclusive
    record Sentence(int start, int end) {}

    /// Reads passages until enough is known.
    ///
    /// @param excerpts the likeliest first
    /// @param isEnough whether the outputs so far, of fewer passages than all and none at first,
    ///   say so much that the passages after them needn't be read
    /// @return one output for each passage that was read, in their order; none when nothing could
    ///   be read, so that the caller decides from retrieval alone
    List<ReaderOutput> read(
            Inquiry question, List<Excerpt> excerpts, Predicate<List<ReaderOutput>> isEnough);

    /// The reader that the settings ask for: a language model on an endpoint, or the local one.
    ///
    /// @param local reads when the endpoint can't
    /// @throws IllegalArgumentException when the endpoint's settings can't be used
    static ReadingComprehension of(ReaderSettings settings, PassageReader local) {
        return settings.chatEndpoint()
                .<ReadingComprehension>map(endpoint -> new ChatModelReader(endpoint, local))
                .orElse(local);
    }

    /// The host that questions and passages are sent to; empty when they stay on this machine.
    Optional<String> remoteHost();

    /// Whether it reads every language, or English and glosses only.
    boolean readsEveryLanguage();
}
